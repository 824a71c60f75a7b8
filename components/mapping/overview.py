"""The small map of the landing page: drawn by the browser as a chart, lines and countries to click.

What never changes with a choice, the ground and the courses of the lines, is part of the form or
fetched by address; a choice sends one row for each line, point and label. Lines that share a
trench lie on top of each other at this scale; the map of energy routes draws them apart.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import altair as alt

from components.figure import Form
from components.forms import LABEL_SIZE, TIP, chart_locale, named_rows
from components.mapping.camera import Bounds
from components.mapping.content import MapContent
from components.mapping.points import PLACE
from components.mapping.strokes import Stroke
from components.mapping.style import (
    BAND_OPACITY,
    BAND_WIDTH,
    GROUP_COLOURS,
    GROUP_NAMES,
    HOME_COUNTRIES,
    LIGHT_GROUND,
    STATUS_DASHES,
    Ground,
)
from components.mapping.twin import (
    BAND,
    LABEL,
    POINT,
    STROKE,
    label_row,
    point_row,
    projection,
)
from data.basemap import SMALL, basemap_address
from data.dataset import Dataset
from data.languages import Language
from data.routes import OPERATING, routes

HEIGHT = 240
CLICK_WIDTH = 9.0
"""Width in pixels of the unseen line that a click on a route may hit."""

ROUTE_CLICK, COUNTRY_CLICK = "route_click", "country_click"

COURSES = "courses"
"""Name of the dataset of the courses of all lines."""

LABELS, BOUNDARIES, LINES, TARGETS = "map_labels", "map_boundaries", "map_lines", "map_targets"
"""Names of layers, by which the style of the page finds them."""

DECIMALS = 2

COLUMNS = (
    "part",
    "line",
    "route",
    "colour",
    "dash",
    "width",
    "opacity",
    "lon",
    "lat",
    "fill",
    "size",
    "label",
    "ink",
    "dx",
    "dy",
    "align",
    "tip_title",
    "tip",
)


@lru_cache(maxsize=4)
def _courses(dataset: Dataset) -> tuple[Mapping[str, Any], ...]:
    """Return the course of every line as a feature that rows find by its code."""
    lines = {
        section.line: section.points
        for route in routes(dataset).values()
        for section in route.sections
    }
    return tuple(
        {
            "line": line,
            "type": "Feature",
            "geometry": {
                "type": "LineString",
                "coordinates": [[round(part, DECIMALS) for part in point] for point in points],
            },
        }
        for line, points in lines.items()
    )


def _ground(*layers: str) -> alt.Chart:
    """Return a chart of some layers of the ground, which one file holds together."""
    address = alt.UrlData(
        url=basemap_address(SMALL), format=alt.JsonDataFormat(property="features")
    )
    wanted = " || ".join(f"datum.properties.layer == '{name}'" for name in layers)
    chart: alt.Chart = alt.Chart(address).transform_filter(wanted)
    return chart


def _areas(ground: Ground) -> alt.Chart:
    """Draw land with the lakes on it, which come after it in the file; countries are clicked."""
    click = alt.selection_point(name=COUNTRY_CLICK, fields=["code"], on="click", toggle="true")
    home = " || ".join(f"datum.code == '{code}'" for code in HOME_COUNTRIES)
    chart: alt.Chart = (
        _ground("land", "lakes")
        .mark_geoshape(clip=True)
        .transform_calculate(code="datum.properties.code")
        .encode(
            fill=alt.when("datum.properties.layer == 'lakes'")
            .then(alt.value(ground.water))
            .when(home)
            .then(alt.value(ground.home))
            .otherwise(alt.value(ground.land))
        )
        .add_params(click)
    )
    return chart


def _boundaries(ground: Ground) -> alt.Chart:
    """Draw borders, dashed where a boundary is not settled."""
    chart: alt.Chart = (
        _ground("borders", "disputed")
        .mark_geoshape(clip=True, filled=False, stroke=ground.border, strokeWidth=0.7)
        .encode(
            strokeDash=alt.condition(
                "datum.properties.layer == 'disputed'", alt.value([3, 3]), alt.value([1, 0])
            )
        )
        .properties(name=BOUNDARIES)
    )
    return chart


def _part(name: str) -> alt.Chart:
    chart: alt.Chart = alt.Chart().transform_filter(f"datum.part == '{name}'")
    return chart


def _opacity() -> alt.Opacity:
    return alt.Opacity("opacity:Q", scale=None, legend=None)


def _courses_of(parts: str, courses: alt.NamedData) -> alt.Chart:
    """Return a chart of the lines that some rows name, their courses looked up."""
    found = alt.LookupData(data=courses, key="line", fields=["type", "geometry"])
    chart: alt.Chart = (
        alt.Chart().transform_filter(parts).transform_lookup(lookup="line", from_=found)
    )
    return chart


def _labels() -> alt.Chart:
    """Write the labels; the style of the page sets them off from the lines below by a halo."""
    chart: alt.Chart = (
        _part(LABEL)
        .mark_text(
            clip=True,
            baseline="middle",
            fontSize=alt.ExprRef("datum.size"),
            dx=alt.ExprRef("datum.dx"),
            dy=alt.ExprRef("datum.dy"),
            align=alt.ExprRef("datum.align"),
        )
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            text="label:N",
            opacity=_opacity(),
            color=alt.Color("ink:N", scale=None),
        )
        .properties(name=LABELS)
    )
    return chart


@lru_cache(maxsize=32)
def overview_form(*, dataset: Dataset, language: Language, bounds: Bounds) -> Form:
    """Draw the small map; a line, a point or a country can be clicked.

    Rows: see `COLUMNS`; `part` says what a row draws.

    Parameters
    ----------
    dataset : Dataset
        All tables, for the courses of the lines.
    language : Language
        Language of the legend.
    bounds : Bounds
        What the map shows.
    """
    _ = language.gettext
    ground = LIGHT_GROUND
    courses = alt.NamedData(name=COURSES)
    groups = alt.Stroke(
        "colour:N",
        title=None,
        scale=alt.Scale(
            domain=[_(name) for name in GROUP_NAMES.values()],
            range=[GROUP_COLOURS[group] for group in GROUP_NAMES],
        ),
        legend=alt.Legend(
            orient="top", symbolType="stroke", symbolStrokeWidth=4, symbolOpacity=1, columns=2
        ),
    )
    click = alt.selection_point(name=ROUTE_CLICK, fields=["route"], on="click", toggle="true")
    lines = (
        _courses_of(f"datum.part == '{BAND}' || datum.part == '{STROKE}'", courses)
        .mark_geoshape(clip=True, filled=False, strokeCap="butt", strokeJoin="round")
        .encode(
            stroke=groups,
            opacity=_opacity(),
            strokeWidth=alt.StrokeWidth("width:Q", scale=None),
            strokeDash=alt.StrokeDash(
                "dash:N",
                scale=alt.Scale(
                    domain=list(STATUS_DASHES),
                    range=[
                        [part * 2 for part in dash] if any(dash) else [1, 0]
                        for dash in STATUS_DASHES.values()
                    ],
                ),
                legend=None,
            ),
        )
        .properties(name=LINES)
    )
    targets = (
        _courses_of(f"datum.part == '{STROKE}'", courses)
        .mark_geoshape(clip=True, filled=False, strokeWidth=CLICK_WIDTH, cursor="pointer")
        .encode(
            stroke=alt.value("#000"),
            opacity=alt.condition(
                {"param": "route_hover", "empty": False}, alt.value(0.25), alt.value(0.001)
            ),
            tooltip=TIP,
        )
        .add_params(
            click,
            alt.selection_point(
                name="route_hover", fields=["route"], on="pointerover", clear="pointerout"
            ),
        )
        .properties(name=TARGETS)
    )
    points = (
        _part(POINT)
        .mark_point(clip=True, filled=True, stroke=ground.ink, strokeWidth=1, cursor="pointer")
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            opacity=_opacity(),
            fill=alt.Fill("fill:N", scale=None),
            size=alt.Size("size:Q", scale=None),
            tooltip=TIP,
        )
    )
    chart = alt.LayerChart(
        layer=[
            _areas(ground),
            _boundaries(ground),
            lines,
            targets,
            points,
            _labels(),
        ],
        data=named_rows(),
        datasets={COURSES: list(_courses(dataset))},
        height=HEIGHT,
        width="container",
        projection=projection(bounds),
    ).configure(
        mark=alt.MarkConfig(aria=False),
        locale=chart_locale(language),
        legend=alt.LegendConfig(
            labelFontSize=LABEL_SIZE - 2, labelLimit=200, offset=4, rowPadding=0
        ),
        view=alt.ViewConfig(stroke=None, fill=ground.water),
    )
    return Form(chart, selections=(ROUTE_CLICK, COUNTRY_CLICK))


def _line_row(part: str, stroke: Stroke, language: Language) -> dict[str, Any]:
    return {
        "part": part,
        "line": stroke.line,
        "route": stroke.route,
        "colour": language.gettext(GROUP_NAMES[stroke.group]),
        "dash": OPERATING if part == BAND else stroke.status,
        "width": BAND_WIDTH - 2 if part == BAND else stroke.width * 0.8,
        "opacity": stroke.opacity * (BAND_OPACITY if part == BAND else 1.0),
        "tip_title": stroke.title,
        "tip": stroke.tip,
    }


def overview_rows(content: MapContent, language: Language) -> list[dict[str, Any]]:
    """Return the rows that `overview_form` draws."""
    rows: list[dict[str, Any]] = [
        _line_row(part, stroke, language)
        for part, strokes in ((BAND, content.bands), (STROKE, content.strokes))
        for stroke in strokes
    ]
    rows += [
        {**point_row(point, size=9.0 if point.kind == PLACE else 26.0), "route": point.code}
        for point in content.points
    ]
    rows += [label_row(label, text=label.text, size=label.size - 1) for label in content.labels]
    empty = dict.fromkeys(COLUMNS)
    return [{**empty, **row} for row in rows]
