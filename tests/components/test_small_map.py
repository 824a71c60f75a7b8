"""The small map of the landing page: its lines, ground, tooltips and choice of routes."""

from dataclasses import replace
from math import degrees
from typing import Any
from xml.etree import ElementTree

import pytest

from components import assets
from components.map.camera import mercator
from components.map.content import (
    CARD,
    NARROW,
    WIDE,
    corridor_choice,
    map_content,
)
from components.map.courses import short_path
from components.map.ground import HOME_COUNTRIES
from components.map.scene import lines_shown, main_visible
from components.map.svg_view import all_courses, small_map
from components.process.caches import clear_caches
from data.choice.parameters import FilterSpace
from data.evidence.countries import countries
from data.evidence.main_routes import main_routes
from data.evidence.names import label_of
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset
from tests.components.map_content import lines_of, shown


def test_a_path_of_the_small_map_has_relative_coordinates() -> None:
    corners = [(2749, 1125), (2725, 1174), (2680, 1174), (2677, 1180), (2777, 1080)]
    text = short_path(corners)
    assert text == "M274.9 112.5l-2.4 4.9l-4.5 0l-.3 .6l10-10"


@pytest.fixture
def unserved(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remove the addresses of texts, which tests of the server add."""
    monkeypatch.setattr(assets, "_SERVED", assets._Served())
    clear_caches()


@pytest.mark.usefixtures("unserved")
def test_the_small_map_draws_every_line_once_on_its_ground(
    dataset: Dataset, space: FilterSpace
) -> None:
    filters = replace(space.start("en"), route="btc", view="caucasus")
    corridor = corridor_choice(dataset, filters)
    content = shown(dataset, corridor, CARD)
    small = small_map(dataset=dataset, filters=filters, language=language("en"), every=True)
    assert not isinstance(small.known, str)
    courses = all_courses(dataset, content.camera)
    assert small.known["courses"] == list(courses.values())
    lines = [
        (course, look["data-code"])
        for course, look in lines_of(small.drawing, list(courses.values()))
        if "data-code" in look
    ]
    assert lines == [(courses[stroke.line], stroke.route) for stroke in content.strokes]
    drawn = ElementTree.fromstring(f"<svg>{small.drawing}</svg>")
    points = drawn.findall("g[@class='points']/circle")
    assert [point.attrib["data-code"] for point in points] == [one.code for one in content.points]
    texts = [text.text for text in drawn.findall("g[@class='labels']/text")]
    assert texts == [label.text for label in content.labels]
    assert small.selected == "btc"


@pytest.mark.usefixtures("unserved")
def test_every_tooltip_of_the_small_map_is_that_of_the_large_one(
    dataset: Dataset, space: FilterSpace
) -> None:
    for year in range(*space.map_years, 3):
        filters = replace(space.start("en"), as_of=year)
        content = shown(dataset, corridor_choice(dataset, filters), CARD)
        small = small_map(dataset=dataset, filters=filters, language=language("en"), every=True)
        assert not isinstance(small.known, str)
        names: Any = small.known["names"]
        tips: Any = small.known["tips"]
        drawn = [
            *((stroke.route, stroke.title, stroke.tip) for stroke in content.strokes),
            *((point.code, point.title, point.tip) for point in content.points),
        ]
        for code, title, text in drawn:
            tip = small.tips.get(code, 0)
            assert (tips[code][tip] if isinstance(tip, int) else tip) == text
            assert names[code] == title
        assert set(countries(dataset)) <= names.keys()


def test_the_ground_of_the_small_map_lies_below_its_lines(
    dataset: Dataset, space: FilterSpace
) -> None:
    filters = space.start("en")
    small = small_map(dataset=dataset, filters=filters, language=language("en"))
    camera = shown(dataset, corridor_choice(dataset, filters), CARD).camera
    (west, north), scale = small.origin, small.scale
    for longitude, latitude in ((12.0, 27.0), (71.4, 51.1), (112.0, 56.0)):
        x = (longitude - west) * scale
        y = (north - degrees(mercator(latitude))) * scale
        assert (x, y) == pytest.approx(camera.pixel((longitude, latitude)))


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_both_countries_are_named_on_the_small_map_and_in_the_view_of_the_corridor(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    start, chosen = space.start(code), replace(space.start(code), route="btc")
    for filters, canvas, main in (
        *((start, canvas, False) for canvas in (WIDE, NARROW, CARD)),
        *((filters, CARD, True) for filters in (start, chosen)),
    ):
        seen = corridor_choice(dataset, filters)
        content = map_content(dataset, seen, words, canvas, main=main)
        sizes = {label.text: label.size for label in content.labels}
        for country in HOME_COUNTRIES:
            name = words.upper(label_of(dataset, "map_labels", country, words))
            assert sizes[name] == max(sizes.values())


def test_the_small_map_draws_and_names_the_main_routes(
    dataset: Dataset, space: FilterSpace
) -> None:
    start = space.start("en")
    assert len(main_routes(dataset)) == 8
    content = map_content(dataset, corridor_choice(dataset, start), language("en"), CARD, main=True)
    assert {stroke.route for stroke in content.strokes} == set(main_routes(dataset))
    small = small_map(dataset=dataset, filters=start, language=language("en"))
    assert "data-code='btc'" in small.drawing
    assert "data-code='nabucco'" not in small.drawing
    shown, every = lines_shown(dataset, start)
    assert (shown, every) == (8, 46)


def test_the_small_map_adds_what_is_selected_or_of_the_chosen_sectors(
    dataset: Dataset, space: FilterSpace
) -> None:
    start = space.start("en")
    added = main_visible(dataset, replace(start, route="nabucco"))
    assert added.keys() == {*main_routes(dataset), "nabucco"}
    assert "turkstream" in main_visible(dataset, replace(start, sectors=("gas",)))
    assert "btc" not in main_visible(dataset, replace(start, as_of=1992))


def test_the_small_map_escapes_what_it_writes(dataset: Dataset, space: FilterSpace) -> None:
    hostile = '<script>&"'
    labels = dataset.tables["map_labels"].assign(name_en=hostile)
    changed = replace(dataset, tables={**dataset.tables, "map_labels": labels})
    small = small_map(dataset=changed, filters=space.start("en"), language=language("en"))
    assert "<script" not in small.drawing.casefold()
    assert "&lt;SCRIPT&gt;" in small.drawing
