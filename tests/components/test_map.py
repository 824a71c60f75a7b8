"""Map: content by year, label placement, no external requests."""

from dataclasses import replace
from itertools import combinations

import pytest

from components.figures.registry import build_figure
from components.figures.route_map import MAP
from components.map.camera import Bounds, fitted
from components.map.content import (
    CARD,
    NARROW,
    WIDE,
    Canvas,
    map_content,
    view_bounds,
)
from components.map.labels import Candidate, label_box, placed, text_width
from components.map.legend import map_legend
from components.map.style import (
    GROUP_COLOURS,
    NARROWEST,
    STATUS_DASHES,
    STATUS_NAMES,
    line_width,
)
from data.choice.parameters import Filters, FilterSpace
from data.evidence.routes import places_on_routes, routes
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset
from tests.components.map_content import shown


def drawn_routes(dataset: Dataset, filters: Filters) -> set[str]:
    return {stroke.route for stroke in shown(dataset, filters).strokes}


@pytest.mark.parametrize("canvas", [WIDE, NARROW])
@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_labels_never_collide_in_any_view(
    code: str, canvas: Canvas, dataset: Dataset, space: FilterSpace
) -> None:
    for view in space.views:
        content = shown(dataset, replace(space.start(code), view=view), canvas)
        boxes = [label_box(label, content.camera) for label in content.labels]
        assert len(boxes) >= 6, view
        for one, other in combinations(boxes, 2):
            apart = one[2] <= other[0] or other[2] <= one[0]
            assert apart or one[3] <= other[1] or other[3] <= one[1], (view, one, other)


def test_a_view_shows_the_whole_of_its_bounds(dataset: Dataset, space: FilterSpace) -> None:
    for view in space.views:
        bounds, _detail = view_bounds(dataset, view)
        camera = shown(dataset, replace(space.start("en"), view=view)).camera
        for corner in ((bounds.west, bounds.south), (bounds.east, bounds.north)):
            x, y = camera.pixel(corner)
            assert -1 <= x <= camera.width + 1
            assert -1 <= y <= camera.height + 1


def test_pixels_and_positions_are_inverse() -> None:
    camera = fitted(Bounds(40, 35, 60, 50), 600, 400)
    lon, lat = camera.position(*camera.pixel((51.2, 43.6)))
    assert (lon, lat) == pytest.approx((51.2, 43.6))


def test_a_parallel_line_is_offset_to_the_right() -> None:
    camera = fitted(Bounds(40, 35, 60, 50), 600, 400)
    beside = camera.beside(((59.0, 42.0), (41.0, 42.0)), 10)
    assert all(lat > 42.0 for _lon, lat in beside), "to the right of westward is north"


def test_a_label_without_room_is_left_out() -> None:
    camera = fitted(Bounds(40, 35, 60, 50), 300, 200)
    twice = [
        Candidate(text="Tbilisi", kind="country", size=12, positions=((44.8, 41.7),), beside=False)
        for _ in range(2)
    ]
    assert len(placed(twice, camera)) == 1
    assert text_width("Tbilisi", 12) > 40


@pytest.mark.parametrize(
    ("year", "there", "not_yet"),
    [
        (1992, set(), {"btc", "bte", "btk", "tanap", "tap", "nabucco"}),
        (2004, {"btc", "nabucco"}, {"bte", "btk", "tanap", "tap", "turkstream"}),
        (2007, {"btc", "bte", "btk"}, {"tanap", "tap"}),
        (2019, {"btc", "bte", "btk", "tanap"}, {"tap"}),
        (2023, {"btc", "bte", "btk", "tanap", "tap", "turkstream"}, set()),
    ],
)
def test_a_route_is_drawn_from_its_opening_or_announcement(
    year: int, there: set[str], not_yet: set[str], dataset: Dataset, space: FilterSpace
) -> None:
    figure = build_figure(MAP, dataset=dataset, filters=replace(space.start("en"), as_of=year))
    listed = set(figure.table["subject"])
    assert there <= listed
    assert not_yet.isdisjoint(listed)


def test_before_its_opening_a_route_is_planned(dataset: Dataset, space: FilterSpace) -> None:
    status = {
        year: {
            stroke.route: stroke.status
            for stroke in shown(
                dataset, replace(space.start("en"), as_of=year, route="btc")
            ).strokes
        }["btc"]
        for year in (2000, 2005)
    }
    assert status == {2000: "planned", 2005: "operating"}


def test_the_map_follows_the_last_chosen_year(dataset: Dataset, space: FilterSpace) -> None:
    start = space.start("en")
    assert "tap" not in drawn_routes(dataset, replace(start, years=(2018, 2019)))
    assert "tap" in drawn_routes(dataset, replace(start, years=(2018, 2020)))


def test_a_selected_route_is_highlighted_and_a_place_highlights_its_routes(
    dataset: Dataset, space: FilterSpace
) -> None:
    start = space.start("en")
    chosen = shown(dataset, replace(start, route="btc"))
    strong = {stroke.route for stroke in chosen.strokes if stroke.opacity == 1.0}
    assert "btc" in strong
    assert "cpc" not in strong
    assert all(stroke.offset == 0 for stroke in chosen.strokes if stroke.selected)
    place = shown(dataset, replace(start, route="erzurum"))
    strong = {stroke.route for stroke in place.strokes if stroke.opacity == 1.0}
    assert "btc" in strong
    assert "btc" in places_on_routes(dataset)["erzurum"]


def test_a_sector_highlights_its_routes(dataset: Dataset, space: FilterSpace) -> None:
    content = shown(dataset, replace(space.start("en"), sectors=("gas",)))
    groups = {stroke.group for stroke in content.strokes if stroke.opacity == 1.0}
    assert groups == {"gas"}


def test_two_pipelines_on_one_course_are_both_visible(dataset: Dataset, space: FilterSpace) -> None:
    strokes = {stroke.line: stroke for stroke in shown(dataset, space.start("en")).strokes}
    oil, gas = strokes["btc-georgia"], strokes["scp-georgia"]
    assert set(oil.points) & set(gas.points)
    assert oil.offset != gas.offset


def test_width_follows_the_printed_capacity(dataset: Dataset, space: FilterSpace) -> None:
    widths = {stroke.route: stroke.width for stroke in shown(dataset, space.start("en")).strokes}
    assert widths["btc"] == line_width(50.0)
    assert widths["btc"] > widths["cpc"] > widths["atyrau-samara"] > NARROWEST
    assert line_width(None) == NARROWEST


def test_every_status_and_group_has_a_style_and_a_legend_entry(space: FilterSpace) -> None:
    assert STATUS_DASHES.keys() == STATUS_NAMES.keys()
    assert len(set(STATUS_DASHES.values())) == len(STATUS_DASHES)
    assert len(set(GROUP_COLOURS.values())) == len(GROUP_COLOURS)
    legend = map_legend(language(space.start("en").language))
    for name in STATUS_NAMES.values():
        assert name in legend


def test_a_tooltip_has_the_status_and_one_value(dataset: Dataset, space: FilterSpace) -> None:
    content = shown(dataset, space.start("en"))
    tips = {one.route: one.tip for one in content.strokes}
    assert tips["btc"].startswith("operating · capacity ")
    assert "operating · carried in 2012: 9 million t · paragraph" in {
        tip.partition("\N{NO-BREAK SPACE}655")[0] for tip in tips.values()
    }
    for tip in tips.values():
        assert tip.count("·") <= 2
        assert tip.split(" · ")[0] in STATUS_NAMES.values()


def test_shared_lines_are_drawn_once(dataset: Dataset, space: FilterSpace) -> None:
    lines = [stroke.line for stroke in shown(dataset, space.start("en")).strokes]
    assert len(lines) == len(set(lines))
    drawn = {section.line for route in routes(dataset).values() for section in route.sections}
    assert set(lines) <= drawn


def test_a_selected_route_is_shown_whole_and_larger(dataset: Dataset, space: FilterSpace) -> None:
    start = space.start("en")
    before = shown(dataset, start).camera
    content = shown(dataset, replace(start, route="btc"))
    assert content.camera.zoom > before.zoom + 0.5
    course = [point for stroke in content.strokes if stroke.selected for point in stroke.points]
    assert all(content.camera.shows(point) for point in course)
    other = space.views[1]
    kept = shown(dataset, replace(start, view=other, route="btc")).camera
    assert kept == shown(dataset, replace(start, view=other)).camera
    card = map_content(dataset, replace(start, route="btc"), language("en"), CARD).camera
    assert card == map_content(dataset, start, language("en"), CARD).camera
