"""Filters of a session: links, user actions, and temporary faults of tables."""

import time
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from components.charts.interaction import YEAR_BRUSH, YEAR_CLICK
from components.controls import selections
from components.controls.selections import take_from_map, take_row, take_selection
from components.page import visit
from components.page.choice import Choice, changed, opened, reread
from data.choice.parameters import Filters, FilterSpace, filter_space
from data.load.dataset import Dataset


@pytest.fixture
def half(dataset: Dataset) -> FilterSpace:
    """Valid filter values while two tables have faults."""
    lost = {"trade", "routes"}
    tables = {name: table for name, table in dataset.tables.items() if name not in lost}
    return filter_space(replace(dataset, tables=tables))


def test_filters_are_kept_while_their_table_has_faults(
    space: FilterSpace, half: FilterSpace
) -> None:
    link = {"lang": "kk", "years": "2019-2020", "selected": "btc", "trade": "table6"}
    before = opened(link, space, "en", complete=True)
    during = reread(before, space, half, complete=False)
    assert during.filters.route == ""
    # The address keeps parameters that are temporarily invalid.
    assert during.query(half) == link
    again = changed(during, [("sectors", "oil")], half)
    after = reread(again, half, space, complete=True)
    assert after.filters == replace(before.filters, sectors=("oil",))
    assert after.waiting == {}
    assert after.refusals == ()


def test_a_change_to_what_a_missing_table_has_waits_for_it(
    space: FilterSpace, half: FilterSpace
) -> None:
    before = Choice(filters=space.start("en"))
    during = changed(before, [("selected", "btc")], half, complete=False)
    assert (during.filters.route, dict(during.waiting)) == ("", {"selected": "btc"})
    after = reread(during, half, space, complete=True)
    assert (after.filters.route, dict(after.waiting)) == ("btc", {})
    assert changed(before, [("selected", "btc")], half).waiting == {}
    assert changed(before, [("lang", "xx"), ("unknown", "1")], half, complete=False).waiting == {}


def test_a_new_filter_replaces_one_kept_for_a_faulty_table(
    space: FilterSpace, half: FilterSpace
) -> None:
    before = opened({"selected": "btc"}, space, "en", complete=True)
    during = reread(before, space, half, complete=False)
    cleared = changed(during, [("selected", "")], half)
    assert reread(cleared, half, space, complete=True).filters.route == ""
    everything = changed(during, [("clear", "")], half)
    assert everything.waiting == {}


def test_filters_that_are_invalid_after_the_repair_are_refused(
    space: FilterSpace, half: FilterSpace
) -> None:
    before = opened({"selected": "btc"}, space, "en", complete=True)
    after = reread(before, space, half, complete=True)
    assert [(part.parameter, part.text) for part in after.refusals] == [("selected", "btc")]
    assert changed(after, [("sectors", "oil")], half).refusals == ()


def test_an_action_without_effect_keeps_the_address(space: FilterSpace) -> None:
    before = opened({"years": "2019-2020"}, space, "en", complete=True)
    assert before.addressed
    assert changed(before, [("years", "2019-2020"), ("years", "1066")], space).addressed
    assert not changed(before, [("years", "2019-2021")], space).addressed


@pytest.fixture
def session(
    dataset: Dataset, space: FilterSpace, monkeypatch: pytest.MonkeyPatch
) -> dict[str, Any]:
    """A session with a choice, without Streamlit around it."""
    state: dict[str, Any] = {"atlas_choice": Choice(filters=space.start("en"))}
    state["atlas_space"] = space
    stand_in = SimpleNamespace(session_state=state)
    monkeypatch.setattr(visit, "st", stand_in)
    monkeypatch.setattr(selections, "st", stand_in)
    monkeypatch.setattr(visit, "stored", lambda: (dataset, space))
    return state


def filters_of(session: dict[str, Any]) -> Filters:
    state: Choice = session["atlas_choice"]
    return state.filters


def take_years(session: dict[str, Any], selection: object, space: FilterSpace) -> Filters:
    session["chart"] = {"selection": selection}
    take_selection("trade_turnover", "chart", space, lambda answer: (answer,))
    return filters_of(session)


@pytest.mark.parametrize(
    "selection",
    [
        {YEAR_CLICK: [{"year": 2020}, {"year": -50_000_000}]},
        {YEAR_CLICK: [{"year": 2020}, {"year": 10**400}, {"year": float("nan")}]},
        {YEAR_CLICK: [{"year": 2020}, {"year": "2023"}, {"year": None}, {"year": True}, 2023]},
        {YEAR_BRUSH: {"year": [2020, 99_999]}},
    ],
    ids=str,
)
def test_forged_years_are_limited_to_valid_years(
    session: dict[str, Any], space: FilterSpace, selection: object
) -> None:
    assert take_years(session, selection, space).years == (2020, 2020)


@pytest.mark.parametrize(
    "selection",
    [
        None,
        [],
        {YEAR_CLICK: None},
        {YEAR_CLICK: [{"year": -1}]},
        {YEAR_BRUSH: {"year": [1, 2]}},
        {YEAR_BRUSH: []},
        {"objects": {"a": 1}},
    ],
    ids=str,
)
def test_an_invalid_selection_keeps_the_years(
    session: dict[str, Any], space: FilterSpace, selection: object
) -> None:
    before = filters_of(session).years
    assert take_years(session, selection, space).years == before


def test_a_selection_of_very_many_points_is_fast(
    session: dict[str, Any], space: FilterSpace
) -> None:
    forged = {YEAR_CLICK: [{"year": year} for year in range(2_000_000)]}
    started = time.process_time()
    take_years(session, forged, space)
    assert time.process_time() - started < 0.2


@pytest.mark.parametrize(
    "objects",
    [None, [], {"routes": None}, {"routes": ["btc"]}, {"routes": [{"route": 1}]}, {"r": [{}]}],
    ids=str,
)
def test_a_forged_click_on_the_map_selects_nothing(
    session: dict[str, Any], objects: object
) -> None:
    session["map"] = {"selection": {"objects": objects}}
    take_from_map("map")
    take_from_map("gone")
    assert filters_of(session).route == ""


def test_a_forged_route_or_row_selects_nothing(session: dict[str, Any]) -> None:
    for route in ("atlantis", "x" * 2_000_000, "\ud800"):
        session["map"] = {"selection": {"objects": {"routes": [{"route": route}]}}}
        take_from_map("map")
        assert filters_of(session).route == ""
    for rows in ([99], [-1], ["0"], None, [1.5]):
        session["list"] = {"selection": {"rows": rows}}
        take_row("list", ["btc"])
        assert filters_of(session).route == ""
    session["list"] = {"selection": {"rows": [0]}}
    take_row("list", ["btc"])
    assert filters_of(session).route == "btc"


def test_the_last_of_several_clicked_answers_is_selected(
    session: dict[str, Any], space: FilterSpace
) -> None:
    def click(*answers: str) -> tuple[str, ...]:
        session["survey"] = {"selection": {"answer_click": [{"answer": one} for one in answers]}}
        take_selection("survey_q10", "survey", space, lambda answer: (answer,))
        return filters_of(session).sectors

    assert click("oil") == ("oil",)
    # Of two clicks that arrive together, the later one is applied.
    assert click("oil", "gas", "metals") == ("metals",)
    assert click("oil", "gas") == ()
    assert click("oil", "gas", "atlantis") == ()
