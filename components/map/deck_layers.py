"""Layers of the interactive map below its labels: ground, routes, arrows of flow, points."""

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


def ground_layers(ground: Ground) -> list[pydeck.Layer]:
    """Return water, land, lakes and borders.

    Their colours are given to the layers below them, which a selection does not fade.
    """
    sea = [[west, south] for west, south in ((-85, -42), (-85, 84), (180, 84), (180, -42))]
    home = " || ".join(f"properties.code === '{code}'" for code in HOME_COUNTRIES)
    fill = f"@@={home} ? {colour(ground.home)} : {colour(ground.land)}"
    lines = {
        "stroked": True,
        "filled": False,
        "pickable": False,
        "line_width_units": text("pixels"),
    }
    return [
        layer(
            "SolidPolygonLayer",
            "water",
            [{"polygon": sea}],
            get_polygon="polygon",
            get_fill_color=colour(ground.water),
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
            _subLayerProps={"polygons-fill": {"getFillColor": colour(ground.water)}},
        ),
        layer(
            "GeoJsonLayer",
            f"borders-{ground.land}",
            basemap_address("borders"),
            **lines,
            get_line_width=1,
            _subLayerProps={"linestrings": {"getColor": colour(ground.border)}},
        ),
        layer(
            "GeoJsonLayer",
            f"disputed-{ground.land}",
            basemap_address("disputed"),
            **lines,
            get_line_width=1,
            get_dash_array=[4, 3],
            extensions=[{"@@type": "PathStyleExtension", "dash": True}],
            _subLayerProps={"linestrings": {"getColor": colour(ground.border)}},
        ),
    ]


def unusual(row: dict[str, Any], usual: Mapping[str, object]) -> dict[str, Any]:
    """Return a row without what most rows have, since rows are sent with every choice."""
    return {name: part for name, part in row.items() if usual.get(name) != part}


def or_usual(name: str, usual: Mapping[str, object]) -> str:
    """Return the expression of a field, or of what most rows have."""
    value = usual[name]
    return f"{name} || " + (f"'{value}'" if isinstance(value, str) else f"{value}")


def _stroke_row(stroke: Stroke) -> dict[str, Any]:
    row = {
        "path": path(stroke.points),
        "color": colour(GROUP_COLOURS[stroke.group], stroke.opacity),
        "width": round(stroke.width, 2),
        "dash": list(STATUS_DASHES[stroke.status]),
        # The browser measures offsets in widths of the line.
        "offset": round(stroke.offset / stroke.width, 2),
    }
    return unusual(row, USUAL_STROKE)


def _hit_row(stroke: Stroke) -> dict[str, Any]:
    return {
        "route": stroke.route,
        "path": path(stroke.points),
        "tip_title": stroke.title,
        "tip": stroke.tip,
    }


def route_layers(content: MapContent, ground: Ground, round_: int) -> list[pydeck.Layer]:
    """Return the bands and lines of routes, and an invisible wider line that takes the clicks."""
    rows = [_stroke_row(stroke) for stroke in content.strokes]
    bands = [
        {
            "path": path(stroke.points),
            "color": colour(GROUP_COLOURS[stroke.group], BAND_OPACITY * stroke.opacity),
        }
        for stroke in content.bands
    ]
    chosen = [row for row, stroke in zip(rows, content.strokes, strict=True) if stroke.edged]
    pixels = text("pixels")
    common = {"get_path": "path", "width_units": pixels, "cap_rounded": True, "joint_rounded": True}
    return [
        layer(
            "PathLayer",
            "bands",
            bands,
            **common,
            get_color="color",
            get_width=BAND_WIDTH,
            pickable=False,
        ),
        layer(
            "PathLayer",
            "casing",
            chosen,
            **common,
            get_color=colour(ground.ink),
            get_width=f"width + {CASING_WIDER:g}",
            pickable=False,
        ),
        layer(
            "PathLayer",
            "underlay",
            chosen,
            **common,
            get_color=colour(ground.plate),
            get_width=f"width + {UNDERLAY_WIDER:g}",
            pickable=False,
        ),
        layer(
            "PathLayer",
            "strokes",
            rows,
            get_path="path",
            width_units=pixels,
            get_color="color",
            get_width="width",
            get_dash_array=or_usual("dash", USUAL_STROKE),
            get_offset=or_usual("offset", USUAL_STROKE),
            dash_justified=True,
            extensions=[
                {
                    "@@type": "PathStyleExtension",
                    "dash": True,
                    "highPrecisionDash": True,
                    "offset": True,
                }
            ],
            pickable=False,
        ),
        layer(
            "PathLayer",
            f"{ROUTE_LAYER}-{round_}",
            [_hit_row(stroke) for stroke in content.strokes],
            **common,
            get_color=[0, 0, 0, 1],
            get_width=HIT_WIDTH,
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
        get_angle="angle",
        get_color="color",
        get_size=13,
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
