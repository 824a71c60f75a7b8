"""Loading with faults: file, row, column and rule are reported; the other tables load."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data.evidence.origins import outside_origins
from data.load.dataset import Dataset, load_dataset
from data.load.identifiers import CITED_TABLES
from data.load.package import read_package
from data.problems import Problem, Rule, TableRefusedError
from tests.data.copies import Change, copy_package, with_line

CASES: list[tuple[str, Change, Rule, int | None, str]] = [
    (
        "trade",
        with_line(1, lambda row: row.replace("qualifier,", "")),
        Rule.COLUMN_PRESENT,
        None,
        "qualifier",
    ),
    (
        "trade",
        with_line(1, lambda row: row.replace("qualifier", "quality")),
        Rule.COLUMN_KNOWN,
        1,
        "quality",
    ),
    ("trade", with_line(1, lambda row: row.replace("low", "value")), Rule.COLUMN_ONCE, 1, "value"),
    ("trade", with_line(3, lambda row: row.replace(",3000,", ",three,")), Rule.NUMBER, 3, "value"),
    (
        "trade",
        with_line(3, lambda row: row.replace(",3000,", ',"3,000",')),
        Rule.NUMBER,
        3,
        "value",
    ),
    ("trade", with_line(3, lambda row: row.replace(",3000,", ",nan,")), Rule.NUMBER, 3, "value"),
    (
        "trade",
        with_line(3, lambda row: row.replace("2021,", "202x,", 1)),
        Rule.WHOLE_NUMBER,
        3,
        "year",
    ),
    ("trade", with_line(3, lambda row: row.replace("2021,", "3021,", 1)), Rule.AT_MOST, 3, "year"),
    ("trade", with_line(3, lambda row: row.replace("2021,", "21,", 1)), Rule.AT_LEAST, 3, "year"),
    (
        "trade",
        with_line(3, lambda row: row.replace(",3000,,", ",,,")),
        Rule.VALUE_OR_RANGE,
        3,
        "value, low, high",
    ),
    (
        "trade",
        with_line(3, lambda row: row.replace(",3000,,,", ",,9,8,")),
        Rule.RANGE_ORDER,
        3,
        "low, high",
    ),
    (
        "trade",
        with_line(3, lambda row: row.replace("exact", "sure")),
        Rule.ALLOWED_VALUE,
        3,
        "qualifier",
    ),
    (
        "trade",
        with_line(3, lambda row: row.replace("table6", "table60")),
        Rule.KNOWN_CODE,
        3,
        "origin",
    ),
    ("trade", with_line(3, lambda row: row.replace("table6", "")), Rule.FILLED, 3, "origin"),
    (
        "trade",
        with_line(3, lambda row: row.replace(",trade,", ",trade;gold,")),
        Rule.KNOWN_CODE,
        3,
        "sectors",
    ),
    (
        "trade",
        with_line(3, lambda row: row.replace(",trade,", ",Trade!,")),
        Rule.PATTERN,
        3,
        "sectors",
    ),
    (
        "trade",
        with_line(3, lambda row: row.replace("934", "somewhere")),
        Rule.PATTERN,
        3,
        "paragraph",
    ),
    (
        "trade",
        with_line(3, lambda row: row.replace("2021,", "2020,", 1)),
        Rule.UNIQUE_KEY,
        3,
        "origin, year, indicator",
    ),
    ("trade", with_line(3, lambda row: row.replace("\n", ",more\n")), Rule.CELL_COUNT, 3, ""),
    (
        "survey_questions",
        with_line(2, lambda row: row.replace(",profile,", ",profil,")),
        Rule.KNOWN_CODE,
        2,
        "section",
    ),
]


@pytest.mark.parametrize(
    ("rule", "before", "after", "expected"),
    [
        (Rule.PATTERN, "934", "somewhere", "[0-9]+(;[0-9]+)*"),
        (Rule.AT_LEAST, "2021", "1021", "1900"),
        (Rule.AT_MOST, "2021", "9021", "2100"),
        (Rule.KNOWN_CODE, "table6", "table60", "origins"),
    ],
)
def test_a_fault_of_a_cell_states_what_is_required(
    broken: Callable[[str, Change], Dataset], rule: Rule, before: str, after: str, expected: str
) -> None:
    loaded = broken("trade", with_line(3, lambda row: row.replace(before, after, 1)))
    (problem,) = (problem for problem in loaded.problems if problem.table == "trade")
    assert (problem.rule, problem.found, problem.expected) == (rule, after, expected)


@pytest.mark.parametrize("case", CASES)
def test_a_fault_is_reported_and_the_other_tables_load(
    broken: Callable[[str, Change], Dataset], case: tuple[str, Change, Rule, int | None, str]
) -> None:
    table, change, rule, row, column = case
    loaded = broken(table, change)
    own = [problem for problem in loaded.problems if problem.table == table]
    assert (rule, row, column) in {(p.rule, p.row, p.column) for p in own}, own
    assert {problem.file for problem in own} == {f"{table}.csv"}
    assert table not in loaded.tables
    assert "investment" in loaded.tables
    with pytest.raises(TableRefusedError) as refused:
        loaded.table(table)
    assert refused.value.problems == tuple(own)


def test_a_note_in_some_languages_only_is_refused(
    broken: Callable[[str, Change], Dataset],
) -> None:
    loaded = broken("trade", lambda text: text.replace("Described as steady growth.", ""))
    (problem,) = loaded.problems
    assert (problem.rule, problem.row) == (Rule.ALL_LANGUAGES, 16)


@pytest.mark.parametrize(
    "case",
    [
        ("events", "1992-10-31,day", "1992-13-31,day", Rule.DATE, "date"),
        ("facts", ",USD_billion,", ",EUR_billions,", Rule.KNOWN_CODE, "unit"),
        ("facts", ",exact,", ",surely,", Rule.ALLOWED_VALUE, "qualifier"),
        ("ownership", ",table3,", ",table33,", Rule.KNOWN_CODE, "origin"),
        ("conflicts", ",high,", ",grave,", Rule.ALLOWED_VALUE, "severity"),
    ],
)
def test_a_row_of_the_catalogue_is_refused_with_its_rule(
    broken: Callable[[str, Change], Dataset], case: tuple[str, str, str, Rule, str]
) -> None:
    table, before, after, rule, column = case
    loaded = broken(table, lambda text: text.replace(before, after, 1))
    (problem,) = loaded.problems
    assert (problem.rule, problem.column) == (rule, column)
    assert problem.row is not None
    assert "trade" in loaded.tables


@pytest.mark.parametrize(
    ("before", "after", "rule", "column"),
    [
        ("turnover-tables-6-7,contradiction,", "turnover-tables-6-7,,", Rule.FILLED, "class"),
        (
            "turnover-tables-6-7,contradiction,",
            "turnover-tables-6-7,quarrel,",
            Rule.ALLOWED_VALUE,
            "class",
        ),
        (",table6:2020:turnover;", ",table6:1920:turnover;", Rule.CITED_ROW, "rows"),
    ],
)
def test_a_conflict_without_a_class_or_with_an_unknown_row_is_named_and_left_out(
    broken: Callable[[str, Change], Dataset], before: str, after: str, rule: Rule, column: str
) -> None:
    loaded = broken("conflicts", lambda text: text.replace(before, after, 1))
    (problem,) = loaded.problems
    assert (problem.table, problem.rule, problem.row) == ("conflicts", rule, 2)
    assert problem.column == column
    assert "turnover-tables-6-7" not in set(loaded.tables["conflicts"]["conflict"])
    assert "exports-tables-6-7" in set(loaded.tables["conflicts"]["conflict"])


def test_a_removed_fact_is_named_by_the_conflicts_that_cite_it(
    broken: Callable[[str, Change], Dataset],
) -> None:
    fact = "kz-tr-turnover-p1320"
    loaded = broken("facts", lambda text: text.replace(f"\n{fact},", f"\n{fact}-renamed,", 1))
    assert {(p.table, p.rule, p.found) for p in loaded.problems} == {
        ("conflicts", Rule.CITED_ROW, fact)
    }
    assert "kz-tr-turnover-p1320-renamed" in set(loaded.tables["facts"]["fact"])


def test_conflicts_are_loaded_after_all_tables_that_they_cite() -> None:
    order = [resource.name for resource in read_package().resources]
    assert order.index("conflicts") > max(order.index(name) for name in CITED_TABLES)


def test_without_a_cited_table_its_own_fault_is_the_only_one(
    broken: Callable[[str, Change], Dataset],
) -> None:
    loaded = broken("facts", lambda text: text.replace(",exact,", ",surely,", 1))
    assert {problem.table for problem in loaded.problems} == {"facts"}
    assert "conflicts" in loaded.tables


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    copy_package(tmp_path)
    (tmp_path / "tables" / "economy.csv").unlink()
    loaded = load_dataset(tmp_path)
    assert loaded.problems == (
        Problem(table="economy", file="economy.csv", rule=Rule.FILE_PRESENT),
    )


def test_a_file_in_another_encoding_is_reported(tmp_path: Path) -> None:
    copy_package(tmp_path)
    path = tmp_path / "tables" / "trade.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))
    (problem,) = load_dataset(tmp_path).problems
    assert (problem.table, problem.rule) == ("trade", Rule.UTF8)


def test_a_lookup_table_loads_without_its_faulty_row(
    broken: Callable[[str, Change], Dataset],
) -> None:
    loaded = broken("origins", lambda text: text.replace(",Table 6,", ",,", 1))
    assert "table6" not in set(loaded.tables["origins"]["origin"])
    assert "survey_answers" in loaded.tables
    named = {(p.table, p.rule) for p in loaded.problems}
    assert named >= {("origins", Rule.FILLED), ("trade", Rule.KNOWN_CODE)}


def test_tables_that_refer_to_a_refused_lookup_table_are_refused(
    broken: Callable[[str, Change], Dataset],
) -> None:
    loaded = broken("units", with_line(1, lambda row: row.replace("unit,", "item,", 1)))
    assert {"units", "trade"}.isdisjoint(loaded.tables)
    assert "sector_mentions" in loaded.tables
    own = [problem for problem in loaded.problems if problem.table == "trade"]
    assert {problem.rule for problem in own} == {Rule.TABLE_LOADED}
    assert "units.csv" in {problem.expected for problem in own}


OUTSIDE_ORIGIN = (
    "office,public,Office,Office,Office,Office,Trade,Trade,Trade,Trade,,,,,"
    "https://example.org,2025-03-01\n"
)


def with_origin(tmp_path: Path, origin: str, trade: str) -> Dataset:
    copy_package(tmp_path)
    for name, row in (("origins", origin), ("trade", trade)):
        path = tmp_path / "tables" / f"{name}.csv"
        path.write_text(path.read_text(encoding="utf-8") + row, encoding="utf-8")
    return load_dataset(tmp_path)


def test_a_value_from_outside_has_an_origin_without_paragraphs(tmp_path: Path) -> None:
    loaded = with_origin(
        tmp_path, OUTSIDE_ORIGIN, "2022,turnover,4000,,,exact,USD_million,office,,,,,,\n"
    )
    assert loaded.problems == ()
    assert outside_origins(loaded) - outside_origins(load_dataset()) == {"office"}


@pytest.mark.parametrize(
    ("origin", "trade", "table", "rule"),
    [
        (
            OUTSIDE_ORIGIN.replace("https://example.org", ""),
            "2022,turnover,4000,,,exact,USD_million,office,,,,,,\n",
            "origins",
            Rule.PLACE_OF_ORIGIN,
        ),
        (
            OUTSIDE_ORIGIN.replace(",,,,,https", ",,1,2,,https"),
            "2022,turnover,4000,,,exact,USD_million,office,,,,,,\n",
            "origins",
            Rule.PLACE_OF_ORIGIN,
        ),
        (
            OUTSIDE_ORIGIN,
            "2022,turnover,4000,,,exact,USD_million,office,1044,,,,,\n",
            "trade",
            Rule.PARAGRAPH_OF_VALUE,
        ),
        (
            OUTSIDE_ORIGIN,
            "2024,turnover,4000,,,exact,USD_million,table7,,,,,,\n",
            "trade",
            Rule.PARAGRAPH_OF_VALUE,
        ),
    ],
)
def test_only_an_origin_outside_the_dissertation_needs_no_paragraphs(
    tmp_path: Path, origin: str, trade: str, table: str, rule: Rule
) -> None:
    loaded = with_origin(tmp_path, origin, trade)
    assert (table, rule) in {(problem.table, problem.rule) for problem in loaded.problems}
