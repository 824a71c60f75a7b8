"""The part of a page that is drawn apart: what its picture depends on, and when it is drawn."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
import streamlit as st
from streamlit.errors import StreamlitAPIException

from components.map.explorer import show_map_figures
from components.page import apart
from components.page.shell import View
from components.process.figures import picture_of, stored_figure
from data.choice.parameters import FilterSpace
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset


@pytest.fixture(autouse=True)
def _session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_picture_changes_with_its_figure_only(code: str, space: FilterSpace) -> None:
    start = space.start(code)
    later = replace(start, years=(start.years[0] + 1, start.years[1]))

    def pictures(figure: str) -> set[str]:
        return {picture_of(stored_figure(figure, filters)) for filters in (start, later)}

    assert len(pictures("oil_by_mode")) == 1
    assert len(pictures("trade_turnover")) == 2


def test_pictures_of_languages_differ(space: FilterSpace) -> None:
    drawn = {picture_of(stored_figure("oil_by_mode", space.start(code))) for code in LANGUAGE_CODES}
    assert len(drawn) == len(LANGUAGE_CODES)


def test_figures_below_the_map_depend_on_the_years_with_an_open_panel_only(
    dataset: Dataset, space: FilterSpace
) -> None:
    assert show_map_figures.seen
    start = space.start("en")
    later = replace(start, years=(start.years[0] + 1, start.years[1]))
    views = [View(dataset, filters, language("en")) for filters in (start, later)]

    def seen() -> list[object]:
        return [show_map_figures.seen(view) for view in views] if show_map_figures.seen else []

    assert seen()[0] == seen()[1]
    st.session_state["chosen_panel_oil_by_mode"] = "link"
    assert seen()[0] != seen()[1]
    st.session_state.clear()
    st.session_state["chosen_map_figures"] = "list"
    assert seen()[0] != seen()[1]


def test_a_part_is_outdated_once_its_picture_has_changed() -> None:
    assert not apart.is_outdated()
    now = ["first"]
    apart.watch_apart(lambda: now[0])
    assert apart.is_outdated()
    apart.note_drawn("first")
    assert not apart.is_outdated()
    now[0] = "second"
    assert apart.is_outdated()
    apart.watch_apart(None)
    assert not apart.is_outdated()


@pytest.mark.parametrize(
    ("queued", "alone"), [(None, False), ([], False), (["a"], True), (["a", "b"], False)]
)
def test_a_run_of_one_fragment_is_alone(
    queued: list[str] | None, *, alone: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = SimpleNamespace(fragment_ids_this_run=queued)
    monkeypatch.setattr(apart, "get_script_run_ctx", lambda: context)
    assert apart.runs_alone() is alone


def test_both_fragments_are_drawn_after_a_change_of_the_picture(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[list[str]] = []
    context = SimpleNamespace(fragment_ids_this_run=["content"])
    monkeypatch.setattr(apart, "get_script_run_ctx", lambda: context)
    monkeypatch.setattr(st, "rerun", asked.append)
    apart.redraw_outdated()
    assert asked == []
    apart.watch_apart(lambda: "new")
    apart.redraw_outdated()
    assert asked == [[apart.CONTENT, apart.APART]]
    # A run of the whole page draws both.
    context.fragment_ids_this_run = []
    apart.redraw_outdated()
    assert len(asked) == 1


def test_a_part_that_was_never_drawn_stops_no_callback(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_scope: list[str]) -> None:
        raise StreamlitAPIException

    context = SimpleNamespace(fragment_ids_this_run=["content"])
    monkeypatch.setattr(apart, "get_script_run_ctx", lambda: context)
    monkeypatch.setattr(st, "rerun", refuse)
    apart.watch_apart(lambda: "new")
    apart.redraw_outdated()
