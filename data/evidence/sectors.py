"""Taxonomy of sectors, and the sectors named by rows and years."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from data.evidence.origins import outside_origins
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset

SEPARATOR = ";"


def _codes(column: pd.Series) -> set[str]:
    return {code for cell in column for code in cell.split(SEPARATOR) if code}


def named_sectors(dataset: Dataset) -> tuple[str, ...]:
    """Return the sectors and themes named in any loaded row, in the order of the taxonomy.

    A theme is included if one of its sectors is.
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
    """Return the selected codes and, for a theme among them, every sector of the theme."""
    codes = frozenset(chosen)
    if not codes:
        return codes
    return codes.union(sector for sector, theme in _themes(dataset).items() if theme in codes)


def names_sectors(column: pd.Series, codes: frozenset[str]) -> pd.Series:
    """Return for each cell of joined sector codes whether it contains one of `codes`."""
    return column.map(lambda cell: not codes.isdisjoint(cell.split(SEPARATOR))).astype(bool)


@kept_with_dataset
def _themes(dataset: Dataset) -> Mapping[str, str]:
    """Return the theme of every sector; a theme maps to itself."""
    rows = dataset.table("sectors")
    pairs = zip(rows["sector"], rows["theme"], strict=True)
    return {str(sector): str(theme) or str(sector) for sector, theme in pairs}


@dataclass(frozen=True)
class Mention:
    """A main sector of investment in a year, as named by the source without an amount.

    Attributes
    ----------
    year : int
        Calendar year.
    sector, theme : str
        Codes of the sector and of its theme, which may be the same.
    origin, paragraph : str
        Origin code and paragraphs in the source.
    of_row : bool
        True if a row of the investment table names it and the table of mentions does not.
    """

    year: int
    sector: str
    theme: str
    origin: str
    paragraph: str
    of_row: bool = False


def _printed_mentions(dataset: Dataset) -> tuple[Mention, ...]:
    """Return the main sectors in the table of mentions, in printed order."""
    themes = _themes(dataset)
    rows = dataset.table("sector_mentions")
    main = rows[rows["mention"] == "main_investment_sector"]
    return tuple(
        Mention(
            year,
            row["sector"],
            themes.get(row["sector"], row["sector"]),
            row["origin"],
            str(row["paragraph"]),
        )
        for row in main.sort_values(["first_year", "position"]).to_dict("records")
        for year in range(row["first_year"], row["last_year"] + 1)
    )


def _mentions_of_rows(
    dataset: Dataset, printed: tuple[Mention, ...]
) -> Iterator[tuple[int, Mention]]:
    """Yield the sectors named in rows of investment, with the position of each in its row.

    They are main sectors if their origin prints main sectors, or if none are printed for the
    year.
    """
    if "investment" not in dataset.tables:
        return
    themes, outside = _themes(dataset), outside_origins(dataset)
    years, origins = ({getattr(one, part) for one in printed} for part in ("year", "origin"))
    for row in dataset.tables["investment"].to_dict("records"):
        counts = row["origin"] in origins or row["year"] not in years
        if not counts or row["origin"] in outside:
            continue
        for place, code in enumerate(filter(None, row["sectors"].split(SEPARATOR))):
            yield (
                place,
                Mention(
                    int(row["year"]),
                    code,
                    themes.get(code, code),
                    row["origin"],
                    row["paragraph"],
                    of_row=True,
                ),
            )


@kept_with_dataset
def main_sectors(dataset: Dataset) -> tuple[Mention, ...]:
    """Return the main sectors of investment by year, in printed order.

    They come from the table of mentions and from the column of sectors of the investment table; a
    sector is returned once for each year and origin.

    Raises
    ------
    TableRefusedError
        If a required table did not load.
    """
    printed = _printed_mentions(dataset)
    found = {(one.year, one.sector, one.origin): one for one in printed}
    for _place, one in sorted(_mentions_of_rows(dataset, printed), key=lambda pair: pair[0]):
        found.setdefault((one.year, one.sector, one.origin), one)
    return tuple(sorted(found.values(), key=lambda mention: mention.year))


def years_naming(dataset: Dataset, chosen: tuple[str, ...]) -> frozenset[int]:
    """Return the years whose main investment sectors include a selected sector or theme.

    Empty if the table of mentions did not load.
    """
    if "sector_mentions" not in dataset.tables:
        return frozenset()
    codes = with_sectors(dataset, chosen)
    return frozenset(mention.year for mention in main_sectors(dataset) if mention.sector in codes)
