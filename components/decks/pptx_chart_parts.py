"""Parts of the native charts of a presentation: labels, axes, legend, names of series."""

from collections.abc import Iterator
from typing import Any

from pptx.chart.chart import Chart
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement

from components.decks.native_chart import NativeChart, NativePoint, Role, number_format
from components.decks.pptx_text import clean, points, rgb
from components.page.tokens import PROJECTOR
from components.text.amounts import percent_signs
from data.language.languages import MINUS, Language

LABELS, SMALL_LABELS = 20.0, 18.0
"""Size of the letters of a chart in pixels, and of one with many categories."""

MANY = 9
"""Number of categories from which letters are small."""

MARKERS = (
    XL_MARKER_STYLE.CIRCLE,
    XL_MARKER_STYLE.DIAMOND,
    XL_MARKER_STYLE.SQUARE,
    XL_MARKER_STYLE.TRIANGLE,
    XL_MARKER_STYLE.X,
)


def letters_of(chart: NativeChart) -> float:
    """Return the size of the letters of a chart in pixels."""
    return SMALL_LABELS if len(chart.categories) >= MANY else LABELS


def set_letters(drawn: Chart, chart: NativeChart) -> None:
    """Set the letters of a chart without a title of its own; the slide has one."""
    drawn.has_title = False
    drawn.font.size = points(letters_of(chart))
    drawn.font.color.rgb = rgb(PROJECTOR.ink)


def label_point(  # noqa: PLR0913, each belongs to the label
    point: Any,  # noqa: ANN401, objects of python-pptx
    one: NativePoint,
    place: Any,  # noqa: ANN401, as above
    language: Language,
    ink: RGBColor,
    *,
    formats: bool = True,
) -> None:
    """Write the label of a point: as a number where a format writes it so, else as a text."""
    if not one.label or one.value is None:
        return
    label = point.data_label
    pattern = number_format(one.label, one.value, language) if formats else ""
    if not pattern:
        label.text_frame.text = clean(one.label)
        for run in label.text_frame.paragraphs[0].runs:
            run.font.color.rgb = ink
    else:
        label.font.color.rgb = ink
    if place is not None:
        label.position = place
    if pattern:
        _formatted(label, pattern)


def _formatted(label: Any, pattern: str) -> None:  # noqa: ANN401, as above
    """Give one label a number format, which python-pptx has for all labels of a series only."""
    element = label._dLbl
    form = OxmlElement("c:numFmt")
    form.set("formatCode", pattern)
    form.set("sourceLinked", "0")
    before = element.find(qn("c:tx"))
    place = 1 if before is None else list(element).index(before) + 1
    element.insert(place, form)


def quiet_axis(axis: Any, letters: float) -> None:  # noqa: ANN401, an axis of python-pptx
    """Set letters and colour of an axis, without ticks."""
    axis.tick_labels.font.size = points(letters)
    body = axis._element.find(qn("c:txPr")).find(qn("a:bodyPr"))
    body.set("rot", "0")
    body.set("vert", "horz")
    axis.tick_labels.font.color.rgb = rgb(PROJECTOR.quiet)
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.minor_tick_mark = XL_TICK_MARK.NONE


def value_format(language: Language, *, percent: bool) -> str:
    """Return the number format of a value axis, with the group sign of the language."""
    before, after = (
        f'"{sign}"' if sign else "" for sign in (percent_signs(language) if percent else ("", ""))
    )
    sign = language.group_sign
    numbers = (f'[>=1000]{before}#"{sign}"##0', f'[<0]"{MINUS}"{before}0', f"{before}General")
    return ";".join(f"{number}{after}" for number in numbers)


def valued(name: str, value: str) -> Any:  # noqa: ANN401, an element
    """Return an element with a value, such as `c:idx`."""
    element = OxmlElement(name)
    element.set("val", value)
    return element


def add_legend(drawn: Chart, chart: NativeChart) -> None:
    """Add a legend of the series that have names; series after those of the chart have none."""
    drawn.has_legend = chart.legend
    if not chart.legend:
        return
    drawn.legend.position = XL_LEGEND_POSITION.TOP
    drawn.legend.include_in_layout = False
    drawn.legend.font.size = points(LABELS)
    drawn.legend.font.color.rgb = rgb(PROJECTOR.quiet)
    element = drawn.legend._element
    place = list(element).index(element.find(qn("c:legendPos"))) + 1
    named = {number for number, one in enumerate(chart.series) if one.name}
    count = sum(1 for plot in drawn.plots for _series in plot.series)
    for number in range(count):
        if number not in named:
            entry = OxmlElement("c:legendEntry")
            entry.append(valued("c:idx", str(number)))
            entry.append(valued("c:delete", "1"))
            element.insert(place, entry)
            place += 1


def series_names(chart: NativeChart, unit: str, language: Language) -> Iterator[str]:
    """Yield the name of each series as its worksheet has it."""
    for one in chart.series:
        total = language.gettext("Total") if one.role is Role.TOTALS else unit
        yield clean(one.name or total)
