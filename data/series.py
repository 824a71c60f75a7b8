"""Yearly series: which tables hold them, which one is shown first, what is computed from them."""

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

from data.dataset import Dataset

SERIES_TABLES = ("trade", "investment", "economy")

DEFAULT_SERIES: Mapping[str, str] = MappingProxyType({"trade": "table7", "investment": "table8"})
"""The longer of the competing tables is shown first; the other is one choice away."""

TURNOVER_PARTS = ("exports", "imports")

COMPUTED = "computed"
PRINTED = "printed"


def series_choices(dataset: Dataset, table: str) -> tuple[str, ...]:
    """Return the origin codes of the competing series of `table`, in the order of the file."""
    if table not in dataset.tables:
        return ()
    return tuple(dataset.tables[table]["origin"].drop_duplicates())


def printed_series(dataset: Dataset, table: str, indicator: str, origin: str) -> pd.DataFrame:
    """Return the rows of one printed series, by year.

    Raises
    ------
    TableRefusedError
        Where the table did not load.
    """
    rows = dataset.table(table)
    chosen = rows[(rows["indicator"] == indicator) & (rows["origin"] == origin)]
    return chosen.sort_values("year").assign(method=PRINTED)


def _computed(
    rows: pd.DataFrame, values: pd.Series, indicator: str, unit: str, paragraphs: pd.Series
) -> pd.DataFrame:
    """Make rows of a computed series that keep the origin and paragraphs of their inputs."""
    return pd.DataFrame(
        {
            "year": rows["year"],
            "indicator": indicator,
            "value": values,
            "qualifier": "exact",
            "unit": unit,
            "origin": rows["origin"],
            "paragraph": paragraphs,
            "method": COMPUTED,
        }
    )


def trade_balance(dataset: Dataset, origin: str) -> pd.DataFrame:
    """Return exports less imports of Kazakhstan by year, in the unit of the table.

    Only years with both sides are returned.
    """
    exports, imports = (
        printed_series(dataset, "trade", part, origin).set_index("year", drop=False)
        for part in TURNOVER_PARTS
    )
    exports = exports[exports["year"].isin(imports["year"])]
    imports = imports.loc[exports.index]
    paragraphs = exports["paragraph"] + ";" + imports["paragraph"]
    return _computed(
        exports,
        exports["value"] - imports["value"],
        "balance",
        str(exports["unit"].iloc[0]) if len(exports) else "",
        paragraphs,
    ).reset_index(drop=True)


def growth(rows: pd.DataFrame, indicator: str) -> pd.DataFrame:
    """Return the growth of a yearly series on the previous year, in per cent.

    A year whose predecessor is missing has no growth and no row.

    Parameters
    ----------
    rows : DataFrame
        One series, by year.
    indicator : str
        Name of the growth series.
    """
    by_year = rows.set_index("year", drop=False)
    before = by_year.reindex([year - 1 for year in by_year["year"]])
    ratio = by_year["value"].to_numpy() / before["value"].to_numpy() - 1
    paragraphs = pd.Series(
        [
            f"{earlier};{own}"
            for earlier, own in zip(before["paragraph"], by_year["paragraph"], strict=True)
        ],
        index=by_year.index,
    )
    computed = _computed(
        by_year, pd.Series(ratio * 100, by_year.index), indicator, "percent", paragraphs
    )
    return computed.dropna(subset="value").reset_index(drop=True)


def compound_growth(rows: pd.DataFrame) -> float | None:
    """Return the compound annual growth rate of a yearly series, in per cent.

    The rate r solves ``last = first * (1 + r / 100) ** (last year - first year)``.

    Returns
    -------
    float or None
        None where fewer than two years are there or the first value is not positive.
    """
    if len(rows) < 2 or rows["value"].iloc[0] <= 0:  # noqa: PLR2004
        return None
    span = int(rows["year"].iloc[-1] - rows["year"].iloc[0])
    ratio = float(rows["value"].iloc[-1] / rows["value"].iloc[0])
    return float((ratio ** (1 / span) - 1) * 100)


def change(rows: pd.DataFrame, year: int) -> float | None:
    """Return the change of a series from the year before to `year`, in per cent, or None."""
    found = growth(rows, "change")
    found = found[found["year"] == year]
    return float(found["value"].iloc[0]) if len(found) else None


def total(rows: pd.DataFrame) -> float:
    """Return the sum of the values of a series, in its unit."""
    return float(rows["value"].sum())
