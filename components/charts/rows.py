"""Rows of the chart forms, one type a shape: the fields that a builder fills and a form reads.

A row is a dictionary at run time, as it goes to the browser. A field that is not required is sent
only where the form draws it: a chart without ranges carries no empty columns for their ends.
"""

from typing import NotRequired, TypedDict


class ChartRow(TypedDict):
    """What every form reads."""

    opacity: float
    """Strength of the mark: full, or faded outside the reader's choice."""
    tip_title: str
    """Heading of the tooltip."""
    tip: str
    """Its text."""


class RecordMark(TypedDict, total=False):
    """Public data beside a category: `with_record_rows`."""

    record: float | None
    """Stated number; None in a row of the chart itself."""
    record_label: str
    """It as written beside its mark, by year also its source."""
    record_shape: str
    record_colour: str


class RecordRow(RecordMark, total=False):
    """Public data laid over a chart by year: `with_record`."""

    record_name: str
    """Who states it; a line joins the whole years of one reporter."""
    record_whole: bool
    """Whether it is a single number of a whole year."""
    record_taken: str
    """What stands near the mark, which its number avoids: `taken_near`."""
    record_side: int
    """On which side of its mark the number stands: -1 above, 1 below, 0 nowhere."""
    record_alone: bool
    """Whether it may also stand on the other side."""
    record_room: float
    """An amount that the axis reaches, so that a number fits below its mark."""


class YearRow(ChartRow):
    """A mark of one year."""

    year: float
    """The year; half a year represents a long gap on the axis."""
    gap: NotRequired[bool]
    """Whether it only keeps the place of a year without a value."""


class AmountRow(YearRow):
    """A value of one year."""

    value: float | None
    """The value; none for a range or a gap."""
    label: str
    """The value or range as written beside its mark."""


class RangeEnds(TypedDict, total=False):
    """Ends of a printed range."""

    low: float | None
    """Its lower end; none for a value."""
    high: float | None
    """Its upper end; none for a value."""


class LineEnds(RangeEnds, total=False):
    """Ends of a range, and where its label stands."""

    end: float | None
    """The value, or the end of a range farther from zero."""


class ColumnEnds(LineEnds, total=False):
    """Ends of a range drawn as a column from zero."""

    near: float | None
    """The end of a range nearer to zero; none for a value."""


class ColumnRow(AmountRow, ColumnEnds, RecordRow):
    """A column of one year: `year_columns`."""

    colour: str


class EventRow(TypedDict, total=False):
    """What a row of a year with an event adds."""

    event: str
    """Label of the event, broken into lines; empty without one."""
    event_letters: int
    """Letters of the longest line among the labels of all events of the chart."""


class GrowthRow(AmountRow, EventRow, RecordRow):
    """A computed column of one year with the printed value: `year_columns_with_marks`."""

    colour: str
    printed: float | None
    """The printed value; none where none is printed."""
    end: float | None
    """Whichever of both lies farther from zero."""
    kind: str
    """Legend entry of the printed values."""


class LineRow(AmountRow, LineEnds, EventRow, RecordRow):
    """A point of a line: `year_lines`."""

    series: str
    chosen: bool
    """Whether the reader chose the year."""


class OwnRow(AmountRow):
    """A point of a line of the tables or of a visitor's file: `own_lines`."""

    series: str
    own: bool
    """Whether the value is one of the file."""
    side: int
    """Where the label stands: 1 above, -1 below."""
    strength: float
    """Opacity of the fill: none for an incomplete year."""


class PartRow(AmountRow, RangeEnds):
    """A part of a stacked column; a range has two."""

    series: str
    order: int
    """Place in the stack, the lowest first."""
    total: str
    """The sum as written above the stack, on its last part only."""
    top: float
    """Height of the stack."""
    strength: NotRequired[float]
    """Opacity of the fill: lighter between the two ends of a range."""


class CategoryRow(ChartRow):
    """A mark beside a category."""

    category: str
    """Its name, broken into lines."""
    position: float
    """Its place among the categories; public data may stand half a row below what they are
    compared with."""


class StackRow(PartRow, EventRow, RecordRow):
    """A part of a stacked column: `stacked_years`."""


class MatrixRow(YearRow, CategoryRow):
    """A mark where a year names a category: `year_matrix`."""

    series: str


class PlainBarRow(CategoryRow):
    """A bar of one category."""

    value: float | None
    """Length of the bar; None if only its label is drawn."""
    label: str
    colour: str


class BarRow(PlainBarRow, RecordMark):
    """A bar beside which public data can stand: `ranked_bars`."""


class RemarkBarRow(CategoryRow):
    """A bar whose label has remarks below its number: `bars_with_remarks`."""

    series: str
    value: float
    label: str
    """The number, and a line for each remark."""


class AnswerRow(PlainBarRow):
    """A bar of an answer: `answer_bars`."""

    answer: str
    """Code of the answer that a click selects."""


class PointRow(CategoryRow, RangeEnds, RecordMark):
    """One of several values of the same quantity: `compared_points`."""

    series: str
    value: float | None
    label: str
    side: int
    """Where the label stands: -1 left, 1 right, 2 above, -2 below."""
    first: NotRequired[float]
    """Lower end of a range, or the value."""
    last: NotRequired[float]
    """Upper end of a range, or the value."""


class SourceRow(CategoryRow):
    """What one source states for a year: `source_points`."""

    series: str
    source: str
    """Code of the source that a click selects."""
    line: int
    """Place of the line among those of the year, the first is 0."""
    lines: int
    """Number of lines of the year."""
    value: float | None
    low: float | None
    """Lower end of a range; None for a number."""
    high: float | None
    """Upper end of a range; None for a number."""
    label: str
    """The number or range as written beside its mark."""
    fill: float
    """Opacity of the inside: 0 for a bound, a part of a year or what was expected."""
    least: float | None
    """Lowest of the compared numbers of the year; None if they cannot be compared."""
    most: float | None
    """Highest of them."""


class AmountMarkRow(CategoryRow, RecordMark):
    """An amount whose kind its colour and shape tell: `marked_amounts`."""

    series: str
    value: float
    label: str


class CellRow(CategoryRow):
    """A cell of a grid: `cell_matrix`."""

    column: str
    """Name of its column, broken into lines."""
    column_position: int
    series: str
    text: str
    """Text of the cell, broken into lines."""
    strength: float
    """Opacity of its ground; 0 for a cell that says that nothing is printed."""
    marked: bool
    """Whether it is outlined and bold."""
    warning: bool
    """True if its corner has a warning sign."""


class RivalRow(PartRow):
    """A part of a column, or another printed value of its sum: `stacked_years_with_rivals`."""

    rival: float | None
    """The other value; None for a part of a column."""
    rival_label: str
    """It and its place as written above its mark, in two lines; empty for a part of a column."""
    kind: str
    """Legend entry of the other values."""
