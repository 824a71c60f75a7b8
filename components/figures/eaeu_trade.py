"""Figure of the trade of the EAEU with the Turkic states by year."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from components.charts.points import Categories, compared_points
from components.charts.rows import PointRow
from components.figures.figure import Builder, Figure
from components.figures.highlights import filter_notes, opacities, subject_of
from components.figures.leads import Lead
from components.figures.paragraph_notes import own_notes
from components.figures.single_values import contradicted, entry_table, origins_of, with_sign
from components.figures.warnings import conflict_notes
from components.page.tokens import TABLES
from components.text.amounts import amount_text, number_text
from components.text.entries import name_in_line
from components.text.lists import clauses
from components.text.names import in_sentence, later, nothing_printed
from components.text.places import as_printed_in, place_text
from data.choice.parameters import Filters
from data.evidence.catalogue import catalogue
from data.evidence.names import label_of
from data.evidence.values import Series, Value
from data.language.languages import Language
from data.load.dataset import Dataset

UNION = "EAEU"
UNIT = "USD_billion"
FALLBACK = "s2_3_1"

FLOWS = MappingProxyType(
    {
        ("exports", "AZ;TR;UZ"): later("EAEU exports to Azerbaijan, Türkiye and Uzbekistan"),
        ("exports", "OTS"): later("EAEU exports to the OTS states"),
        ("imports", "TR"): later("EAEU imports from Türkiye"),
    }
)
"""Untranslated name of each flow, by indicator and partners."""

CHANGES = ("exports_decline", "exports_growth", "imports_decline")
"""Indicators of printed changes, which are named in a note."""


def _flow(entry: Value) -> tuple[str, str]:
    return entry.quantity[0], entry.quantity[2]


def eaeu_entries(dataset: Dataset) -> Series:
    """Return the amounts of the flows by year, then by flow.

    Raises
    ------
    TableRefusedError
        If the table of facts did not load.
    """
    dataset.table("facts")
    order = tuple(FLOWS)
    found = (
        entry.in_unit(UNIT)
        for entry in catalogue(dataset)
        if entry.quantity[1] == UNION and _flow(entry) in FLOWS and entry.period.isdigit()
    )
    return tuple(sorted(found, key=lambda entry: (entry.period, order.index(_flow(entry)))))


def _changes(dataset: Dataset) -> Series:
    return tuple(
        entry
        for entry in catalogue(dataset)
        if entry.quantity[1] == UNION and entry.quantity[0] in CHANGES
    )


def _rows(
    entries: Series, *, dataset: Dataset, filters: Filters, language: Language
) -> list[PointRow]:
    years = sorted({entry.period for entry in entries})
    subjects = [subject_of((entry,)) for entry in entries]
    shades = opacities(subjects, dataset=dataset, filters=filters)
    doubted = {
        year
        for year in years
        if contradicted([entry for entry in entries if entry.period == year], dataset)
    }
    rows: list[PointRow] = []
    for entry, shade in zip(entries, shades, strict=True):
        of_year = [other for other in entries if other.period == entry.period]
        highest = max(of_year, key=lambda other: other.ends[1])
        name = language.gettext(FLOWS[_flow(entry)])
        rows.append(
            {
                "value": entry.value,
                "label": number_text(entry, language),
                "opacity": shade,
                "tip": place_text(entry, dataset=dataset, language=language),
                "category": with_sign(entry.period) if entry.period in doubted else entry.period,
                "position": years.index(entry.period),
                "series": name,
                "side": 1 if entry is highest else -1,
                "tip_title": f"{name}, {entry.period}",
            }
        )
    return rows


def _lead(entries: Series, *, dataset: Dataset, language: Language) -> Lead:
    """Return the last amount of each flow, then the first one of each."""
    _ = language.gettext
    if not entries:
        return Lead(headline=nothing_printed(language))

    def told(found: Sequence[Value]) -> str:
        saying = _("{name}, {year}: {amount}")
        return clauses(
            saying.format(
                name=in_sentence(_(FLOWS[_flow(entry)]), language)
                if entry is not found[0]
                else _(FLOWS[_flow(entry)]),
                year=entry.period,
                amount=amount_text(entry, dataset=dataset, language=language),
            )
            for entry in found
        )

    last = [entry for entry in entries if entry.period == entries[-1].period]
    first = [entry for entry in entries if entry.period == entries[0].period]
    if last == first:
        return Lead(headline=told(last))
    return Lead(headline=told(last), finding=f"{told(first)}.")


def eaeu_trade(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return a figure of the goods trade of the EAEU with the Turkic states by year."""
    _ = language.gettext
    entries = eaeu_entries(dataset)
    changes = _changes(dataset)
    lead = _lead(entries, dataset=dataset, language=language)
    origins = origins_of(entries, FALLBACK)
    flows = dict.fromkeys(_flow(entry) for entry in entries) or dict.fromkeys(FLOWS)
    told = [
        _("{name}: {amount}").format(
            name=name_in_line(entry.name(language), language),
            amount=amount_text(entry, dataset=dataset, language=language),
        )
        for entry in changes
    ]
    return Figure(
        id="eaeu_trade",
        headline=lead.headline,
        finding=lead.finding,
        subtitle=_("Goods trade of the EAEU with Turkic states, {unit}, {places}").format(
            unit=label_of(dataset, "units", UNIT, language),
            places=as_printed_in(origins, dataset=dataset, language=language),
        ),
        form=compared_points(
            language=language,
            series=tuple(
                (_(name), colour)
                for (flow, name), colour in zip(FLOWS.items(), TABLES, strict=False)
                if flow in flows
            ),
            categories=Categories(max(len({entry.period for entry in entries}), 1)),
        ),
        rows=_rows(entries, dataset=dataset, filters=filters, language=language),
        make_table=lambda: entry_table((*entries, *changes), language),
        origins=origins,
        notes=(
            _(
                "The partners of exports change: three countries at first, then the OTS states. "
                "Amounts before and after the change are not comparable. The source gives no "
                "values for years without a mark."
            ),
            *(
                (_("Changes given in the source: {values}.").format(values=clauses(told)),)
                if told
                else ()
            ),
            *conflict_notes((*entries, *changes), dataset=dataset, language=language),
            *own_notes(entries, language),
            *filter_notes(
                [subject_of((entry,)) for entry in entries],
                dataset=dataset,
                filters=filters,
                language=language,
            ),
        ),
        alternative_text=_("Points by year, one for each direction of trade, joined by a line."),
    )


FIGURES: Mapping[str, Builder] = MappingProxyType({"eaeu_trade": eaeu_trade})
