"""Renderers of the map: layers of deck.gl and the drawing in files show the same."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from components.export.converter import SVG, composed, converted
from components.export.picture import picture_of
from components.figures.registry import build_figure
from components.figures.route_map import MAP
from components.map.deck import map_deck
from components.map.style import (
    STATUS_NAMES,
)
from components.map.svg import FULL, drawing
from components.map.svg_view import courses_in_place
from components.page.screen import Screen
from data.basemap import BASEMAP_FOLDER
from data.choice.parameters import FilterSpace
from data.evidence.routes import routes
from data.language.languages import language
from data.load.dataset import Dataset
from tests.components.map_content import shown


@pytest.mark.parametrize("dark", [False, True])
def test_the_interactive_map_makes_no_external_request_and_stays_small(
    *, dark: bool, dataset: Dataset, space: FilterSpace
) -> None:
    content = shown(dataset, space.start("kk"))
    text = map_deck(content, screen=Screen(dark=dark), round_=0).to_json()
    spec = json.loads(text)
    assert spec["mapStyle"] == "__MAP_STYLE__", "the mark of a map without tiles"
    assert "mapProvider" not in spec
    assert "http" not in text
    addresses = {layer["data"] for layer in spec["layers"] if isinstance(layer["data"], str)}
    assert addresses == {
        f"app/static/basemap/{name}.json" for name in ("land", "lakes", "borders", "disputed")
    }
    ground = sum(path.stat().st_size for path in BASEMAP_FOLDER.glob("*.json"))
    assert len(text) < 200_000
    assert len(text) + ground < 1_500_000


def test_clickable_layers_reset_their_selection_in_a_new_round(
    dataset: Dataset, space: FilterSpace
) -> None:
    content = shown(dataset, space.start("en"))
    names = [
        {
            layer["id"]
            for layer in json.loads(map_deck(content, screen=Screen(), round_=n).to_json())[
                "layers"
            ]
            if layer.get("pickable")
        }
        for n in (1, 2)
    ]
    assert len(names[0]) == 2
    assert names[0].isdisjoint(names[1])


def test_a_corridor_lies_below_other_routes_and_the_selected_one_above_all(
    dataset: Dataset, space: FilterSpace
) -> None:
    known, start = routes(dataset), space.start("en")
    for chosen in ("", "btc", "middle-corridor"):
        drawn = shown(dataset, replace(start, route=chosen)).strokes
        ranks = [(one.selected, known[one.route].kind != "corridor") for one in drawn]
        assert ranks == sorted(ranks)
        assert len(set(ranks)) == (2 if not chosen else 3)
        deck = json.loads(
            map_deck(
                shown(dataset, replace(start, route=chosen)), screen=Screen(), round_=0
            ).to_json()
        )
        clicked = next(one for one in deck["layers"] if one["id"] == "routes-0")
        assert [row["route"] for row in clicked["data"]] == [one.route for one in drawn]


def colour_code(parts: Sequence[int]) -> str:
    return "#" + "".join(f"{part:02X}" for part in parts[:3])


def test_a_picture_shows_the_same_map_in_its_view(dataset: Dataset, space: FilterSpace) -> None:
    filters = replace(space.start("ru"), view="caspian")
    figure = build_figure(MAP, dataset=dataset, filters=filters)
    content = shown(dataset, filters, (932.0, 430.0))
    picture = picture_of(figure, dataset=dataset, language=language("ru"))
    drawn = composed(picture)
    texts = [text.text for text in drawn.iter(f"{{{SVG}}}text")]
    assert {label.text for label in content.labels} <= set(texts)
    assert {language("ru").gettext(name) for name in STATUS_NAMES.values()} <= set(texts)
    found = {path.get("data-code") for path in drawn.iter(f"{{{SVG}}}path")}
    assert {stroke.route for stroke in content.strokes} <= found
    circles = list(drawn.iter(f"{{{SVG}}}circle"))
    assert len(circles) == len(content.points)
    assert converted(picture, "png").startswith(b"\x89PNG")


def test_both_renderers_draw_lines_in_the_same_colour_width_and_opacity(
    dataset: Dataset, space: FilterSpace
) -> None:
    filters = replace(space.start("en"), route="btc")
    content = shown(dataset, filters)
    lines = ElementTree.fromstring(
        f"<svg>{drawing(content, FULL, courses_in_place(content.camera))}</svg>"
    ).findall("g[@class='lines']/path")
    in_svg = {
        (line.attrib["data-code"], line.attrib["stroke"], float(line.attrib["stroke-width"]))
        for line in lines
        if "data-code" in line.attrib
    }
    layers = json.loads(map_deck(content, screen=Screen(), round_=0).to_json())["layers"]
    lines_of = {layer["id"]: layer["data"] for layer in layers}
    in_deck = {
        (hit["route"], colour_code(row["color"]), row["width"])
        for row, hit in zip(lines_of["strokes"], lines_of["routes-0"], strict=True)
        if row["path"] == hit["path"]
    }
    assert {(code, colour, round(width, 1)) for code, colour, width in in_svg} == {
        (code, colour, round(width, 1)) for code, colour, width in in_deck
    }
    edges = [line.attrib["class"] for line in lines if "class" in line.attrib]
    assert set(edges) == {"casing", "underlay"}


def test_lines_of_one_course_are_as_far_beside_it_in_every_layer(
    dataset: Dataset, space: FilterSpace
) -> None:
    # Lines that differ from an earlier year have an edge, and run beside others too.
    content = shown(dataset, replace(space.start("en"), since=2000))
    layers = json.loads(map_deck(content, screen=Screen(), round_=0).to_json())["layers"]
    beside: dict[str, dict[str, float]] = {}
    for layer in layers:
        for row in layer["data"] if layer["@@type"] == "PathLayer" else ():
            usual = re.search(r"[\d.]+$", layer["getWidth"])
            width = row.get("width") or (float(usual[0]) if usual else 0)
            beside.setdefault(layer["id"], {})[str(row["path"])] = width * row.get("offset", 0)
    drawn = beside["strokes"]
    assert len([distance for distance in drawn.values() if distance]) > 5
    for name in ("casing", "underlay", "routes-0"):
        assert beside[name]
        assert beside[name] == {
            course: pytest.approx(drawn[course], abs=0.1) for course in beside[name]
        }


def test_layers_of_a_kind_have_the_same_computed_properties(
    dataset: Dataset, space: FilterSpace
) -> None:
    deck = map_deck(shown(dataset, space.start("en")), screen=Screen(), round_=0)
    kinds: dict[str, set[tuple[str, ...]]] = {}
    for layer in json.loads(deck.to_json())["layers"]:
        # Text and anchor are no properties of a letter: they decide where it stands.
        computed = tuple(
            name
            for name, value in sorted(layer.items())
            if name.startswith("get")
            and not name.startswith("getText")
            and str(value).startswith("@@=")
        )
        styled = "PathStyleExtension" in str(layer.get("extensions"))
        kinds.setdefault(f"{layer['@@type']} {styled}", set()).add(computed)
    assert kinds["PathLayer True"] == {
        ("getColor", "getDashArray", "getOffset", "getPath", "getWidth")
    }
    assert "PathLayer False" not in kinds
    assert {kind: len(found) for kind, found in kinds.items()} == dict.fromkeys(kinds, 1)
