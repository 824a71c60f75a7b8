"""The map where a reader has moved it: on screen, in files, and after further choices."""

from collections.abc import Mapping
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from components.export.caption import choice_sentence
from components.figures.registry import build_figure, shown_choice
from components.figures.route_map import MAP
from components.map.camera import fitted
from components.map.content import (
    CARD,
    NARROW,
    WIDE,
    corridor_choice,
    home_bounds,
    map_content,
    shown_bounds,
)
from components.page import visit
from components.page.choice import Choice
from data.choice.camera import MapCamera
from data.choice.parameters import Filters, FilterSpace
from data.evidence.routes import routes
from data.language.languages import language
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
    before = map_content(dataset, start, language("en"), WIDE)
    assert map_content(dataset, moved, language("en"), WIDE).home == before.camera == before.home
    assert home_bounds(dataset, moved) == shown_bounds(dataset, start)


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
