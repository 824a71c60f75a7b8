"""Native charts of a presentation: categories, series, labels, colours, number formats."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from components.page.tokens import PROJECTOR
from data.language.languages import MINUS, Language

EVENT_WIDTH, EVENT_HEIGHT = 170.0, 420.0
"""Pixels of a year and of a chart that the names of events need."""

_NUMBER = re.compile(r"(\D*)(\d[\d\s.,]*\d|\d)(\D*)")


class ChartKind(StrEnum):
    """Native types of charts."""

    COLUMNS = "columns"
    STACKED = "stacked"
    LINES = "lines"
    BARS = "bars"
    POINTS = "points"


class Role(StrEnum):
    """How a series is drawn."""

    FULL = "full"
    MARKS = "marks"
    TOTALS = "totals"


@dataclass(frozen=True, kw_only=True)
class NativePoint:
    """A value of a series.

    Attributes
    ----------
    value : float or None
        The value; None for none.
    label : str
        It as written beside its mark; empty for no label.
    colour : str
        Colour of its mark.
    position : float
        Height of its mark in a chart of points.
    side : int
        Where its label stands in a chart of points, as in `PointRow`.
    """

    value: float | None
    label: str = ""
    colour: str = ""
    position: float = 0.0
    side: int = 1


@dataclass(frozen=True, kw_only=True)
class NativeSeries:
    """A series: its name in the legend, its colour, and one point for each category."""

    name: str
    points: tuple[NativePoint, ...]
    colour: str = ""
    role: Role = Role.FULL


@dataclass(frozen=True, kw_only=True)
class NativeChart:
    """A chart that a presentation draws itself.

    Attributes
    ----------
    kind : ChartKind
        Its type.
    categories : tuple of str
        Names of the categories; of the rows in a chart of points.
    series : tuple of NativeSeries
        The series.
    greatest : float or None
        End of the value axis; None to leave it open.
    axis : bool
        Whether the value axis is shown.
    percent : bool
        Whether the axis is in per cent.
    """

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[NativeSeries, ...]
    greatest: float | None = None
    axis: bool = True
    percent: bool = False

    def within(self, width: float, height: float) -> "NativeChart":
        """Return the chart without the events of its years if a place has no room for them."""
        wide = width / max(1, len(self.categories)) >= EVENT_WIDTH and height >= EVENT_HEIGHT
        if self.kind in {ChartKind.BARS, ChartKind.POINTS} or wide:
            return self
        return replace(self, categories=tuple(name.split("\n")[0] for name in self.categories))

    @property
    def legend(self) -> bool:
        """Whether the names of series are shown; one without a name is described by the unit."""
        return any(one.name for one in self.series)


def faded(colour: str, opacity: float, ground: str = PROJECTOR.page) -> str:
    """Return the colour of a mark of some opacity on a ground, as `#RRGGBB`."""
    parts = [
        round(int(colour[n : n + 2], 16) * opacity + int(ground[n : n + 2], 16) * (1 - opacity))
        for n in (1, 3, 5)
    ]
    return "#" + "".join(f"{part:02X}" for part in parts)


def number_format(label: str, value: float, language: Language) -> str:
    """Return the number format that writes a value as its label; empty if there is none.

    Signs, qualifiers and units stand in the format, so that an edited value keeps them. A label
    with a decimal comma has no format, since the computer that shows it chooses the decimal sign.

    Parameters
    ----------
    label : str
        The value as the Atlas writes it.
    value : float
        The value.
    language : Language
        Language of the label.
    """
    found = _NUMBER.fullmatch(label)
    if found is None:
        return ""
    before, digits, after = found.groups()
    whole, sign, decimals = digits.partition(language.decimal_sign)
    if sign and sign != ".":
        return ""
    plain = whole.replace(language.group_sign, "")
    if not plain.isdecimal() or float(f"{plain}.{decimals or 0}") != round(
        abs(value), len(decimals)
    ):
        return ""
    grouped = f'#"{language.group_sign}"##0' if plain != whole else "0"
    pattern = grouped + (f".{'0' * len(decimals)}" if decimals else "")
    start, end = (f'"{text}"' if text else "" for text in (before.rstrip("+" + MINUS), after))
    if before != before.rstrip("+" + MINUS):
        return f'"+"{start}{pattern}{end};"{MINUS}"{start}{pattern}{end}'
    return "" if value < 0 else f"{start}{pattern}{end}"
