"""Map: content by year, label placement, no external requests."""

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from math import degrees
from typing import Any
from xml.etree import ElementTree

import pytest

from components import assets
from components.cards.route_card import route_card, routes_table
from components.export.converter import SVG, composed, converted
from components.export.picture import picture_of
from components.figures.registry import build_figure
from components.figures.route_map import MAP
from components.map.camera import Bounds, fitted, mercator
from components.map.content import (
    CARD,
    NARROW,
    WIDE,
    Canvas,
    MapContent,
    corridor_choice,
    map_content,
    view_bounds,
)
from components.map.courses import short_path
from components.map.deck import map_deck
from components.map.ground import HOME_COUNTRIES
from components.map.labels import Candidate, label_box, placed, text_width
from components.map.legend import map_legend
from components.map.scene import lines_shown, main_visible
from components.map.style import (
    GROUP_COLOURS,
    NARROWEST,
    STATUS_DASHES,
    STATUS_NAMES,
    line_width,
)
from components.map.svg import FULL, drawing
from components.map.svg_view import all_courses, courses_in_place, small_map
from components.page.screen import Screen
from components.process.caches import clear_caches
from components.text.dates import date_text
from data.basemap import BASEMAP_FOLDER
from data.choice.parameters import Filters, FilterSpace
from data.evidence.countries import countries
from data.evidence.main_routes import main_routes
from data.evidence.names import label_of
from data.evidence.routes import places_on_routes, routes
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset
from tests.grids import numbers_of


def shown(dataset: Dataset, filters: Filters, canvas: Canvas = WIDE) -> MapContent:
    return map_content(dataset, filters, language(filters.language), canvas)


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


def test_a_path_of_the_small_map_has_relative_coordinates() -> None:
    corners = [(2749, 1125), (2725, 1174), (2680, 1174), (2677, 1180), (2777, 1080)]
    text = short_path(corners)
    assert text == "M274.9 112.5l-2.4 4.9l-4.5 0l-.3 .6l10-10"


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


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_card_shows_both_records_stakes_events_and_conflicts(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    card = route_card(
        dataset=dataset, filters=replace(space.start(code), route="btc"), language=words
    )
    for wanted in ("SOCAR", "38", "1993", date_text("2005-05", words), "776", "bp.com", "1"):
        assert wanted in card
    assert words.gettext("Public data (not from the dissertation)") in card
    # Unclear passages are listed on the page of sources only.
    assert 'class="atlas-conflict"' not in card
    contradicted = route_card(
        dataset=dataset, filters=replace(space.start(code), route="tanap"), language=words
    )
    assert 'class="atlas-conflict"' in contradicted
    assert "{" not in card


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_card_names_the_owners_of_today_beside_those_printed(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    filters = replace(space.start(code), route="tanap")
    card = route_card(dataset=dataset, filters=filters, language=words)
    printed = card.index(words.gettext("Shareholders and stakes, as printed"))
    public = card.index(words.gettext("Shareholders and stakes, public data"))
    beside = card.index(words.gettext("Public data (not from the dissertation)"))
    assert printed < public < beside
    owners = card[public:beside]
    assert "SOCAR Türkiye" in owners
    assert owners.count("azernews.az/oil_and_gas/153181") == 1
    opened = routes(dataset)["tanap"].recorded("opened")[0]
    assert opened.notes[code] in card.unescape()


def test_a_card_says_whose_the_status_is(dataset: Dataset, space: FilterSpace) -> None:
    words = language("en")
    filters = replace(space.start("en"), route="tanap")
    card = route_card(dataset=dataset, filters=filters, language=words).striptags()
    status = card.split(f"Status in {filters.map_year}", 1)[1]
    assert status.strip().startswith(f"operating {words.gettext('printed')}")


def test_a_public_opening_is_shown_to_the_day(dataset: Dataset, space: FilterSpace) -> None:
    filters = replace(space.start("en"), route="kazakhstan-turkmenistan-iran-railway")
    card = route_card(dataset=dataset, filters=filters, language=language("en"))
    assert date_text("2014-12-03", language("en")) in card


def test_every_selection_has_a_card(dataset: Dataset, space: FilterSpace) -> None:
    for code in space.routes:
        card = route_card(
            dataset=dataset, filters=replace(space.start("en"), route=code), language=language("en")
        )
        assert "<h3" in card, code
        assert "nan" not in card.split(), code


def test_the_list_has_everything_that_can_be_selected(dataset: Dataset, space: FilterSpace) -> None:
    listed = numbers_of(
        routes_table(dataset=dataset, filters=space.start("en"), language=language("en"))
    )
    assert tuple(listed.index) == space.routes
    assert (listed["Name"] != "").all()
    capacity = listed.loc["tanap", ["Capacity", "Record"]]
    assert capacity["Record"] == "public data"
    assert listed.loc["btc", "Record"] == "printed"


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


def colour_code(parts: Sequence[int]) -> str:
    return "#" + "".join(f"{part:02X}" for part in parts[:3])


def lines_of(drawing: str, courses: Sequence[str]) -> list[tuple[str, dict[str, str]]]:
    """Return the courses and attributes of the lines of a drawing."""
    drawn = ElementTree.fromstring(f"<svg>{drawing}</svg>")
    return [
        (courses[int(number)], dict(path.attrib))
        for path in drawn.findall("g[@class='lines']/path")
        for number in path.attrib["data-lines"].split(" ")
    ]


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


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_card_has_what_is_printed_then_what_is_public_then_what_is_computed(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    card = route_card(
        dataset=dataset, filters=replace(space.start(code), route="btc"), language=words
    )
    heads = [
        words.gettext(head)
        for head in (
            "In the dissertation",
            "Shareholders and stakes, as printed",
            "Shareholders and stakes, public data",
            "Public data (not from the dissertation)",
            "Computed by the Atlas",
        )
    ]
    places = [card.index(head) for head in heads]
    assert places == sorted(places)
    assert card.index(words.gettext("Length on map")) > places[-1]
    assert words.gettext("Opened") in card
    assert routes(dataset)["btc"].opened == "2005", "the meeting of May 2005 is no opening"
    opened = card.partition(f"{words.gettext('Opened')}</dt>")[2].partition("</dd>")[0]
    assert words.gettext("inferred") in opened, "nor is its year printed as that of the opening"


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
