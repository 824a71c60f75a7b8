"""The map of one year compared with an earlier one: marks, words, files."""

import json
from dataclasses import replace

import pytest

from components.export.picture import picture_of
from components.figures.figure import Figure
from components.figures.registry import build_figure, shown_choice
from components.figures.route_map import MAP
from components.map.content import CARD, WIDE, MapContent, map_content
from components.map.deck import map_deck
from components.map.legend import colour_legend, map_legend
from components.map.style import COMPARED_OPACITY
from components.page.screen import Screen
from data.choice.parameters import Filters, FilterSpace
from data.choice.reading import from_query, to_query
from data.evidence.routes import OPERATING, PLANNED, UNKNOWN, routes
from data.evidence.standing import standing
from data.evidence.status_changes import StatusChange, status_changes
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset


@pytest.fixture
def compared(space: FilterSpace) -> Filters:
    return replace(space.start("en"), as_of=2023, since=2004)


def figure(dataset: Dataset, filters: Filters) -> Figure:
    return build_figure(MAP, dataset=dataset, filters=filters)


def content(dataset: Dataset, filters: Filters) -> MapContent:
    return map_content(dataset, filters, language(filters.language), WIDE)


def test_a_change_is_between_two_stated_statuses(dataset: Dataset) -> None:
    known = routes(dataset)
    found = status_changes(dataset, 2004, 2023)
    assert found["btc"] == StatusChange(PLANNED, OPERATING)
    assert found["tap"] == StatusChange(None, OPERATING)
    for code, change in found.items():
        assert change.before == standing(known[code], 2004)
        assert change.before != change.after == standing(known[code], 2023)
        assert change.before != UNKNOWN, "nothing says that it has changed"
        assert change.opened + change.added <= 1
    assert not status_changes(dataset, 2023, 2023)


def test_changed_lines_have_an_edge_and_the_others_are_pale(
    dataset: Dataset, compared: Filters
) -> None:
    changed = status_changes(dataset, 2004, 2023)
    strokes = content(dataset, compared).strokes
    assert {one.route for one in strokes if one.changed} == changed.keys() & {
        one.route for one in strokes
    }
    assert all(one.edged == one.changed for one in strokes)
    pale = [one for one in strokes if not one.changed and one.opacity <= COMPARED_OPACITY]
    assert pale
    tips = {one.route: one.tip for one in strokes}
    assert tips["btc"].endswith("in 2004: planned")
    assert tips["tap"].endswith("in 2004: not yet announced or opened")
    layers = json.loads(map_deck(content(dataset, compared), screen=Screen(), round_=0).to_json())[
        "layers"
    ]
    casing = next(layer for layer in layers if layer["id"] == "casing")
    assert len(casing["data"]) == sum(one.changed for one in strokes)


def test_a_selection_is_emphasised_as_without_a_comparison(
    dataset: Dataset, compared: Filters
) -> None:
    chosen = replace(compared, route="cpc")
    opacity = {one.line: one.opacity for one in content(dataset, chosen).strokes}
    plain = replace(chosen, since=None)
    assert opacity == {one.line: one.opacity for one in content(dataset, plain).strokes}


def test_headline_notes_and_table_state_the_differences(
    dataset: Dataset, compared: Filters
) -> None:
    built = figure(dataset, compared)
    changed = status_changes(dataset, 2004, 2023)
    lines = [code for code in built.table["subject"].unique() if routes(dataset)[code].sections]
    opened = sum(changed[code].opened for code in lines if code in changed)
    assert built.headline.startswith(f"Since 2004: {opened} of {len(lines)} routes")
    assert "differs from 2004" in built.subtitle
    (operating,) = [note for note in built.notes if "In operation in 2023 and not in 2004" in note]
    assert "Baku–Tbilisi–Ceyhan" in operating
    notes = built.table.drop_duplicates("subject").set_index("subject")["note"]
    assert notes["btc"].endswith("in 2004: planned")
    assert {code for code in notes.index if "in 2004: " in notes[code]} == changed.keys() & set(
        notes.index
    )
    assert built.short == built.headline
    selected = figure(dataset, replace(compared, route="btc"))
    assert "in 2004: planned" in selected.headline


@pytest.mark.parametrize("since", [2023, 2025])
def test_a_year_that_is_not_earlier_has_no_effect_and_this_is_said(
    since: int, dataset: Dataset, compared: Filters
) -> None:
    other = replace(compared, since=since)
    plain = replace(compared, since=None)
    assert [one.tip for one in content(dataset, other).strokes] == [
        one.tip for one in content(dataset, plain).strokes
    ]
    said = set(figure(dataset, other).notes) - set(figure(dataset, plain).notes)
    assert [str(since) in note and "nothing is compared" in note for note in said] == [True]
    assert figure(dataset, other).headline == figure(dataset, plain).headline


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_picture_has_the_marks_and_what_they_mean(
    code: str, dataset: Dataset, compared: Filters
) -> None:
    words = language(code)
    filters = replace(compared, language=code)
    said = words.gettext("edged: status changed since {year}").format(year=2004)
    picture = picture_of(figure(dataset, filters), dataset=dataset, language=words)
    assert said in picture.drawing
    assert "class='casing'" in picture.drawing
    plain = picture_of(
        figure(dataset, replace(filters, since=None)), dataset=dataset, language=words
    )
    assert said not in plain.drawing
    assert said in map_legend(words, 2004)
    assert said in colour_legend(words, 2004)


def test_the_small_map_compares_too(dataset: Dataset, compared: Filters) -> None:
    small = map_content(dataset, compared, language("en"), CARD, main=True)
    assert any(one.changed for one in small.strokes)


def test_the_year_is_in_the_link_and_concerns_the_map_alone(
    dataset: Dataset, space: FilterSpace, compared: Filters
) -> None:
    assert to_query(compared, space)["since"] == "2004"
    assert from_query({"since": "2004", "asof": "2023"}, space, "en") == (compared, ())
    filters, refusals = from_query({"since": "1066"}, space, "en")
    assert (filters.since, [one.parameter for one in refusals]) == (None, ["since"])
    for other in ("corridor_comparison", "trade_turnover"):
        assert shown_choice(other, compared).since is None
    assert dataset.tables
