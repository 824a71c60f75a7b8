"""Public data laid over charts of trade and investment: rows, form, headline, table, link."""

from dataclasses import replace

import pytest

from components.figures.registry import build_figure
from data.choice.parameters import filter_space
from data.choice.reading import to_query
from data.choice.source_parameters import LAID_OVER
from data.load.dataset import Dataset

LAID = ("trade_turnover", "trade_balance", "investment_flows")


@pytest.mark.parametrize("name", LAID)
def test_public_data_add_rows_and_do_not_change_the_headline(name: str, dataset: Dataset) -> None:
    start = filter_space(dataset).start("en")
    off = build_figure(name, dataset=dataset, filters=start)
    on = build_figure(name, dataset=dataset, filters=replace(start, record=LAID_OVER))
    later = replace(start, years=(2020, 2022), record=LAID_OVER)
    assert on.form is build_figure(name, dataset=dataset, filters=later).form
    assert (on.headline, on.finding) == (off.headline, off.finding)
    assert not any("record" in row for row in off.rows)
    added = on.rows[len(off.rows) :]
    assert added
    assert all(row["record"] and row.get("value") is None for row in added)
    assert {row["year"] for row in added} <= {row["year"] for row in off.rows}
    assert len(on.table) > len(off.table)
    assert set(off.origins) < set(on.origins)
    assert on.title == off.title
    assert "△\N{NO-BREAK SPACE}Public data from Kazakhstan" in on.subtitle
    assert ("+" in on.subtitle) == any(row["record_shape"] == "cross" for row in added)


def test_parts_of_years_are_hollow_marks_without_number_and_line(dataset: Dataset) -> None:
    chosen = replace(filter_space(dataset).start("en"), years=(2022, 2022), record=LAID_OVER)
    rows = build_figure("trade_turnover", dataset=dataset, filters=chosen).rows
    told = {
        (row["record"], row["record_shape"], row["record_label"], row["record_whole"])
        for row in rows
        if row["record"]
    }
    assert told == {
        (5890, "triangle-up", "", False),
        (6300, "triangle-up", "6,300\nKazakhstan", True),
        (4700, "cross", "", False),
    }


def test_a_line_joins_the_years_of_one_reporter_only(dataset: Dataset) -> None:
    chosen = replace(filter_space(dataset).start("en"), record=LAID_OVER)
    rows = build_figure("investment_flows", dataset=dataset, filters=chosen).rows
    joined = {row["year"]: row["record_name"] for row in rows if row["record_whole"]}
    assert joined[2019] == joined[2020] == "Ministry of Foreign Affairs of Kazakhstan"
    assert joined[2021] == "President of Kazakhstan"


def test_a_link_carries_whether_public_data_are_shown(dataset: Dataset) -> None:
    space = filter_space(dataset)
    start = space.start("en")
    assert "record" not in to_query(start, space)
    assert to_query(replace(start, record=LAID_OVER), space)["record"] == LAID_OVER
