"""Layers of the interactive map: ground, routes, arrows of flow, points, labels."""

from collections.abc import Sequence
from typing import Any

import pydeck

from components.map.captions import COUNTRY_LABEL, PLACE_LABEL, ROUTE_LABEL, WATER_LABEL
from components.map.content import MapContent
from components.map.ground import HOME_COUNTRIES
from components.map.labels import Label
from components.map.points import PLACE, Point
from components.map.strokes import Arrow, Stroke
from components.map.style import (
    BAND_OPACITY,
    BAND_WIDTH,
    CASING_WIDER,
    GROUP_COLOURS,
    STATUS_DASHES,
    UNDERLAY_WIDER,
)
from components.page.tokens import KAZAKHSTAN, Ground
from data.basemap import basemap_address
from data.geometry import LineString

ROUTE_LAYER, POINT_LAYER = "routes", "points"
"""Layers that can be clicked; the round is added to their names."""

HIT_WIDTH = 14.0
"""Width in pixels of the invisible line that takes the clicks."""

DECIMALS = 3

MARK = "▲"
"""The arrow of flow, a letter that points north until it is turned."""

Colour = list[int]


def _colour(code: str, opacity: float = 1.0) -> Colour:
    """Return red, green, blue and opacity from 0 to 255."""
    return [*(int(code[start : start + 2], 16) for start in (1, 3, 5)), round(255 * opacity)]


def _path(points: LineString) -> list[list[float]]:
    return [[round(degree, DECIMALS) for degree in point] for point in points]


def _layer(kind: str, name: str, data: object, **props: object) -> pydeck.Layer:
    return pydeck.Layer(kind, id=name, data=data, **props)


def _text(value: str) -> pydeck.types.String:
    """Mark a text as a value, which would otherwise be read as an expression."""
    return pydeck.types.String(value)


def ground_layers(ground: Ground) -> list[pydeck.Layer]:
    """Return water, land, lakes and borders.

    Their colours are given to the layers below them, which a selection does not fade.
    """
    sea = [[west, south] for west, south in ((-85, -42), (-85, 84), (180, 84), (180, -42))]
    home = " || ".join(f"properties.code === '{code}'" for code in HOME_COUNTRIES)
    fill = f"@@={home} ? {_colour(ground.home)} : {_colour(ground.land)}"
    lines = {
        "stroked": True,
        "filled": False,
        "pickable": False,
        "line_width_units": _text("pixels"),
    }
    return [
        _layer(
            "SolidPolygonLayer",
            "water",
            [{"polygon": sea}],
            get_polygon="polygon",
            get_fill_color=_colour(ground.water),
            pickable=False,
        ),
        _layer(
            "GeoJsonLayer",
            f"land-{ground.land}",
            basemap_address("land"),
            stroked=False,
            pickable=False,
            _subLayerProps={"polygons-fill": {"getFillColor": fill}},
        ),
        _layer(
            "GeoJsonLayer",
            f"lakes-{ground.land}",
            basemap_address("lakes"),
            stroked=False,
            pickable=False,
            _subLayerProps={"polygons-fill": {"getFillColor": _colour(ground.water)}},
        ),
        _layer(
            "GeoJsonLayer",
            f"borders-{ground.land}",
            basemap_address("borders"),
            **lines,
            get_line_width=1,
            _subLayerProps={"linestrings": {"getColor": _colour(ground.border)}},
        ),
        _layer(
            "GeoJsonLayer",
            f"disputed-{ground.land}",
            basemap_address("disputed"),
            **lines,
            get_line_width=1,
            get_dash_array=[4, 3],
            extensions=[{"@@type": "PathStyleExtension", "dash": True}],
            _subLayerProps={"linestrings": {"getColor": _colour(ground.border)}},
        ),
    ]


def _stroke_row(stroke: Stroke) -> dict[str, Any]:
    return {
        "path": _path(stroke.points),
        "color": _colour(GROUP_COLOURS[stroke.group], stroke.opacity),
        "width": round(stroke.width, 2),
        "dash": list(STATUS_DASHES[stroke.status]),
        # The browser measures offsets in widths of the line.
        "offset": round(stroke.offset / stroke.width, 2),
    }


def _hit_row(stroke: Stroke) -> dict[str, Any]:
    return {
        "route": stroke.route,
        "path": _path(stroke.points),
        "tip_title": stroke.title,
        "tip": stroke.tip,
    }


def route_layers(content: MapContent, ground: Ground, round_: int) -> list[pydeck.Layer]:
    """Return the bands and lines of routes, and an invisible wider line that takes the clicks."""
    rows = [_stroke_row(stroke) for stroke in content.strokes]
    bands = [
        {
            "path": _path(stroke.points),
            "color": _colour(GROUP_COLOURS[stroke.group], BAND_OPACITY * stroke.opacity),
        }
        for stroke in content.bands
    ]
    chosen = [row for row, stroke in zip(rows, content.strokes, strict=True) if stroke.selected]
    pixels = _text("pixels")
    common = {"get_path": "path", "width_units": pixels, "cap_rounded": True, "joint_rounded": True}
    return [
        _layer(
            "PathLayer",
            "bands",
            bands,
            **common,
            get_color="color",
            get_width=BAND_WIDTH,
            pickable=False,
        ),
        _layer(
            "PathLayer",
            "casing",
            chosen,
            **common,
            get_color=_colour(ground.ink),
            get_width=f"width + {CASING_WIDER:g}",
            pickable=False,
        ),
        _layer(
            "PathLayer",
            "underlay",
            chosen,
            **common,
            get_color=_colour(ground.plate),
            get_width=f"width + {UNDERLAY_WIDER:g}",
            pickable=False,
        ),
        _layer(
            "PathLayer",
            "strokes",
            rows,
            get_path="path",
            width_units=pixels,
            get_color="color",
            get_width="width",
            get_dash_array="dash",
            get_offset="offset",
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
        _layer(
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
            "at": _path((arrow.position,))[0],
            "angle": round(-arrow.bearing, 1),
            "color": _colour(GROUP_COLOURS[arrow.group], arrow.opacity),
        }
        for arrow in arrows
    ]
    return _layer(
        "TextLayer",
        "arrows",
        rows,
        get_text="text",
        get_position="at",
        get_angle="angle",
        get_color="color",
        get_size=13,
        character_set=_text("auto"),
        pickable=False,
    )


def point_layer(points: Sequence[Point], ground: Ground, round_: int) -> pydeck.Layer:
    """Return the points, which can be clicked."""
    rows = [
        {
            "route": point.code,
            "at": _path((point.position,))[0],
            "radius": point.radius,
            "fill": _colour(ground.ink if point.kind == PLACE else KAZAKHSTAN, point.opacity)
            if point.certain
            else _colour(ground.plate, point.opacity),
            "line": _colour(ground.ink, point.opacity),
            "tip_title": point.title,
            "tip": point.tip,
        }
        for point in points
    ]
    return _layer(
        "ScatterplotLayer",
        f"{POINT_LAYER}-{round_}",
        rows,
        get_position="at",
        get_radius="radius",
        radius_units=_text("pixels"),
        get_fill_color="fill",
        get_line_color="line",
        line_width_units=_text("pixels"),
        get_line_width=1.2,
        stroked=True,
        pickable=True,
    )


def label_layer(labels: Sequence[Label], ground: Ground) -> pydeck.Layer:
    """Return the labels of routes, places, countries and waters, each on a plate of the ground."""
    ink = {
        ROUTE_LABEL: ground.ink,
        PLACE_LABEL: ground.ink,
        COUNTRY_LABEL: ground.ink,
        WATER_LABEL: ground.water_ink,
    }
    rows = [
        {
            "text": label.text,
            "at": _path((label.position,))[0],
            "size": label.size,
            "color": _colour(ink[label.kind], label.opacity),
            "offset": [label.dx, label.dy],
            "anchor": {"left": "start", "middle": "middle", "right": "end"}[label.align],
            "plate": _colour(
                ground.plate, 0.82 if label.kind in (ROUTE_LABEL, PLACE_LABEL) else 0.0
            ),
        }
        for label in labels
    ]
    return _layer(
        "TextLayer",
        "labels",
        rows,
        get_text="text",
        get_position="at",
        get_size="size",
        get_color="color",
        get_pixel_offset="offset",
        get_text_anchor="anchor",
        get_alignment_baseline=_text("center"),
        background=True,
        get_background_color="plate",
        background_padding=[2, 1],
        font_family=_text('"Source Sans", sans-serif'),
        character_set=_text("auto"),
        pickable=False,
    )
