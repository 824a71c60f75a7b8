"""The map where a reader has moved it: on screen, in files, and after further choices."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from math import floor
from types import SimpleNamespace
from typing import Any

import pytest
from shapely import STRtree, box

from components.export.caption import choice_sentence
from components.figures.registry import build_figure, shown_choice
from components.figures.route_map import MAP
from components.map.camera import fitted
from components.map.captions import HOME_SIZE
from components.map.content import (
    CARD,
    NARROW,
    WIDE,
    Canvas,
    corridor_choice,
    home_bounds,
    map_content,
    shown_bounds,
)
from components.map.deck import map_deck
from components.map.labels import FARTHER, LEAST_ZOOM, Label, label_box
from components.page import visit
from components.page.choice import Choice
from components.page.screen import Screen
from data.choice.camera import MapCamera
from data.choice.parameters import Filters, FilterSpace
from data.evidence.routes import routes
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset

APSHERON = MapCamera(40.4, 50.0, 6.5)


@pytest.fixture
def moved(space: FilterSpace) -> Filters:
    return replace(space.start("en"), camera=APSHERON)


def test_the_map_looks_where_the_link_says_on_every_canvas(
    dataset: Dataset, moved: Filters
) -> None:
    for canvas in (WIDE, NARROW, (932.0, 430.0)):
        camera = map_content(dataset, moved, language("en"), canvas).camera
        assert camera.longitude == pytest.approx(APSHERON.longitude)
        assert camera.latitude == pytest.approx(APSHERON.latitude)
    wide = map_content(dataset, moved, language("en"), WIDE).camera
    assert wide.zoom == pytest.approx(APSHERON.zoom)
    shown, narrow = wide.bounds, map_content(dataset, moved, language("en"), NARROW).camera
    for corner in ((shown.west, shown.south), (shown.east, shown.north)):
        x, y = narrow.pixel(corner)
        assert -1e-6 <= x <= narrow.width + 1e-6
        assert -1e-6 <= y <= narrow.height + 1e-6
    assert fitted(shown, *WIDE).zoom == pytest.approx(wide.zoom)


def test_the_view_before_is_kept_as_home(dataset: Dataset, moved: Filters) -> None:
    start = replace(moved, camera=None)
    assert home_bounds(dataset, moved) == shown_bounds(dataset, start)


def names(labels: Iterable[Label]) -> set[str]:
    return {label.text for label in labels}


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("canvas", [WIDE, NARROW])
def test_closer_views_name_more_and_no_labels_overlap(
    code: str, canvas: Canvas, dataset: Dataset, space: FilterSpace
) -> None:
    for view in space.views:
        content = map_content(
            dataset, replace(space.start(code), view=view), language(code), canvas
        )
        shown: list[Label] = []
        for level in content.levels:
            shown += level.labels
            camera = replace(content.camera, zoom=level.zoom)
            if level.zoom == LEAST_ZOOM:
                camera = replace(camera, zoom=content.camera.zoom + FARTHER[0])
            boxes = STRtree([box(*label_box(label, camera)) for label in shown])
            touching = boxes.query(boxes.geometries, predicate="overlaps")
            assert touching.size == 0, (view, level.zoom)
        assert len(content.levels) >= 3
        assert len(names(content.labels) - names(shown)) <= 2, "the rest has room in some view"
        assert len(shown) > 1.5 * len(content.labels)
        assert len(names(shown)) == len(shown)
        large = {label.text for label in content.labels if label.size == HOME_SIZE}
        assert large <= names(content.levels[0].labels)


def test_a_moved_map_as_svg_names_what_the_whole_does_not(
    dataset: Dataset, space: FilterSpace, moved: Filters
) -> None:
    whole = map_content(dataset, space.start("en"), language("en"), WIDE)
    closer = map_content(dataset, moved, language("en"), WIDE)
    assert len(names(closer.labels) - names(whole.labels)) >= 5
    boxes = [label_box(label, closer.camera) for label in closer.labels]
    tree = STRtree([box(*one) for one in boxes])
    assert tree.query(tree.geometries, predicate="overlaps").size == 0


def test_labels_of_the_interactive_map_have_a_halo_and_a_zoom(
    dataset: Dataset, space: FilterSpace
) -> None:
    content = map_content(dataset, space.start("en"), language("en"), WIDE)
    layers = json.loads(map_deck(content, screen=Screen(), round_=0).to_json())["layers"]
    labels = [
        layer for layer in layers if layer["@@type"] == "TextLayer" and layer["id"] != "arrows"
    ]
    assert [layer["id"] for layer in labels] == [
        f"labels-{floor(100 * level.zoom) / 100:.2f}" for level in content.levels
    ]
    assert layers[-len(labels) :] == labels
    for layer, level in zip(labels, content.levels, strict=True):
        assert layer["outlineWidth"] > 0
        assert layer["fontSettings"]["sdf"]
        assert [row["text"] for row in layer["data"]] == [label.text for label in level.labels]
    usual = [row for layer in labels for row in layer["data"] if set(row) == {"text", "at"}]
    assert len(usual) > 20, "most rows have nothing but name and position"


def test_only_the_large_map_is_moved(dataset: Dataset, moved: Filters) -> None:
    start = replace(moved, camera=None)
    assert corridor_choice(dataset, moved) == corridor_choice(dataset, start)
    small = map_content(dataset, moved, language("en"), CARD, main=True).camera
    assert small == map_content(dataset, start, language("en"), CARD, main=True).camera
    for figure in ("trade_turnover", "corridor_comparison", "oil_by_mode"):
        assert shown_choice(figure, moved) == shown_choice(figure, start)
    assert shown_choice(MAP, moved).camera == APSHERON


def test_a_file_names_where_its_map_looks(
    dataset: Dataset, space: FilterSpace, moved: Filters
) -> None:
    said = choice_sentence(
        MAP,
        moved,
        space,
        build=lambda filters: build_figure(MAP, dataset=dataset, filters=filters),
        dataset=dataset,
    )
    assert "latitude 40.400°, longitude 50.000°, zoom 6.50" in said


@pytest.fixture
def session(
    dataset: Dataset, space: FilterSpace, moved: Filters, monkeypatch: pytest.MonkeyPatch
) -> SimpleNamespace:
    """A session whose reader has moved the map."""
    stand_in = SimpleNamespace(session_state={}, query_params={})
    monkeypatch.setattr(visit, "st", stand_in)
    monkeypatch.setattr(visit, "stored", lambda: (dataset, space))
    visit._keep(Choice(filters=moved), space)
    return stand_in


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize(
    "changes",
    [{"view": "caspian"}, {"selected": "btc"}, {"camera": ""}, {"clear": ""}],
)
def test_a_choice_that_moves_the_map_ends_the_camera(changes: Mapping[str, Any]) -> None:
    visit.choose(changes)
    assert visit.current_filters().camera is None


@pytest.mark.usefixtures("session")
def test_other_choices_keep_the_camera(dataset: Dataset) -> None:
    port = next(code for code, route in routes(dataset).items() if not route.sections)
    for changes in ({"years": "2019-2020"}, {"lang": "kk"}, {"layers": "oil"}, {"selected": port}):
        visit.choose(changes)
        assert visit.current_filters().camera == APSHERON
    visit.choose({"view": "caspian"})
    visit.choose({"camera": "40.4,50,6.5"})
    visit.choose({"selected": "btc"})
    assert visit.current_filters().camera == APSHERON


@pytest.mark.usefixtures("session")
def test_the_camera_follows_the_view_while_the_routes_have_faults(
    dataset: Dataset, space: FilterSpace, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = {name: table for name, table in dataset.tables.items() if name != "routes"}
    faulty = replace(dataset, tables=tables)
    monkeypatch.setattr(visit, "stored", lambda: (faulty, space))
    visit.choose({"years": "2019-2020"})
    assert visit.current_filters().camera == APSHERON
    visit.choose({"view": "caspian"})
    assert visit.current_filters().camera is None
