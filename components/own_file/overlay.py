"""Figure of the visitor's values laid over the tables of the dissertation.

It is not in the registry: no link, download, slide or headline shows a value of the file.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import cycle

import pandas as pd

from components.charts.own_lines import own_lines
from components.charts.rows import OwnRow
from components.figures.figure import VALUE_COLUMNS, Figure
from components.figures.yearly import chart_rows, spaced
from components.page.tokens import OWN_FILE, TABLES
from components.text.lists import side_by_side
from components.text.shown_table import ShownColumn, ShownTable
from data.choice.parameters import Filters
from data.evidence.names import country_name, label_of
from data.evidence.origins import outside_origins
from data.evidence.series import first_series, printed_series, series_choices
from data.evidence.trends import observed
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset
from data.own_file.mirror import TURNOVER, measure_values
from data.own_file.model import KAZAKHSTAN, MONTHS_OF_YEAR, TURKIYE, OwnFile, OwnValue

MEASURES = ("exports", "imports", TURNOVER)
UNIT = "USD_million"
MILLION = 1e6

_CODES = {KAZAKHSTAN: "KZ", TURKIYE: "TR"}


@dataclass(frozen=True, kw_only=True)
class Overlay:
    """The values of one measure of Kazakhstan's trade with Türkiye.

    Attributes
    ----------
    printed : mapping of str to tuple of Value
        Values of the tables of the dissertation by origin.
    own : mapping of str to mapping of int to OwnValue
        Values of the file by reporter and year.
    """

    printed: Mapping[str, tuple[Value, ...]]
    own: Mapping[str, Mapping[int, OwnValue]]

    @property
    def years(self) -> tuple[int, ...]:
        """The years with a value, in order."""
        found = {value.year for values in self.printed.values() for value in values}
        return tuple(sorted(found.union(*self.own.values())))


def overlay_of(dataset: Dataset, file: OwnFile | None, measure: str) -> Overlay:
    """Return the values of a measure in the tables of the dissertation and in a file.

    Raises
    ------
    TableRefusedError
        If the table did not load.
    """
    outside = outside_origins(dataset)
    first = first_series(dataset, "trade")
    # The default table comes first, and so has the mark that it has in other comparisons.
    origins = sorted(series_choices(dataset, "trade"), key=lambda origin: origin != first)
    printed = {
        origin: tuple(
            value
            for value in printed_series(dataset, "trade", measure, origin)
            if value.unit == UNIT and observed(value) and value.measured is not None
        )
        for origin in origins
        if origin not in outside
    }
    own = {reporter: measure_values(file, measure, reporter) for reporter in _CODES} if file else {}
    return Overlay(
        printed={origin: values for origin, values in printed.items() if values},
        own={reporter: values for reporter, values in own.items() if values},
    )


def reporter_name(reporter: str, *, dataset: Dataset, language: Language) -> str:
    """Return the name of a country."""
    return country_name(_CODES[reporter], dataset=dataset, language=language)


def own_name(reporter: str, *, dataset: Dataset, language: Language) -> str:
    """Return the name of a series of the file."""
    return language.gettext("Your file: {country}").format(
        country=reporter_name(reporter, dataset=dataset, language=language)
    )


def millions(usd: float, language: Language, *, signed: bool = False) -> str:
    """Return a value in millions of US dollars with one decimal."""
    number = Decimal(str(usd / MILLION)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return language.number(float(number), signed=signed)


def own_amount(value: OwnValue, language: Language) -> str:
    """Return a value of the file in millions, with its months if the year is incomplete."""
    text = millions(value.usd, language)
    if value.complete:
        return text
    saying = language.ngettext(
        "{amount} ({count} month)", "{amount} ({count} months)", value.months
    )
    return saying.format(amount=text, count=language.number(value.months))


def _short_amount(value: OwnValue, language: Language) -> str:
    text = millions(value.usd, language)
    return text if value.complete else f"{text} ({value.months}/{MONTHS_OF_YEAR})"


def _side(value: OwnValue, overlay: Overlay) -> int:
    """Return 1 for the higher one of two values of a year, whose label stands above, else -1."""
    stated = [own[value.year] for own in overlay.own.values() if value.year in own]
    return 1 if max(stated, key=lambda one: one.usd) == value else -1


def _own_rows(
    name: str, values: Iterable[OwnValue], overlay: Overlay, file: OwnFile, language: Language
) -> Iterator[OwnRow]:
    for value in values:
        row = language.gettext("row {number}").format(number=language.number(value.row))
        yield {
            "year": value.year,
            "value": value.usd / MILLION,
            "label": _short_amount(value, language),
            "opacity": 1.0,
            "tip_title": f"{name}, {value.year}",
            "tip": side_by_side([own_amount(value, language), file.name, row]),
            "series": name,
            "own": True,
            "side": _side(value, overlay),
            "strength": 1.0 if value.complete else 0.0,
        }


def _rows(
    overlay: Overlay,
    file: OwnFile | None,
    *,
    dataset: Dataset,
    filters: Filters,
    language: Language,
) -> list[OwnRow]:
    rows: list[OwnRow] = []
    for origin, values in overlay.printed.items():
        name = label_of(dataset, "origins", origin, language)
        texts = chart_rows(values, dataset=dataset, filters=filters, language=language, marks=False)
        rows += [
            {
                "year": row["year"],
                "value": row["value"],
                "label": row["label"],
                "opacity": 1.0,
                "tip_title": f"{name}, {row['tip_title']}",
                "tip": row["tip"],
                "series": name,
                "own": False,
                "side": 1,
                "strength": 1.0,
            }
            for row in texts
        ]
    if file:
        for reporter, own in overlay.own.items():
            name = own_name(reporter, dataset=dataset, language=language)
            rows += _own_rows(name, own.values(), overlay, file, language)
    return rows


def measure_name(measure: str, language: Language) -> str:
    """Return the name of a measure."""
    _ = language.gettext
    return {
        "exports": _("Exports of Kazakhstan to Türkiye"),
        "imports": _("Imports of Kazakhstan from Türkiye"),
        TURNOVER: _("Trade turnover of Kazakhstan with Türkiye"),
    }[measure]


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What the figure shows.

    Attributes
    ----------
    measure : str
        One of `MEASURES`.
    years : pair of int
        First and last year.
    file : OwnFile or None
        The file in use.
    """

    measure: str
    years: tuple[int, int]
    file: OwnFile | None


def overlay_figure(
    chosen: Chosen,
    *,
    dataset: Dataset,
    filters: Filters,
    language: Language,
) -> Figure:
    """Return the figure of a measure in the tables of the dissertation and in the file.

    Parameters
    ----------
    chosen : Chosen
        Measure, years and file.
    dataset : Dataset
        All tables.
    filters : Filters
        The selected filters, for the texts.
    language : Language
        Language of the page.
    """
    _ = language.gettext
    file = chosen.file
    overlay = overlay_of(dataset, file, chosen.measure)
    first, last = chosen.years
    rows = [
        row
        for row in _rows(overlay, file, dataset=dataset, filters=filters, language=language)
        if first <= row["year"] <= last
    ]
    series = [
        (label_of(dataset, "origins", origin, language), colour)
        for origin, colour in zip(overlay.printed, cycle(TABLES), strict=False)
    ]
    colours = dict(zip(_CODES, OWN_FILE, strict=True))
    series += [
        (own_name(reporter, dataset=dataset, language=language), colours[reporter])
        for reporter in overlay.own
    ]
    name = measure_name(chosen.measure, language)
    saying = (
        _("{measure}: tables of the dissertation and your file")
        if overlay.own
        else _("{measure}: tables of the dissertation")
    )
    notes = []
    if file and any(not value.complete for own in overlay.own.values() for value in own.values()):
        notes.append(_("Hollow points are sums of the months available in an incomplete year."))
    if not series:
        notes.append(_("Neither the tables nor a file has values for this measure."))
    return Figure(
        id="own_file",
        headline=saying.format(measure=name),
        subtitle=label_of(dataset, "units", UNIT, language),
        form=own_lines(language=language, series=tuple(series), own=len(overlay.own))
        if series
        else None,
        rows=spaced(rows, by="series"),
        make_table=lambda: pd.DataFrame(columns=list(VALUE_COLUMNS)),
        origins=tuple(overlay.printed),
        notes=tuple(notes),
        alternative_text=_("Lines by year: one for each table and each reporter in the file."),
    )


def overlay_table(
    overlay: Overlay, years: tuple[int, int], *, dataset: Dataset, language: Language
) -> ShownTable:
    """Return the values of the figure as a table of years by series."""
    shown = [year for year in overlay.years if years[0] <= year <= years[1]]
    columns = [
        ShownColumn(head=language.gettext("Year"), cells=tuple(map(str, shown)), numeric=False)
    ]
    for origin, values in overlay.printed.items():
        by_year = {value.year: value.measured for value in values}
        cells = tuple(
            "" if (found := by_year.get(year)) is None else language.number(found) for year in shown
        )
        name = label_of(dataset, "origins", origin, language)
        columns.append(ShownColumn(head=name, cells=cells, numeric=True))
    for reporter, own in overlay.own.items():
        cells = tuple(own_amount(own[year], language) if year in own else "" for year in shown)
        name = own_name(reporter, dataset=dataset, language=language)
        columns.append(ShownColumn(head=name, cells=cells, numeric=True))
    return ShownTable(columns=tuple(columns), named_rows=True)
