"""Figure of a measure of trade by year: contributions, index, share of exports, compound growth."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from components.charts.columns import year_columns_with_marks
from components.charts.rows import EventRow, GrowthRow, RecordRow
from components.figures.figure import Figure
from components.figures.leads import Lead
from components.figures.other_origins import other_origins
from components.figures.trade_measure_leads import (
    compound_lead,
    contribution_lead,
    index_lead,
    share_lead,
)
from components.figures.yearly import (
    chart_rows,
    empty_headline,
    figure_table,
    has_gaps,
    sector_note,
    spaced,
    with_sector_mark,
    years_with_values,
)
from components.page.tokens import KAZAKHSTAN, NEUTRAL, TURKIYE
from components.text.amounts import hedged, percent
from components.text.dates import dated
from components.text.lists import clauses
from components.text.names import after_colon, later
from components.text.places import placed
from components.text.years import of_years
from data.choice.parameters import Filters
from data.evidence.names import label_of
from data.evidence.series import chosen_years, printed_series, series_choices
from data.evidence.statements import by_quantity
from data.evidence.trade_measures import (
    COMPOUND,
    EXPORT_SHARE,
    EXPORTS_POINTS,
    IMPORTS_POINTS,
    INDEX,
    SHARE,
    measured_series,
)
from data.evidence.values import PRINTED, Series, Value
from data.language.languages import Language
from data.load.dataset import Dataset

SHOWN_ADDITION = 0.1
"""Greatest difference of sums of contributions that the last shown digit can hide."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """How a measure is drawn and worded.

    Attributes
    ----------
    lead : function
        Builds headline and finding from the series of the measure.
    indicator : str
        Indicator that names the measure.
    method : str
        Untranslated note on the computation; `{year}` is the first year with a value.
    colour : str
        Colour of the columns.
    share, signed : bool
        Whether its numbers are in per cent, and whether they have a sign.
    """

    lead: Callable[..., Lead]
    indicator: str
    method: str
    colour: str = NEUTRAL
    share: bool = True
    signed: bool = True


_CONTRIBUTION = later(
    "Contribution, computed: change in the printed amount as a percentage of the turnover printed "
    "for the previous year."
)

SHOWN = {
    EXPORTS_POINTS: Shown(
        lead=contribution_lead,
        indicator="exports_contribution",
        method=_CONTRIBUTION,
        colour=KAZAKHSTAN,
        share=False,
    ),
    IMPORTS_POINTS: Shown(
        lead=contribution_lead,
        indicator="imports_contribution",
        method=_CONTRIBUTION,
        colour=TURKIYE,
        share=False,
    ),
    INDEX: Shown(
        lead=index_lead,
        indicator="turnover_index",
        method=later("Index, computed: printed turnover as a percentage of that of {year}."),
        share=False,
        signed=False,
    ),
    SHARE: Shown(
        lead=share_lead,
        indicator=EXPORT_SHARE,
        method=later("Share, computed: printed exports as a percentage of printed turnover."),
        colour=KAZAKHSTAN,
        signed=False,
    ),
    COMPOUND: Shown(
        lead=compound_lead,
        indicator="turnover_compound_growth",
        method=later(
            "Compound annual growth, computed: the constant annual rate that leads from the "
            "turnover of {year} to that of each later year."
        ),
    ),
}
"""Presentation of every measure but the growth itself."""


def _writer(shown: Shown, language: Language) -> Callable[[Value], str]:
    """Return a function that writes a value with one decimal, without the name of its unit."""

    def write(seen: Value) -> str:
        number = seen.value or 0.0
        text = (
            percent(number, language, decimals=1, signed=shown.signed)
            if shown.share
            else language.number(number, decimals=1, signed=shown.signed)
        )
        return hedged(text, seen.qualifier, language)

    return write


def _elsewhere(
    own: Series, *, write: Callable[[Value], str], dataset: Dataset, filters: Filters
) -> list[Value]:
    """Return the last value of each other origin, and printed values of the same quantity."""
    found: list[Value] = []
    for code in series_choices(dataset, "trade"):
        if code == filters.trade:
            continue
        other, *_beside = measured_series(dataset, code, filters.measure, filters.years)
        bases = {seen.id.partition("_since_")[2] for seen in own}
        found += [seen for seen in other if seen.id.partition("_since_")[2] in bases][-1:]
    written = {(seen.year, write(seen)) for seen in own}
    for value in by_quantity(dataset).get((own[-1].measure, own[-1].unit), ()):
        dated_here = value.period.isdigit() and filters.years[0] <= value.year <= filters.years[1]
        if value.method == PRINTED and dated_here and value.value is not None:
            found.append(value)
    return [seen for seen in found if (seen.year, write(seen)) not in written]


def _with_others(lead: Lead, others: Sequence[str], place: str, language: Language) -> Lead:
    """Return a lead that names its table, with the values of other origins in its finding."""
    if not others:
        return lead
    told = language.gettext("Computed from other values – {clauses}.").format(
        clauses=clauses(others)
    )
    return Lead(
        headline=placed(lead.headline, place, language),
        finding=" ".join(filter(None, (lead.finding, told))),
    )


def _rows(
    series: Series,
    shown: Shown,
    *,
    dataset: Dataset,
    filters: Filters,
    language: Language,
) -> list[GrowthRow]:
    write = _writer(shown, language)
    made = chart_rows(series, dataset=dataset, filters=filters, language=language)
    return [
        {
            **row,
            "colour": shown.colour,
            "label": with_sector_mark(write(seen), (seen,), dataset=dataset, filters=filters),
            "printed": None,
            "end": seen.value,
            **EventRow(),
            **RecordRow(),
            "kind": "",
        }
        for row, seen in zip(made, series, strict=True)
    ]


def _notes(
    found: tuple[Series, ...], *, dataset: Dataset, filters: Filters, language: Language
) -> list[str]:
    """Return notes on the computation, on sums, and on years without a value."""
    _ = language.gettext
    series = found[0]
    shown = SHOWN[filters.measure]
    turnover = chosen_years(
        printed_series(dataset, "trade", "turnover", filters.trade), filters.years
    )
    notes = []
    if series:
        base = turnover[0].year if turnover else series[0].year
        notes.append(_(shown.method).format(year=base))
    if filters.measure in (EXPORTS_POINTS, IMPORTS_POINTS):
        notes += _sum_notes(found, language)
    if filters.measure == COMPOUND and not series:
        notes.append(_("Compound growth needs two selected years with values."))
    present = {seen.year for seen in series}
    # Compound growth begins a year after the first one, as growth does.
    skipped = turnover[:1] if filters.measure == COMPOUND else ()
    missing = [seen.year for seen in turnover if seen.year not in present and seen not in skipped]
    if missing:
        saying = of_years(
            _(
                "Not computed for {year}: a value that it needs is missing, or is a range, a "
                "bound, a plan, a target or not positive."
            ),
            _(
                "Not computed for {years}: a value that it needs is missing, or is a range, a "
                "bound, a plan, a target or not positive."
            ),
        )
        notes.append(saying.listing(missing, language))
    return notes


def _sum_notes(found: tuple[Series, ...], language: Language) -> list[str]:
    """Return a note on years in which contributions do, or do not, add up to the growth."""
    _ = language.gettext
    first, other, growth = ({seen.year: seen.value or 0.0 for seen in part} for part in found)
    years = [year for year in first if year in other and year in growth]
    apart = [
        year for year in years if abs(first[year] + other[year] - growth[year]) > SHOWN_ADDITION
    ]
    if apart:
        saying = of_years(
            _(
                "In {year} the contributions of exports and imports do not add up to the growth, "
                "because printed turnover is not their sum."
            ),
            _(
                "In {years} the contributions of exports and imports do not add up to the growth, "
                "because printed turnover is not their sum."
            ),
        )
        return [saying.listing(apart, language)]
    if not years:
        return []
    return [_("The contributions of exports and imports add up to the growth of turnover.")]


EVERY_YEAR = (0, 9999)


def _subtitle(found: tuple[Series, ...], name: str, place: str, unit: str, words: Language) -> str:
    """Return the name of the measure with its unit, or with the year that the index starts from."""
    _ = words.gettext
    if found[0] and found[0][0].unit == "index":
        saying = _("{name} (computed), {year} = 100, {place}")
        return saying.format(name=name, year=found[0][0].year, place=place)
    return _("{name} (computed), {unit}, {place}").format(name=name, unit=unit, place=place)


def trade_measure(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return the figure of a measure other than the growth on the previous year."""
    _ = language.gettext
    shown = SHOWN[filters.measure]
    found = measured_series(dataset, filters.trade, filters.measure, filters.years)
    series = found[0]
    always = measured_series(dataset, filters.trade, filters.measure, EVERY_YEAR)[0]
    name = label_of(dataset, "indicators", shown.indicator, language)
    place = label_of(dataset, "origins", filters.trade, language)
    unit = dataset.texts("indicators", "unit").get(shown.indicator, "")
    gaps = has_gaps(always)
    elsewhere = other_origins(
        "trade",
        lambda code: measured_series(dataset, code, filters.measure, filters.years)[0],
        dataset=dataset,
        filters=filters,
        language=language,
    )
    lead = Lead(headline=empty_headline(filters, language))
    if series:
        write = _writer(shown, language)
        saying = _("{place}: {values}")
        others = [
            saying.format(
                place=label_of(dataset, "origins", seen.origin, language),
                values=dated(write(seen), seen.period, language),
            )
            for seen in _elsewhere(series, write=write, dataset=dataset, filters=filters)
        ]
        lead = shown.lead(found, write=write, language=language)
        lead = _with_others(lead, others, place, language)
    turnover = printed_series(dataset, "trade", "turnover", filters.trade)
    if series or not chosen_years(turnover, filters.years):
        lead = elsewhere.lead(lead, series)
    else:
        uncomputed = of_years(
            _("{name}: not computed for {year}"), _("{name}: not computed for {years}")
        )
        lead = Lead(headline=uncomputed.format(filters.years, name=name))
    notes = (
        *_notes(found, dataset=dataset, filters=filters, language=language),
        *elsewhere.notes(),
        *sector_note(series, dataset=dataset, filters=filters, language=language),
    )
    rows = _rows(series, shown, dataset=dataset, filters=filters, language=language)
    beside = tuple(seen for part in found for seen in part)
    return Figure(
        id="trade_growth",
        headline=lead.headline,
        finding=lead.finding,
        subtitle=_subtitle(
            found,
            name,
            place,
            label_of(dataset, "units", unit, language),
            language,
        ),
        form=year_columns_with_marks(language=language, mark="", gaps=gaps, shares=shown.share),
        rows=spaced(rows) if gaps else rows,
        make_table=lambda: figure_table(beside, dataset=dataset, language=language),
        origins=(filters.trade,),
        notes=notes if series else (years_with_values(always, language), *notes),
        hint=" ".join(elsewhere.hints()),
        alternative_text=_("Columns by year: {name}.").format(name=after_colon(name, language)),
    )
