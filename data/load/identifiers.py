"""Identifiers of values, events, organisations and public records that a conflict may cite."""

from collections.abc import Iterator, Mapping

import pandas as pd

from data.load.package import Resource
from data.load.records import records
from data.problems import Problem, Rule

YEARLY_TABLES = ("trade", "investment", "economy")
"""Tables of yearly values."""

CITED_TABLES = (
    *YEARLY_TABLES,
    "facts",
    "ownership",
    "survey_answers",
    "events",
    "organisations",
    "route_record",
)
"""Tables whose rows a conflict may cite."""

CITING_TABLE, CITING_COLUMN = "conflicts", "rows"
SEPARATOR = ";"
RECORD = "record:"
"""Prefix of identifiers of public records of routes."""

PUBLIC = "public:"
"""Prefix of identifiers of rows of the public record."""


def series_id(origin: str, year: int | str, indicator: str) -> str:
    """Return the identifier of a value of a yearly table, such as `table7:2022:turnover`."""
    return f"{origin}:{year}:{indicator}"


def answer_id(question: int | str, answer: str) -> str:
    """Return the identifier of the share of an answer, such as `survey:5:no_answer`."""
    return f"survey:{question}:{answer}"


def stake_id(project: str, holder: str, paragraph: str) -> str:
    """Return the identifier of an ownership stake, such as `btc:bp:776`."""
    return f"{project}:{holder}:{paragraph}"


def record_id(route: str, measure: str) -> str:
    """Return the identifier of the public record of a route, such as `record:btc:length`.

    It covers all figures of one measure, because newer public figures replace older ones.
    """
    return f"{RECORD}{route}:{measure}"


def public_id(record: str) -> str:
    """Return the identifier of a row of the public record, such as `public:kz-tr-turnover-2022`."""
    return f"{PUBLIC}{record}"


def is_record(identifier: str) -> bool:
    """Return whether an identifier names the public record of a route."""
    return identifier.startswith(RECORD)


def is_paragraph(identifier: str) -> bool:
    """Return whether an identifier names a paragraph, such as `p1332`."""
    return identifier.startswith("p") and identifier[1:].isdigit()


def known_identifiers(tables: Mapping[str, pd.DataFrame]) -> Iterator[str]:
    """Yield the identifier of every row of `CITED_TABLES`; all of them must be in `tables`."""
    for name in YEARLY_TABLES:
        for row in records(tables[name]):
            yield series_id(row["origin"], row["year"], row["indicator"])
    for row in records(tables["ownership"]):
        yield stake_id(row["project"], row["holder"], row["paragraph"])
    for row in records(tables["survey_answers"]):
        yield answer_id(row["question"], row["answer"])
    for row in records(tables["route_record"]):
        yield record_id(row["route"], row["measure"])
    yield from tables["facts"]["fact"].astype(str)
    yield from tables["events"]["event"].astype(str)
    yield from tables["organisations"]["organisation"].astype(str)


def check_citations(
    resource: Resource, rows: pd.DataFrame, tables: Mapping[str, pd.DataFrame]
) -> list[Problem]:
    """Find conflicts that cite a row that no table has.

    Parameters
    ----------
    resource : Resource
        Description of the table; tables other than the conflicts pass.
    rows : DataFrame
        Rows that passed the checks of their cells, as text; the index is the line in the file.
    tables : mapping of str to DataFrame
        Tables loaded before this one. Without all of `CITED_TABLES` nothing is checked, because the
        missing table is reported itself.

    Returns
    -------
    list of Problem
        One fault for each conflict, with the first unknown row.
    """
    if resource.name != CITING_TABLE or any(name not in tables for name in CITED_TABLES):
        return []
    known = frozenset(known_identifiers(tables))
    problems = []
    for number, cell in zip(rows.index, rows[CITING_COLUMN], strict=True):
        cited = cell.split(SEPARATOR)
        unknown = [row for row in cited if row not in known and not is_paragraph(row)]
        if unknown:
            problems.append(
                Problem(
                    table=resource.name,
                    file=resource.file,
                    rule=Rule.CITED_ROW,
                    row=int(number),
                    column=CITING_COLUMN,
                    found=unknown[0],
                )
            )
    return problems
