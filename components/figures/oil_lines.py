"""Figure of the capacities of oil export lines, and of which ones cross Russia."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from components.figures.fact_bars import ENERGY, RUSSIA, Bar, bar_form, bar_notes, bar_rows
from components.figures.figure import Builder, Figure
from components.figures.leads import Lead, with_other_values
from components.figures.public_rows import Counterparts, beside
from components.figures.single_values import (
    A_YEAR,
    TABLE4,
    TONNES,
    Group,
    entry_table,
    facts,
    first_qualified,
    flat,
    grouped,
    origins_of,
    parts,
    size_of,
    subject_name,
)
from components.page.tokens import NEUTRAL
from components.text.amounts import amount_text
from components.text.entries import amount_beside_name, name_in_line
from components.text.names import name_in_sentence, nothing_printed, wrapped
from components.text.places import as_printed_in
from data.choice.parameters import Filters
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset


def _crosses_russia(entry: Value, dataset: Dataset) -> bool:
    countries = dataset.texts("routes", "countries")
    return any(RUSSIA in parts(countries.get(code, "")) for code in parts(entry.quantity[1]))


def _capacity_groups(dataset: Dataset) -> tuple[Group, ...]:
    """Return the printed capacities of oil lines and terminals, those across Russia first."""
    entries = [
        entry
        for entry in facts(dataset, {"capacity"})
        if entry.unit in TONNES and "oil" in parts(entry.sectors)
    ]
    return tuple(
        sorted(
            grouped(entries),
            key=lambda group: (not _crosses_russia(group[0], dataset), -size_of(group)),
        )
    )


def _capacity_headline(groups: Sequence[Group], *, dataset: Dataset, language: Language) -> Lead:
    _ = language.gettext
    across = [group for group in groups if _crosses_russia(group[0], dataset)]
    around = [group for group in groups if not _crosses_russia(group[0], dataset)]
    if not across or not around:
        return Lead(headline=nothing_printed(language))
    widest, other = max(across, key=size_of), max(around, key=size_of)

    def written(group: Group) -> str:
        return amount_text(first_qualified(group), dataset=dataset, language=language)

    statement = _("Largest oil capacity bypassing Russia: {name}, {amount}").format(
        name=name_in_sentence(subject_name(other[0], language), language), amount=written(other)
    )
    through = _("Largest through Russia: {name}, {amount}.").format(
        name=name_in_sentence(subject_name(widest[0], language), language), amount=written(widest)
    )
    lead = with_other_values(statement, (*widest, *other), dataset=dataset, language=language)
    return replace(lead, finding=" ".join(filter(None, (through, lead.finding))))


def export_line_capacity(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return a figure of the printed capacities of oil pipelines and terminals, by crossing."""
    _ = language.gettext
    groups = _capacity_groups(dataset)
    bars = []
    for group in groups:
        crossing = _crosses_russia(group[0], dataset)
        remarks = [_("through Russia") if crossing else _("bypassing Russia")]
        if not any(entry.unit.endswith(A_YEAR) for entry in group):
            remarks.append(_("time unit not given"))
        bars.append(
            Bar(
                group,
                "\n".join(
                    (wrapped(subject_name(group[0], language)), *(f"({text})" for text in remarks))
                ),
                NEUTRAL if crossing else ENERGY,
            )
        )
    rows = bar_rows(bars, dataset=dataset, filters=filters, language=language)
    limits = [
        entry
        for entry in facts(dataset, {"throughput_limit"})
        if "oil" in parts(entry.sectors) and entry.unit in TONNES
    ]
    entries = (*flat(groups), *limits)
    saying = _(
        "Not shown: {name}, {amount} (paragraph {paragraph}); this limit "
        "covers only part of the oil."
    )
    notes = [
        saying.format(
            name=name_in_line(entry.name(language), language),
            amount=amount_beside_name(entry, dataset=dataset, language=language),
            paragraph=entry.paragraph,
        )
        for entry in limits
    ]
    lead = _capacity_headline(groups, dataset=dataset, language=language)
    return Figure(
        id="export_line_capacity",
        headline=lead.headline,
        finding=lead.finding,
        subtitle=_(
            "Capacity of oil export pipelines and terminals, million tonnes a year, {places}"
        ).format(
            places=as_printed_in(origins_of(entries, TABLE4), dataset=dataset, language=language)
        ),
        form=bar_form(rows, language),
        rows=rows,
        make_table=lambda: entry_table(entries, language),
        origins=origins_of(entries, TABLE4),
        notes=(
            _("Grey marks lines through Russia, according to the countries named for them."),
            *notes,
            *bar_notes(groups, dataset=dataset, filters=filters, language=language),
        ),
        alternative_text=_(
            "Bars of capacity; those of lines through Russia are grey and come first."
        ),
    )


PUBLIC = Counterparts(
    of=(
        *(("capacity", line) for line in ("cpc", "atyrau-samara", "btc", "atasu-alashankou")),
        *(("carried", line) for line in ("cpc", "atyrau-samara", "btc")),
    ),
    unit="Mt_per_year",
    each=1,
)

FIGURES: Mapping[str, Builder] = MappingProxyType(
    {"export_line_capacity": beside(export_line_capacity, PUBLIC)}
)
