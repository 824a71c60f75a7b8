"""The taxonomy of sectors and what it says of rows and years."""

from collections.abc import Iterable

import pandas as pd

from data.dataset import Dataset

SEPARATOR = ";"


def _codes(column: pd.Series) -> set[str]:
    return {code for cell in column for code in cell.split(SEPARATOR) if code}


def named_sectors(dataset: Dataset) -> tuple[str, ...]:
    """Return the sectors and themes that some loaded row names, in the order of the taxonomy.

    A theme counts as named where one of its sectors is.
    """
    if "sectors" not in dataset.tables:
        return ()
    taxonomy = dataset.tables["sectors"]
    named: set[str] = set()
    for table in dataset.tables.values():
        if "sectors" in table.columns:
            named |= _codes(table["sectors"])
    if "sector_mentions" in dataset.tables:
        named |= set(dataset.tables["sector_mentions"]["sector"])
    themes = taxonomy.set_index("sector")["theme"]
    named |= {str(themes[code]) for code in named if code in themes.index}
    return tuple(code for code in taxonomy["sector"] if code in named)


def with_sectors(dataset: Dataset, chosen: Iterable[str]) -> frozenset[str]:
    """Return the chosen codes and, for a theme among them, every sector of the theme."""
    taxonomy = dataset.table("sectors")
    codes = set(chosen)
    return frozenset(codes | set(taxonomy.loc[taxonomy["theme"].isin(codes), "sector"]))


def speaks_of(column: pd.Series, codes: frozenset[str]) -> pd.Series:
    """Tell for each cell of joined sector codes whether it names one of `codes`."""
    return column.map(lambda cell: not codes.isdisjoint(cell.split(SEPARATOR))).astype(bool)


def years_naming(dataset: Dataset, chosen: Iterable[str]) -> frozenset[int]:
    """Return the years whose main investment sectors (Table 8) include one of the chosen ones."""
    mentions = dataset.table("sector_mentions")
    main = mentions[mentions["mention"] == "main_investment_sector"]
    found = main[main["sector"].isin(with_sectors(dataset, chosen))]
    return frozenset(
        year
        for first, last in zip(found["first_year"], found["last_year"], strict=True)
        for year in range(int(first), int(last) + 1)
    )
