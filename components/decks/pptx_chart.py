"""Native charts of a presentation, whose values can be edited in their worksheets."""

from copy import deepcopy
from typing import Any

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.slide import Slide
from pptx.util import Pt

from components.decks.native_chart import (
    ChartKind,
    NativeChart,
    NativeSeries,
    Role,
)
from components.decks.pptx_chart_parts import (
    MARKERS,
    add_legend,
    label_point,
    letters_of,
    quiet_axis,
    series_names,
    set_letters,
    value_format,
    valued,
)
from components.decks.pptx_points import add_points
from components.decks.pptx_text import clean, emu, rgb
from components.decks.pptx_workbook import keep_texts
from components.decks.slide_texts import Box
from components.page.tokens import PROJECTOR
from data.language.languages import Language

TYPES = {
    ChartKind.COLUMNS: XL_CHART_TYPE.COLUMN_CLUSTERED,
    ChartKind.STACKED: XL_CHART_TYPE.COLUMN_STACKED,
    ChartKind.LINES: XL_CHART_TYPE.LINE_MARKERS,
    ChartKind.BARS: XL_CHART_TYPE.BAR_CLUSTERED,
}
MARK_SIZE = 22
"""Width in points of a mark at the height of a column, which leaves its label legible."""

DASHES = (MSO_LINE.SOLID, MSO_LINE.DASH, MSO_LINE.ROUND_DOT)
WHITE = RGBColor(0xFF, 0xFF, 0xFF)


def _filled(target: Any, colour: str) -> None:  # noqa: ANN401, as above
    target.format.fill.solid()
    target.format.fill.fore_color.rgb = rgb(colour)


def _no_line(series: Any) -> None:  # noqa: ANN401, as above
    series.format.line.fill.background()


def _columns(drawn: Chart, chart: NativeChart, language: Language) -> None:
    plot = drawn.plots[0]
    plot.gap_width = 40 if chart.kind is ChartKind.BARS else 60
    plot.vary_by_categories = False
    if chart.kind is ChartKind.BARS or chart.kind is ChartKind.STACKED:
        plot.overlap = 100
    stacked = chart.kind is ChartKind.STACKED
    place = XL_LABEL_POSITION.CENTER if stacked else XL_LABEL_POSITION.OUTSIDE_END
    ink = WHITE if stacked else rgb(PROJECTOR.ink)
    for series, one in zip(plot.series, chart.series, strict=True):
        if one.role is not Role.FULL:
            continue
        series.invert_if_negative = False
        if one.colour:
            _filled(series, one.colour)
        for number, point in enumerate(one.points):
            if point.value is None:
                continue
            _filled(series.points[number], point.colour)
            own = ink if not stacked or point.colour == one.colour else rgb(PROJECTOR.ink)
            label_point(series.points[number], point, place, language, own)


def _as_lines(drawn: Chart, chart: NativeChart) -> list[NativeSeries]:
    """Move the series that are no columns into lines on the same axes, and return them."""
    moved = [one for one in chart.series if one.role is not Role.FULL]
    if not moved:
        return []
    columns = drawn.plots[0]._element
    lines = OxmlElement("c:lineChart")
    for name, value in (("c:grouping", "standard"), ("c:varyColors", "0")):
        lines.append(valued(name, value))
    for series, one in zip(list(columns.findall(qn("c:ser"))), chart.series, strict=True):
        if one.role is not Role.FULL:
            for name in ("c:invertIfNegative", "c:spPr"):
                for child in series.findall(qn(name)):
                    series.remove(child)
            lines.append(series)
    lines.append(valued("c:marker", "1"))
    for axis in columns.findall(qn("c:axId")):
        lines.append(deepcopy(axis))
    columns.addnext(lines)
    return moved


def _marks(drawn: Chart, chart: NativeChart, language: Language) -> None:
    moved = _as_lines(drawn, chart)
    if not moved:
        return
    for series, one in zip(drawn.plots[1].series, moved, strict=True):
        _no_line(series)
        series.smooth = False
        totals = one.role is Role.TOTALS
        series.marker.style = XL_MARKER_STYLE.NONE if totals else XL_MARKER_STYLE.DASH
        if not totals:
            series.marker.size = MARK_SIZE
            _filled(series.marker, one.colour)
        for number, point in enumerate(one.points):
            if point.value is not None:
                label_point(
                    series.points[number],
                    point,
                    XL_LABEL_POSITION.ABOVE,
                    language,
                    rgb(PROJECTOR.ink),
                )
                if totals and point.label:
                    series.points[number].data_label.font.bold = True


def _lines(drawn: Chart, chart: NativeChart, language: Language) -> None:
    for place, (series, one) in enumerate(zip(drawn.plots[0].series, chart.series, strict=True)):
        line = series.format.line
        line.color.rgb = rgb(one.colour)
        line.width = Pt(2.75)
        line.dash_style = DASHES[place % len(DASHES)]
        series.smooth = False
        series.marker.style = MARKERS[place % len(MARKERS)]
        series.marker.size = 11
        _filled(series.marker, one.colour)
        series.marker.format.line.color.rgb = rgb(one.colour)
        for number, point in enumerate(one.points):
            if point.value is None:
                continue
            drawn_point = series.points[number]
            if point.colour != one.colour:
                _filled(drawn_point.marker, point.colour)
                drawn_point.marker.format.line.color.rgb = rgb(point.colour)
                drawn_point.format.line.color.rgb = rgb(point.colour)
            above = XL_LABEL_POSITION.ABOVE
            label_point(drawn_point, point, above, language, rgb(PROJECTOR.ink))


def _axes(drawn: Chart, chart: NativeChart, language: Language) -> None:
    letters = letters_of(chart)
    category, value = drawn.category_axis, drawn.value_axis
    for axis in (category, value):
        quiet_axis(axis, letters)
    category.has_major_gridlines = False
    category.format.line.color.rgb = rgb(PROJECTOR.axis)
    category.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    value.format.line.fill.background()
    value.has_major_gridlines = chart.axis
    if chart.axis:
        value.major_gridlines.format.line.color.rgb = rgb(PROJECTOR.grid)
    else:
        value.visible = False
        value.minimum_scale = 0
    if chart.greatest is not None:
        value.minimum_scale, value.maximum_scale = 0, chart.greatest
        value.major_unit = chart.greatest / 4
    value.tick_labels.number_format = value_format(language, percent=chart.percent)
    value.tick_labels.number_format_is_linked = False
    if chart.kind is ChartKind.BARS:
        category.reverse_order = True
        value.tick_label_position = XL_TICK_LABEL_POSITION.HIGH


def _category_chart(
    slide: Slide, chart: NativeChart, box: Box, unit: str, language: Language
) -> Any:  # noqa: ANN401, a frame of python-pptx
    keep_texts()
    data = CategoryChartData(number_format="General")
    data.categories = [clean(name) for name in chart.categories]
    for name, one in zip(series_names(chart, unit, language), chart.series, strict=True):
        data.add_series(name, [point.value for point in one.points])
    frame = slide.shapes.add_chart(TYPES[chart.kind], *emu(box), data)
    drawn = frame.chart
    set_letters(drawn, chart)
    if chart.kind is ChartKind.LINES:
        _lines(drawn, chart, language)
    else:
        _columns(drawn, chart, language)
        _marks(drawn, chart, language)
    _axes(drawn, chart, language)
    add_legend(drawn, chart)
    return frame


def add_chart(slide: Slide, chart: NativeChart, box: Box, unit: str, language: Language) -> Any:  # noqa: ANN401, a frame of python-pptx
    """Add a native chart to a slide, and return its frame.

    Parameters
    ----------
    slide : Slide
        The slide.
    chart : NativeChart
        The chart.
    box : Box
        Its place.
    unit : str
        Measured quantity and unit, as the name of a series without one.
    language : Language
        Language of the numbers.
    """
    add = add_points if chart.kind is ChartKind.POINTS else _category_chart
    return add(slide, chart.within(box.width, box.height), box, unit, language)
