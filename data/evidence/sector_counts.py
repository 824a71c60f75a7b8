"""How much of the evidence names each sector: values, routes, events and answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.evidence.sectors import SEPARATOR, with_sectors
from data.evidence.values import SERIES_TABLES
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset

VALUE_TABLES = (*SERIES_TABLES, "facts")
"""Tables whose rows are counted as values."""


@dataclass(frozen=True, kw_only=True)
class Named:
    """Number of rows that name a sector, or for a theme any sector of it."""

    values: int
    routes: int
    events: int
    answers: int


def _named_in(dataset: Dataset, table: str) -> list[frozenset[str]]:
    """Return the sectors of each row of a table; none if it did not load."""
    if table not in dataset.tables or "sectors" not in dataset.tables[table].columns:
        return []
    return [frozenset(cell.split(SEPARATOR)) for cell in dataset.tables[table]["sectors"]]


@kept_with_dataset
def sector_counts(dataset: Dataset) -> Mapping[str, Named]:
    """Return for each sector and theme how many rows name it.

    A row that names several sectors of a theme counts once for the theme.
    """
    if "sectors" not in dataset.tables:
        return {}
    values = [named for table in VALUE_TABLES for named in _named_in(dataset, table)]
    routes, events, answers = (
        _named_in(dataset, table) for table in ("routes", "events", "survey_answers")
    )

    def count(rows: list[frozenset[str]], codes: frozenset[str]) -> int:
        return sum(not codes.isdisjoint(named) for named in rows)

    found = {}
    for code in dataset.tables["sectors"]["sector"]:
        codes = with_sectors(dataset, (str(code),))
        found[str(code)] = Named(
            values=count(values, codes),
            routes=count(routes, codes),
            events=count(events, codes),
            answers=count(answers, codes),
        )
    return found
