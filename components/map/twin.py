"""The static twin of the map: the same content as an Altair chart, for print and export."""

from math import pi
from typing import Any

import altair as alt

from components.charts.frame import LABEL_SIZE, TIP, chart_locale, named_rows
from components.charts.palette import KAZAKHSTAN
from components.figures.figure import as_form
from components.map.camera import Bounds, Camera, mercator
from components.map.captions import COUNTRY_LABEL, WATER_LABEL
from components.map.content import MapContent
from components.map.labels import Label
from components.map.points import CERTAIN, PLACE, Point
from components.map.strokes import Stroke
from components.map.style import (
    BAND_OPACITY,
    BAND_WIDTH,
    COUNTRY_OPACITY,
    GROUP_COLOURS,
    GROUP_NAMES,
    LIGHT_GROUND,
    NARROWEST,
    STATUS_DASHES,
    STATUS_NAMES,
    WIDEST,
    WIDEST_CAPACITY,
)
from data.basemap import basemap_address
from data.language.languages import Language

HEIGHT = 430

_BAND, _STROKE, _ARROW, _POINT, _LABEL = "band", "stroke", "arrow", "point", "label"
"""What a row of the twin draws; its `part`."""


_EMPTY_ROW: dict[str, Any] = dict.fromkeys(
    (
        "part",
        "line",
        "order",
        "lon",
        "lat",
        "group",
        "status",
        "capacity",
        "opacity",
        "angle",
        "fill",
        "size",
        "tip_title",
        "tip",
        "label",
        "ink",
        "dx",
        "dy",
        "align",
    )
)
"""Every row has every column, since rows go to the browser as one table."""


def _ground(name: str, mark: alt.MarkDef) -> alt.Chart:
    address = alt.UrlData(url=basemap_address(name), format=alt.JsonDataFormat(property="features"))
    return alt.Chart(address, mark=mark)


def _border(dash: tuple[int, int] = (1, 0)) -> alt.MarkDef:
    return alt.MarkDef(
        type="geoshape",
        clip=True,
        filled=False,
        stroke=LIGHT_GROUND.border,
        strokeWidth=0.8,
        strokeDash=list(dash),
    )


def _opacity() -> alt.Opacity:
    return alt.Opacity("opacity:Q", scale=None, legend=None)


def _part(name: str) -> alt.Chart:
    chart: alt.Chart = alt.Chart().transform_filter(f"datum.part == '{name}'")
    return chart


def _labels(*, halo: bool) -> alt.Chart:
    """Write the labels, or the light halo that sets them off from the lines below."""
    text = _part(_LABEL).mark_text(
        clip=True,
        baseline="middle",
        fontSize=alt.ExprRef("datum.size"),
        dx=alt.ExprRef("datum.dx"),
        dy=alt.ExprRef("datum.dy"),
        align=alt.ExprRef("datum.align"),
        stroke=LIGHT_GROUND.plate if halo else alt.Undefined,
        strokeWidth=3 if halo else alt.Undefined,
    )
    chart: alt.Chart = text.encode(
        longitude=alt.Longitude("lon:Q"),
        latitude=alt.Latitude("lat:Q"),
        text=alt.Text("label:N"),
        opacity=_opacity(),
        color=alt.value(LIGHT_GROUND.plate) if halo else alt.Color("ink:N", scale=None),
    )
    return chart


def _projection(bounds: Bounds) -> alt.Projection:
    """Return a Mercator projection that shows the whole of `bounds` at any size of the chart."""
    wide = (bounds.east - bounds.west) * pi / 180
    tall = mercator(bounds.north) - mercator(bounds.south)
    middle = (mercator(bounds.north) + mercator(bounds.south)) / 2
    scale = f"min(width / {wide:.5f}, height / {tall:.5f})"
    # The centre of the projection is the equator, so that the middle is moved in pixels.
    return alt.Projection(
        type="mercator",
        rotate=[-(bounds.west + bounds.east) / 2, 0, 0],
        scale=alt.ExprRef(scale),
        translate=alt.ExprRef(f"[width / 2, height / 2 + {middle:.5f} * {scale}]"),
    )


@as_form()
def map_form(*, language: Language, bounds: Bounds) -> alt.LayerChart:
    """Draw the map of one view: ground by address, everything else from the rows.

    Rows: `part`, `lon`, `lat`, `line` and `order` along a line, `group`, `status`, `width`,
    `opacity`, `angle`, `label`, `kind`, `size`, `dx`, `dy`, `align`, `tip_title`, `tip`.

    Parameters
    ----------
    language : Language
        Language of the legends.
    bounds : Bounds
        What the view shows.
    """
    _ = language.gettext
    ground = LIGHT_GROUND
    place = {"longitude": alt.Longitude("lon:Q"), "latitude": alt.Latitude("lat:Q")}
    groups = alt.Color(
        "group:N",
        title=None,
        scale=alt.Scale(
            domain=[_(name) for name in GROUP_NAMES.values()],
            range=[GROUP_COLOURS[group] for group in GROUP_NAMES],
        ),
        legend=alt.Legend(
            orient="top",
            symbolType="stroke",
            symbolStrokeWidth=4,
            symbolOpacity=1,
            columns=alt.ExprRef("width < 560 ? 2 : 4"),
        ),
    )
    course = {**place, "order": "order:Q", "detail": alt.Detail("line:N")}
    bands = (
        _part(_BAND)
        .mark_line(clip=True, strokeWidth=BAND_WIDTH, strokeCap="round", strokeJoin="round")
        .encode(**course, color=groups, opacity=_opacity())
    )
    strokes = (
        _part(_STROKE)
        .mark_line(clip=True, strokeJoin="round")
        .encode(
            **course,
            color=groups,
            opacity=_opacity(),
            strokeDash=alt.StrokeDash(
                "status:N",
                title=None,
                scale=alt.Scale(
                    domain=[_(name) for name in STATUS_NAMES.values()],
                    range=[
                        [part * 2.5 for part in dash] if any(dash) else [1, 0]
                        for dash in STATUS_DASHES.values()
                    ],
                ),
                legend=alt.Legend(
                    orient="bottom",
                    symbolStrokeColor=ground.ink,
                    symbolType="stroke",
                    symbolSize=900,
                    symbolStrokeWidth=2,
                    columns=alt.ExprRef("width < 400 ? 2 : width < 820 ? 3 : 6"),
                ),
            ),
            strokeWidth=alt.StrokeWidth(
                "capacity:Q",
                title=_("capacity a year, million tonnes or billion m³"),
                scale=alt.Scale(domain=[0, WIDEST_CAPACITY], range=[NARROWEST, WIDEST], clamp=True),
                legend=alt.Legend(
                    orient="bottom",
                    values=[10, 30, WIDEST_CAPACITY],
                    symbolType="stroke",
                    symbolStrokeColor=ground.ink,
                    direction="horizontal",
                    titleFontWeight="normal",
                    titleLimit=0,
                ),
            ),
        )
    )
    arrows = (
        _part(_ARROW)
        .mark_point(clip=True, shape="triangle", filled=True, size=60)
        .encode(**place, color=groups, opacity=_opacity(), angle=alt.Angle("angle:Q", scale=None))
    )
    points = (
        _part(_POINT)
        .mark_point(clip=True, filled=True, stroke=ground.ink, strokeWidth=1.2)
        .encode(
            **place,
            opacity=_opacity(),
            fill=alt.Fill("fill:N", scale=None),
            size=alt.Size("size:Q", scale=None),
            tooltip=TIP,
        )
    )
    chart: alt.LayerChart = alt.LayerChart(
        layer=[
            alt.Chart(alt.SphereGenerator(sphere=True)).mark_geoshape(fill=ground.water, clip=True),
            _ground("land", alt.MarkDef(type="geoshape", clip=True, fill=ground.land)),
            _ground("lakes", alt.MarkDef(type="geoshape", clip=True, fill=ground.water)),
            _ground("borders", _border()),
            _ground("disputed", _border(dash=(3, 3))),
            bands,
            strokes,
            arrows,
            points,
            _labels(halo=True),
            _labels(halo=False),
        ],
        data=named_rows(),
        height=HEIGHT,
        width="container",
        projection=_projection(bounds),
    ).configure(
        mark=alt.MarkConfig(aria=False),
        locale=chart_locale(language),
        legend=alt.LegendConfig(
            labelFontSize=LABEL_SIZE - 1,
            titleFontSize=LABEL_SIZE - 1,
            labelLimit=260,
            offset=6,
            layout=alt.ExprRef("{bottom: {anchor: 'start', direction: 'vertical', margin: 8}}"),
        ),
        view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(labelFontSize=LABEL_SIZE),
    )
    return chart


def _line_rows(
    part: str, number: int, stroke: Stroke, camera: Camera, language: Language
) -> list[dict[str, Any]]:
    _ = language.gettext
    points = camera.beside(stroke.points, stroke.offset) if stroke.offset else stroke.points
    return [
        {
            "part": part,
            "line": f"{part}{number}",
            "order": order,
            "lon": lon,
            "lat": lat,
            "group": _(GROUP_NAMES[stroke.group]),
            "status": _(STATUS_NAMES[stroke.status]),
            "capacity": (stroke.width - NARROWEST) / (WIDEST - NARROWEST) * WIDEST_CAPACITY,
            "opacity": stroke.opacity * (BAND_OPACITY if part == _BAND else 1.0),
        }
        for order, (lon, lat) in enumerate(points)
    ]


def _point_row(point: Point) -> dict[str, Any]:
    """Return the row of a point, hollow where its position is not certain."""
    certain = LIGHT_GROUND.ink if point.kind == PLACE else KAZAKHSTAN
    return {
        "part": _POINT,
        "lon": point.position[0],
        "lat": point.position[1],
        "opacity": point.opacity,
        "fill": certain if point.confidence == CERTAIN else LIGHT_GROUND.plate,
        "size": 20.0 if point.kind == PLACE else 60.0,
        "tip_title": point.title,
        "tip": point.tip,
    }


def _label_row(label: Label) -> dict[str, Any]:
    return {
        "part": _LABEL,
        "lon": label.position[0],
        "lat": label.position[1],
        "opacity": COUNTRY_OPACITY if label.kind == COUNTRY_LABEL else label.opacity,
        "label": label.text.upper() if label.kind == COUNTRY_LABEL else label.text,
        "ink": LIGHT_GROUND.water_ink if label.kind == WATER_LABEL else LIGHT_GROUND.ink,
        "size": label.size,
        "dx": label.dx,
        "dy": label.dy,
        "align": {"left": "left", "middle": "center", "right": "right"}[label.align],
    }


def map_rows(content: MapContent, language: Language) -> list[dict[str, Any]]:
    """Return the rows that `map_form` draws."""
    _ = language.gettext
    rows: list[dict[str, Any]] = []
    for part, strokes in ((_BAND, content.bands), (_STROKE, content.strokes)):
        for number, stroke in enumerate(strokes):
            rows += _line_rows(part, number, stroke, content.camera, language)
    rows += [
        {
            "part": _ARROW,
            "lon": arrow.position[0],
            "lat": arrow.position[1],
            "group": _(GROUP_NAMES[arrow.group]),
            "opacity": arrow.opacity,
            "angle": arrow.bearing,
        }
        for arrow in content.arrows
    ]
    rows += [_point_row(point) for point in content.points]
    rows += [_label_row(label) for label in content.labels]
    return [{**_EMPTY_ROW, **row} for row in rows]
