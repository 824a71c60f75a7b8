"""Yearly series: which tables hold them, which one is shown first, what is computed from them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from data.dataset import Dataset
from data.languages import LANGUAGE_CODES, Language

SERIES_TABLES = ("trade", "investment", "economy")

DEFAULT_SERIES: Mapping[str, str] = MappingProxyType({"trade": "table7", "investment": "table8"})
"""The longer of the competing tables is shown first; the other is one choice away."""

TURNOVER_PARTS = ("exports", "imports")

PRINTED = "printed"
COMPUTED = "computed"


@dataclass(frozen=True, kw_only=True)
class Observation:
    """One value of one year.

    Attributes
    ----------
    year : int
        Calendar year.
    indicator : str
        What is measured, a code of `indicators`.
    value : float
        The value, in `unit`.
    unit : str
        A code of `units`.
    qualifier : str
        How firmly the source states it.
    origin : str
        Where it stands, a code of `origins`.
    paragraph : str
        Paragraphs that print it or what it is computed from, joined by a semicolon.
    method : str
        `PRINTED` or `COMPUTED`.
    sectors : str
        Sector codes it speaks of, joined by a semicolon.
    notes : tuple of str
        What a reader must know, in the order of `LANGUAGE_CODES`; empty where there is nothing.
    """

    year: int
    indicator: str
    value: float
    unit: str
    qualifier: str
    origin: str
    paragraph: str
    method: str = PRINTED
    sectors: str = ""
    notes: tuple[str, ...] = ()

    def note(self, language: Language) -> str:
        """Return the note in one language."""
        return self.notes[LANGUAGE_CODES.index(language.code)] if self.notes else ""


Series = tuple[Observation, ...]
"""Observations of one indicator from one origin, in the order of the years."""


def series_choices(dataset: Dataset, table: str) -> tuple[str, ...]:
    """Return the origin codes of the competing series of `table`, in the order of the file."""
    if table not in dataset.tables:
        return ()
    return tuple(dataset.tables[table]["origin"].drop_duplicates())


@lru_cache(maxsize=256)
def printed_series(dataset: Dataset, table: str, indicator: str, origin: str) -> Series:
    """Return one printed series.

    Raises
    ------
    TableRefusedError
        Where the table did not load.
    """
    rows = dataset.table(table)
    chosen = rows[(rows["indicator"] == indicator) & (rows["origin"] == origin)]
    return tuple(
        Observation(
            year=row["year"],
            indicator=indicator,
            value=row["value"],
            unit=row["unit"],
            qualifier=row["qualifier"],
            origin=origin,
            paragraph=row["paragraph"],
            sectors=row["sectors"],
            notes=tuple(row[f"note_{code}"] for code in LANGUAGE_CODES),
        )
        for row in chosen.sort_values("year").to_dict("records")
    )


def chosen_years(series: Series, years: tuple[int, int]) -> Series:
    """Return the observations from the first to the last of `years`, both included."""
    first, last = years
    return tuple(seen for seen in series if first <= seen.year <= last)


def _computed(
    seen: Observation, *, indicator: str, value: float, unit: str, inputs: Iterable[Observation]
) -> Observation:
    """Return a computed observation that names the paragraphs of all its inputs."""
    return replace(
        seen,
        indicator=indicator,
        value=value,
        unit=unit,
        qualifier="exact",
        paragraph=";".join(part.paragraph for part in inputs),
        method=COMPUTED,
        notes=(),
    )


def trade_balance(dataset: Dataset, origin: str) -> Series:
    """Return exports less imports of Kazakhstan for the years in which both are printed."""
    exports, imports = (printed_series(dataset, "trade", part, origin) for part in TURNOVER_PARTS)
    bought = {seen.year: seen for seen in imports}
    return tuple(
        _computed(
            sold,
            indicator="balance",
            value=sold.value - bought[sold.year].value,
            unit=sold.unit,
            inputs=(sold, bought[sold.year]),
        )
        for sold in exports
        if sold.year in bought
    )


def growth(series: Series, indicator: str) -> Series:
    """Return the growth of a series on the previous year, in per cent.

    A year whose predecessor is missing or not positive has no growth.

    Parameters
    ----------
    series : tuple of Observation
        Values of one indicator from one origin.
    indicator : str
        Name of the growth series.
    """
    by_year = {seen.year: seen for seen in series}
    return tuple(
        _computed(
            seen,
            indicator=indicator,
            value=(seen.value / before.value - 1) * 100,
            unit="percent",
            inputs=(before, seen),
        )
        for seen in series
        if (before := by_year.get(seen.year - 1)) is not None and before.value > 0
    )


def compound_growth(series: Series) -> float | None:
    """Return the compound annual growth rate of a series, in per cent.

    The rate r solves ``last = first * (1 + r / 100) ** (last year - first year)``.

    Returns
    -------
    float or None
        None where fewer than two years are there or an end is not positive.
    """
    if len(series) <= 1 or min(series[0].value, series[-1].value) <= 0:
        return None
    span = series[-1].year - series[0].year
    return float((series[-1].value / series[0].value) ** (1 / span) - 1) * 100


def total(series: Series) -> float:
    """Return the sum of the values of a series, in its unit."""
    return sum(seen.value for seen in series)
