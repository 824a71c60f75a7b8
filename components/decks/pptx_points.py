"""Look of a native chart of points: categories as rows, values beside their marks."""

from dataclasses import replace
from math import floor, log10
from typing import Any

from pptx.chart.chart import Chart
from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.slide import Slide

from components.decks.native_chart import NativeChart
from components.decks.pptx_chart_parts import (
    MARKERS,
    add_legend,
    label_point,
    letters_of,
    quiet_axis,
    series_names,
    set_letters,
    value_format,
)
from components.decks.pptx_text import WIDER, emu, rgb, write
from components.decks.pptx_workbook import keep_texts
from components.decks.slide_texts import Block, Box, Measure, Text, one_line
from components.page.tokens import PROJECTOR
from data.language.languages import Language
from data.typeface import text_width

SIDES = {
    -1: XL_LABEL_POSITION.LEFT,
    1: XL_LABEL_POSITION.RIGHT,
    2: XL_LABEL_POSITION.ABOVE,
    -2: XL_LABEL_POSITION.BELOW,
}

MOST_NAMES = 0.36
"""Greatest share of the width that names take."""

TOP, FOOT, SIDE = 46.0, 40.0, 0.1
"""Pixels for the legend and the axis, and share of the width for labels at both ends."""

MOST_STEPS = 5
"""Greatest number of steps of the value axis."""

NAMES = (20.0, 18.0, 16.0, 14.0, 12.0)
"""Sizes of the names in pixels, of which the first is taken at which they fit."""


def _names_box(chart: NativeChart, box: Box) -> Box:
    """Return the place of the names of the rows, at the left of a chart of points."""
    size = letters_of(chart)
    widest = max(text_width(line, size) for name in chart.categories for line in name.split("\n"))
    width = min(widest * WIDER + 8.0, box.width * MOST_NAMES)
    high = box.height - TOP - FOOT
    return Box(left=box.left, top=box.top + TOP, width=width, height=high)


def _add_names(slide: Slide, chart: NativeChart, box: Box, language: Language) -> None:
    """Write the name of each row beside it; a chart of points has no names on its axes."""
    high = box.height / len(chart.categories)
    measure = Measure(WIDER)
    names = [one_line(name) for name in chart.categories]

    def fits(size: float) -> bool:
        texts = [Text(text=name, size=size) for name in names]
        return all(measure.height([one], box.width) <= high for one in texts)

    most = letters_of(chart)
    sizes = [size for size in NAMES if size <= most]
    size = next((size for size in sizes if fits(size)), sizes[-1])
    for number, name in enumerate(names):
        text = Text(text=name, size=size, colour="quiet")
        own = measure.height([text], box.width)
        top = box.top + high * number + max(0.0, (high - own) / 2)
        place = Box(left=box.left, top=top, width=box.width, height=own)
        frame = slide.shapes.add_textbox(*emu(place)).text_frame
        write(frame, Block(box=place, texts=(text,), end=True), language)


def _placed(drawn: Chart, width: float, height: float) -> None:
    """Set the place of the plot within a chart of some width and height in pixels."""
    area = drawn._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    layout, manual = OxmlElement("c:layout"), OxmlElement("c:manualLayout")
    side = min(SIDE, 70.0 / width)
    for name, value in (
        ("layoutTarget", "inner"),
        ("xMode", "edge"),
        ("yMode", "edge"),
        ("x", f"{side:.4f}"),
        ("y", f"{TOP / height:.4f}"),
        ("w", f"{1 - 2.4 * side:.4f}"),
        ("h", f"{1 - (TOP + FOOT) / height:.4f}"),
    ):
        part = OxmlElement(f"c:{name}")
        part.set("val", value)
        manual.append(part)
    layout.append(manual)
    area.insert(0, layout)


def step_of(greatest: float) -> float:
    """Return the distance between the values of an axis: 1, 2 or 5 times a power of ten."""
    least = max(greatest, 1e-9) / MOST_STEPS
    power = 10.0 ** floor(log10(least))
    return next((n * power for n in (1.0, 2.0, 5.0) if n * power >= least), 10.0 * power)


def _style(drawn: Chart, chart: NativeChart, box: Box, language: Language) -> None:
    """Give a chart of points its colours, labels and axes.

    Parameters
    ----------
    drawn : Chart
        The chart.
    chart : NativeChart
        What it shows.
    box : Box
        Its place.
    language : Language
        Language of the numbers.
    """
    letters = letters_of(chart)
    for place, (series, one) in enumerate(zip(drawn.plots[0].series, chart.series, strict=True)):
        series.format.line.fill.background()
        series.marker.style = MARKERS[place % len(MARKERS)]
        series.marker.size = 12
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = rgb(one.colour)
        series.marker.format.line.color.rgb = rgb(one.colour)
        for number, point in enumerate(one.points):
            own = series.points[number]
            if point.colour != one.colour:
                own.marker.format.fill.solid()
                own.marker.format.fill.fore_color.rgb = rgb(point.colour)
                own.marker.format.line.color.rgb = rgb(point.colour)
            side = SIDES[point.side]
            # A number format writes the vertical value, which is the place of the row.
            label_point(own, point, side, language, rgb(PROJECTOR.ink), formats=False)
    values, rows = drawn.category_axis, drawn.value_axis
    quiet_axis(values, letters)
    values.minimum_scale = 0
    values.major_unit = step_of(
        max((point.value or 0.0 for one in chart.series for point in one.points), default=0.0)
    )
    values.has_major_gridlines = False
    values.format.line.fill.background()
    values.tick_labels.number_format = value_format(language, percent=False)
    values.tick_labels.number_format_is_linked = False
    rows.visible = False
    rows.minimum_scale, rows.maximum_scale = 0.5, len(chart.categories) + 0.5
    rows.major_unit = 1
    rows.has_major_gridlines = False
    _placed(drawn, box.width, box.height)
    add_legend(drawn, chart)


def add_points(slide: Slide, chart: NativeChart, box: Box, unit: str, language: Language) -> Any:  # noqa: ANN401, a frame of python-pptx
    """Add a chart of points to a slide, and return its frame; see `add_chart`."""
    keep_texts()
    data = XyChartData(number_format="General")
    for name, one in zip(series_names(chart, unit, language), chart.series, strict=True):
        series = data.add_series(name)
        for point in one.points:
            if point.value is not None:
                series.add_data_point(point.value, point.position)
    names = _names_box(chart, box)
    plot = replace(box, left=names.left + names.width, width=box.width - names.width)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *emu(plot), data)
    set_letters(frame.chart, chart)
    _style(frame.chart, chart, plot, language)
    _add_names(slide, chart, names, language)
    return frame
