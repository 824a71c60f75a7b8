"""Layers of the interactive map below its labels: ground, routes, arrows of flow, points.

Layers of one kind compute the same properties of each row, also where all rows have the same. A
property that is constant in one layer and computed in another makes the browser compile the kind
twice, which takes most of the time in which the map opens.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import pydeck

from components.map.content import MapContent
from components.map.ground import HOME_COUNTRIES
from components.map.points import PLACE, Point
from components.map.strokes import Arrow, Stroke
from components.map.style import (
    BAND_OPACITY,
    BAND_WIDTH,
    CASING_WIDER,
    GROUP_COLOURS,
    PLACE_RADIUS,
    STATUS_DASHES,
    UNDERLAY_WIDER,
)
from components.page.tokens import KAZAKHSTAN, Ground
from data.basemap import basemap_address
from data.geometry import LineString

ROUTE_LAYER, POINT_LAYER = "routes", "points"
"""Layers that can be clicked; the round is added to their names."""

USUAL_STROKE: Mapping[str, object] = MappingProxyType({"dash": [0, 0], "offset": 0})
"""What most lines have: no dashes, and no line beside them."""

DISPUTED_STROKE: Mapping[str, object] = MappingProxyType({"dash": [4, 3], "offset": 0})
"""What disputed borders have: length of dashes and gaps in widths of the line."""

USUAL_TEXT: Mapping[str, object] = MappingProxyType({"angle": 0, "offset": [0, 0]})
"""What most texts have."""

HIT_WIDTH = 14.0
"""Width in pixels of the invisible line that takes the clicks."""

DECIMALS = 3

MARK = "▲"
"""The arrow of flow, a letter that points north until it is turned."""

Colour = list[int]


def colour(code: str, opacity: float = 1.0) -> Colour:
    """Return red, green, blue and opacity from 0 to 255."""
    return [*(int(code[start : start + 2], 16) for start in (1, 3, 5)), round(255 * opacity)]


def path(points: LineString) -> list[list[float]]:
    """Return positions with `DECIMALS` decimals."""
    return [[round(degree, DECIMALS) for degree in point] for point in points]


def layer(kind: str, name: str, data: object, **props: object) -> pydeck.Layer:
    """Return a layer of deck.gl; selections need the name."""
    return pydeck.Layer(kind, id=name, data=data, **props)


def text(value: str) -> pydeck.types.String:
    """Mark a text as a value, which would otherwise be read as an expression."""
    return pydeck.types.String(value)


def row_value(name: str, usual: object) -> str:
    """Return the expression of a field of a row, or of what a row without the field has."""
    return f"{name} || " + (f"'{usual}'" if isinstance(usual, str) else f"{usual}")


def or_usual(name: str, usual: Mapping[str, object]) -> str:
    """Return the expression of a field, or of what most rows have."""
    return row_value(name, usual[name])


def line_styles(usual: Mapping[str, object] = USUAL_STROKE) -> dict[str, Any]:
    """Return what every layer of lines has: dashes and distance from the course of each line."""
    return {
        "get_dash_array": or_usual("dash", usual),
        "get_offset": or_usual("offset", usual),
        "extensions": [
            {
                "@@type": "PathStyleExtension",
                "dash": True,
                "highPrecisionDash": True,
                "offset": True,
            }
        ],
    }


def ground_layers(ground: Ground) -> list[pydeck.Layer]:
    """Return water, land, lakes and borders.

    Their colours are given to the layers below them, which a selection does not fade.
    """
    sea = [[west, south] for west, south in ((-85, -42), (-85, 84), (180, 84), (180, -42))]
    home = " || ".join(f"properties.code === '{code}'" for code in HOME_COUNTRIES)
    fill = f"@@={home} ? {colour(ground.home)} : {colour(ground.land)}"
    borders = {
        "stroked": True,
        "filled": False,
        "pickable": False,
        "line_width_units": text("pixels"),
        "get_line_width": row_value("width", 1),
        "_subLayerProps": {"linestrings": {"getColor": f"@@={colour(ground.border)}"}},
    }
    return [
        layer(
            "SolidPolygonLayer",
            "water",
            [{"polygon": sea}],
            get_polygon="polygon",
            get_fill_color=row_value("color", colour(ground.water)),
            pickable=False,
        ),
        layer(
            "GeoJsonLayer",
            f"land-{ground.land}",
            basemap_address("land"),
            stroked=False,
            pickable=False,
            _subLayerProps={"polygons-fill": {"getFillColor": fill}},
        ),
        layer(
            "GeoJsonLayer",
            f"lakes-{ground.land}",
            basemap_address("lakes"),
            stroked=False,
            pickable=False,
            _subLayerProps={"polygons-fill": {"getFillColor": f"@@={colour(ground.water)}"}},
        ),
        layer(
            "GeoJsonLayer",
            f"borders-{ground.land}",
            basemap_address("borders"),
            **borders,
            **line_styles(),
        ),
        layer(
            "GeoJsonLayer",
            f"disputed-{ground.land}",
            basemap_address("disputed"),
            **borders,
            **line_styles(DISPUTED_STROKE),
        ),
    ]


def unusual(row: dict[str, Any], usual: Mapping[str, object]) -> dict[str, Any]:
    """Return a row without what most rows have, since rows are sent with every choice."""
    return {name: part for name, part in row.items() if usual.get(name) != part}


def _line_row(stroke: Stroke, wide: float, **more: object) -> dict[str, Any]:
    """Return the row of a line: its course, and its distance from it in widths of the line."""
    offset = round(stroke.offset / wide, 2)
    return unusual({"path": path(stroke.points), "offset": offset, **more}, USUAL_STROKE)


def _stroke_row(stroke: Stroke) -> dict[str, Any]:
    return _line_row(
        stroke,
        stroke.width,
        color=colour(GROUP_COLOURS[stroke.group], stroke.opacity),
        width=round(stroke.width, 2),
        dash=list(STATUS_DASHES[stroke.status]),
    )


def _band_row(stroke: Stroke) -> dict[str, Any]:
    tint = colour(GROUP_COLOURS[stroke.group], BAND_OPACITY * stroke.opacity)
    return _line_row(stroke, BAND_WIDTH, color=tint)


def _hit_row(stroke: Stroke) -> dict[str, Any]:
    return _line_row(stroke, HIT_WIDTH, route=stroke.route, tip_title=stroke.title, tip=stroke.tip)


def _edge_rows(strokes: Sequence[Stroke], wider: float) -> list[dict[str, Any]]:
    """Return the wider lines below those that differ from an earlier year."""
    return [
        _line_row(stroke, stroke.width + wider, width=round(stroke.width + wider, 2))
        for stroke in strokes
        if stroke.edged
    ]


def route_layers(content: MapContent, ground: Ground, round_: int) -> list[pydeck.Layer]:
    """Return the bands and lines of routes, and an invisible wider line that takes the clicks."""
    strokes = content.strokes
    common = {"get_path": "path", "width_units": text("pixels"), **line_styles()}
    rounded = {**common, "cap_rounded": True, "joint_rounded": True}
    return [
        layer(
            "PathLayer",
            "bands",
            [_band_row(stroke) for stroke in content.bands],
            **rounded,
            get_color="color",
            get_width=row_value("width", BAND_WIDTH),
            pickable=False,
        ),
        layer(
            "PathLayer",
            "casing",
            _edge_rows(strokes, CASING_WIDER),
            **rounded,
            get_color=row_value("color", colour(ground.ink)),
            get_width="width",
            pickable=False,
        ),
        layer(
            "PathLayer",
            "underlay",
            _edge_rows(strokes, UNDERLAY_WIDER),
            **rounded,
            get_color=row_value("color", colour(ground.plate)),
            get_width="width",
            pickable=False,
        ),
        layer(
            "PathLayer",
            "strokes",
            [_stroke_row(stroke) for stroke in strokes],
            **common,
            get_color="color",
            get_width="width",
            dash_justified=True,
            pickable=False,
        ),
        layer(
            "PathLayer",
            f"{ROUTE_LAYER}-{round_}",
            [_hit_row(stroke) for stroke in strokes],
            **rounded,
            get_color=row_value("color", [0, 0, 0, 1]),
            get_width=row_value("width", HIT_WIDTH),
            pickable=True,
        ),
    ]


def arrow_layer(arrows: Sequence[Arrow]) -> pydeck.Layer:
    """Return the arrows of flow."""
    rows = [
        {
            "text": MARK,
            "at": path((arrow.position,))[0],
            "angle": round(-arrow.bearing, 1),
            "color": colour(GROUP_COLOURS[arrow.group], arrow.opacity),
        }
        for arrow in arrows
    ]
    return layer(
        "TextLayer",
        "arrows",
        rows,
        get_text="text",
        get_position="at",
        get_angle=or_usual("angle", USUAL_TEXT),
        get_pixel_offset=or_usual("offset", USUAL_TEXT),
        get_color="color",
        get_size=row_value("size", 13),
        character_set=text("auto"),
        pickable=False,
    )


def point_layer(points: Sequence[Point], ground: Ground, round_: int) -> pydeck.Layer:
    """Return the points, which can be clicked."""
    ink = colour(ground.ink)
    usual = {"radius": PLACE_RADIUS, "fill": ink, "line": ink}
    rows = [
        unusual(
            {
                "route": point.code,
                "at": path((point.position,))[0],
                "radius": point.radius,
                "fill": colour(ground.ink if point.kind == PLACE else KAZAKHSTAN, point.opacity)
                if point.certain
                else colour(ground.plate, point.opacity),
                "line": colour(ground.ink, point.opacity),
                "tip_title": point.title,
                "tip": point.tip,
            },
            usual,
        )
        for point in points
    ]
    return layer(
        "ScatterplotLayer",
        f"{POINT_LAYER}-{round_}",
        rows,
        get_position="at",
        get_radius=or_usual("radius", usual),
        radius_units=text("pixels"),
        get_fill_color=or_usual("fill", usual),
        get_line_color=or_usual("line", usual),
        line_width_units=text("pixels"),
        get_line_width=1.2,
        stroked=True,
        pickable=True,
    )
