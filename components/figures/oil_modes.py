"""Figure of oil by mode of transport: pipeline, sea and rail."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from components.figures.fact_bars import ENERGY, Bar, bar_form, bar_notes, bar_rows
from components.figures.figure import Builder, Figure
from components.figures.leads import Lead, with_other_values
from components.figures.public_rows import Counterparts, beside
from components.figures.single_values import (
    Group,
    entry_table,
    facts,
    first_qualified,
    flat,
    grouped,
    origins_of,
    size_of,
)
from components.text.amounts import amount_text, number_text
from components.text.dates import date_text
from components.text.entries import name_in_line
from components.text.lists import alternatives, apposed, clauses, listed, paragraph_mark
from components.text.names import later, nothing_printed, wrapped
from components.text.places import as_printed_in
from data.choice.parameters import Filters
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset

MODES: Mapping[str, str] = MappingProxyType(
    {
        "kto-pipelines": later("By pipeline (KazTransOil)"),
        "aktau-baku-makhachkala": later("By sea from Aktau to Baku and Makhachkala"),
        "rail-oil-exports": later("By rail"),
    }
)
"""Names of the compared modes, by entity."""

SHORT_MODES: Mapping[str, str] = MappingProxyType(
    {
        "kto-pipelines": later("{amount} by pipeline"),
        "aktau-baku-makhachkala": later("{amount} by sea from Aktau"),
        "rail-oil-exports": later("{amount} by rail"),
    }
)
"""Amounts of the compared modes inside a sentence, by entity."""

SEA_CARRIER = "kaztransoil"
"""Entity whose printed volume by sea is recorded as impossible."""


def _mode_headline(
    found: Mapping[str, Sequence[Group]],
    refused: Sequence[Value],
    *,
    dataset: Dataset,
    language: Language,
) -> Lead:
    """Return the headline; it names an impossible value that would change the order of modes."""
    _ = language.gettext
    drawn = [group for groups in found.values() for group in groups]
    if not drawn:
        return Lead(headline=nothing_printed(language))
    pipelines = next(iter(MODES))
    largest = max(drawn, key=size_of)
    written = {
        mode: [
            amount_text(first_qualified(group), dataset=dataset, language=language)
            for group in groups
        ]
        for mode, groups in found.items()
        if groups
    }
    others = [
        _(SHORT_MODES[mode]).format(amount=number_text(first_qualified(group), language))
        for mode, groups in found.items()
        for group in groups
        if mode != pipelines
    ]
    years = list(dict.fromkeys(date_text(group[0].period, language) for group in drawn))
    if largest[0].quantity[1] == pipelines and others:
        saying = (
            _("In {years} most oil went by pipeline: {most}, against {others}")
            if len(years) == 1 and years[0]
            else _("Most oil went by pipeline ({years}): {most}, against {others}")
        )
        most = alternatives(written[pipelines], language)
    else:
        saying, most = _("Oil carried ({years}): {amounts}"), ""
    statement = saying.format(
        years=language.enumerate(filter(None, years)),
        most=most,
        others=listed(others, language),
        amounts=listed(
            (
                _(SHORT_MODES[mode]).format(amount=amount)
                for mode, amounts in written.items()
                for amount in amounts
            ),
            language,
        ),
    )
    return with_other_values(
        statement,
        flat(drawn),
        overtaking=[entry for entry in refused[:1] if size_of((entry,)) > size_of(largest)],
        dataset=dataset,
        language=language,
    )


def oil_by_mode(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return a figure of oil carried by pipeline, sea and rail."""
    _ = language.gettext
    found = {mode: grouped(facts(dataset, {"throughput"}, entity=mode)) for mode in MODES}
    bars = []
    for mode, groups in found.items():
        for group in groups:
            name = apposed((_(MODES[mode]), date_text(group[0].period, language)))
            bars.append(Bar(group, wrapped(name), ENERGY))
    rows = bar_rows(bars, dataset=dataset, filters=filters, language=language)
    drawn = [bar.group for bar in bars]
    refused = facts(dataset, {"throughput"}, entity=SEA_CARRIER)
    entries = (*flat(drawn), *refused)
    notes = []
    if refused:
        printings = clauses(
            f"{amount_text(entry, dataset=dataset, language=language)} "
            f"({paragraph_mark(entry.paragraph, language)})"
            for entry in refused
        )
        largest = max((size_of(group) for group in drawn), default=0.0)
        saying = (
            _(
                "Not shown: {name}, {amounts}. It exceeds all volumes that the same "
                "passage gives for pipelines, ports and rail, and is recorded as an "
                "impossible value."
            )
            if size_of(refused) > largest
            else _("Not shown: {name}, {amounts}; recorded as an impossible value.")
        )
        name = name_in_line(refused[0].name(language), language)
        notes.append(saying.format(name=name, amounts=printings))
    lead = _mode_headline(found, refused, dataset=dataset, language=language)
    return Figure(
        id="oil_by_mode",
        headline=lead.headline,
        finding=lead.finding,
        subtitle=_("Oil carried by mode of transport, million tonnes, {places}").format(
            places=as_printed_in(origins_of(entries, "s2_3"), dataset=dataset, language=language)
        ),
        form=bar_form(rows, language),
        rows=rows,
        make_table=lambda: entry_table(entries, language),
        origins=origins_of(entries, "s2_3"),
        notes=(*notes, *bar_notes(drawn, dataset=dataset, filters=filters, language=language)),
        alternative_text=_("Bars of the oil carried by pipeline, by sea and by rail."),
    )


PUBLIC = Counterparts(
    of=(
        ("carried", "kto-pipelines"),
        ("kazakh_oil", "aktau-port"),
        ("carried", "aktau-baku-tbilisi-ceyhan"),
        ("kazakh_oil", "rail-oil-exports"),
        ("carried", "rail-oil-exports"),
    ),
    unit="Mt",
)

FIGURES: Mapping[str, Builder] = MappingProxyType({"oil_by_mode": beside(oil_by_mode, PUBLIC)})
