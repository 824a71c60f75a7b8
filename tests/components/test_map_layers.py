"""Kinds of lines on the map: what a link hides is drawn nowhere and listed nowhere."""

from dataclasses import replace

import pytest

from components.cards.route_card import routes_table
from components.figures.registry import build_figure
from components.figures.route_map import MAP
from components.map.content import CARD, MapContent, map_content
from components.map.deck import map_deck
from components.map.points import PLACE
from components.map.style import GROUP_COLOURS
from components.map.svg_picture import map_picture
from components.map.svg_view import full_map, small_map
from components.page.screen import Screen
from data.choice.link_values import read_layers
from data.choice.parameters import Filters, FilterSpace
from data.choice.reading import from_query, to_query
from data.evidence.layers import GAS, LAYER_NAMES, LAYER_OF_MODE, LAYERS, OIL, RAIL, SEA
from data.evidence.line_places import lines_through
from data.evidence.routes import routes, selectable
from data.language.languages import language
from data.load.dataset import Dataset

BTC = "btc"


def content_of(dataset: Dataset, filters: Filters) -> MapContent:
    return map_content(dataset, filters, language(filters.language))


def groups(content: MapContent) -> set[str]:
    lines = {one.group for one in (*content.strokes, *content.bands)}
    return lines | {one.group for one in content.arrows}


@pytest.mark.parametrize("layer", LAYERS)
def test_only_lines_of_the_shown_kind_are_drawn(
    dataset: Dataset, space: FilterSpace, layer: str
) -> None:
    filters = replace(space.start("en"), layers=(layer,))
    content = content_of(dataset, filters)
    assert groups(content) == {layer}
    assert groups(map_content(dataset, filters, language("en"), CARD, main=True)) == {layer}
    whole = content_of(dataset, space.start("en")).strokes
    assert {one.line for one in content.strokes} == {
        one.line for one in whole if one.group == layer
    }


def test_hidden_lines_are_in_no_drawing(dataset: Dataset, space: FilterSpace) -> None:
    filters, words = replace(space.start("en"), layers=(OIL,)), language("en")
    content = content_of(dataset, filters)
    small = small_map(dataset=dataset, filters=filters, language=words).drawing
    full = full_map(content, dataset=dataset, filters=filters, language=words).drawing
    for drawing in (small, full):
        assert GROUP_COLOURS[OIL] in drawing
        assert not [code for code in (GAS, RAIL, SEA) if GROUP_COLOURS[code] in drawing]
    deck = map_deck(content, screen=Screen(), round_=0).to_json()
    rail = GROUP_COLOURS[RAIL]
    red, green, blue = (int(rail[at : at + 2], 16) for at in (1, 3, 5))
    assert f"[{red},{green},{blue}," not in deck
    figure = build_figure(MAP, dataset=dataset, filters=filters)
    every = build_figure(MAP, dataset=dataset, filters=space.start("en"))
    assert len(figure.make_table()) < len(every.make_table())
    assert figure.headline != every.headline
    assert any("oil pipeline" in note for note in figure.notes)
    picture = map_picture(content, words)
    assert picture.count(GROUP_COLOURS[OIL]) > 1
    # The legend of a picture names every kind.
    assert picture.count(GROUP_COLOURS[GAS]) == 1


def test_the_selected_route_stays_drawn(dataset: Dataset, space: FilterSpace) -> None:
    filters = replace(space.start("en"), layers=(RAIL,), route=BTC)
    drawn = content_of(dataset, filters).strokes
    own = {section.line for section in routes(dataset)[BTC].sections}
    assert own <= {stroke.line for stroke in drawn}
    assert {stroke.group for stroke in drawn if stroke.line not in own} == {RAIL}
    assert BTC in routes_table(dataset=dataset, filters=filters, language=language("en")).index


def test_a_selected_place_stays_although_its_lines_are_hidden(
    dataset: Dataset, space: FilterSpace
) -> None:
    start = space.start("en")
    shown = {one.code for one in content_of(dataset, replace(start, layers=(GAS,))).points}
    place = next(
        one.code
        for one in content_of(dataset, start).points
        if one.kind == PLACE and one.code not in shown
    )
    chosen = content_of(dataset, replace(start, layers=(GAS,), route=place))
    assert [one.code for one in chosen.points if one.selected] == [place]


@pytest.mark.parametrize("layer", LAYERS)
def test_places_lie_on_drawn_lines_and_the_list_follows(
    dataset: Dataset, space: FilterSpace, layer: str
) -> None:
    filters = replace(space.start("en"), layers=(layer,))
    content = content_of(dataset, filters)
    lines = {stroke.line for stroke in content.strokes}
    for point in content.points:
        if point.kind == PLACE:
            assert lines & lines_through(dataset)[point.code], point.code
    listed = set(routes_table(dataset=dataset, filters=filters, language=language("en")).index)
    assert listed < set(selectable(dataset))
    assert {stroke.route for stroke in content.strokes} <= listed
    assert {point.code for point in content.points} <= listed
    kinds = {LAYER_OF_MODE.get(routes(dataset)[code].kind, layer) for code in listed & {*LAYERS}}
    assert kinds <= {layer}


def test_a_link_with_every_kind_is_the_default(space: FilterSpace) -> None:
    start = space.start("en")
    filters, refused = from_query({"lang": "en", "layers": "sea,rail,gas,oil"}, space, "en")
    assert (filters, refused) == (start, ())
    filters, refused = from_query({"lang": "en", "layers": "Sea; oil"}, space, "en")
    assert (filters.layers, refused) == ((OIL, SEA), ())
    assert to_query(filters, space)["layers"] == "oil,sea"
    known, strange = read_layers("oil,moon").value, read_layers("oil,moon").left_out
    assert (known, [one.text for one in strange]) == ((OIL,), ["moon"])


def test_every_kind_has_a_name_and_a_colour() -> None:
    assert LAYER_NAMES.keys() == GROUP_COLOURS.keys() == set(LAYERS)
    assert set(LAYER_OF_MODE.values()) == set(LAYERS)
