"""What colour, dash, width and band of the map mean: the legend in HTML and in SVG."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from markupsafe import Markup

from components.map.style import (
    BAND_OPACITY,
    BAND_WIDTH,
    COMPARED_OPACITY,
    GROUP_COLOURS,
    SCHEMATIC_OPACITY,
    STATUS_DASHES,
    STATUS_NAMES,
    WIDEST_CAPACITY,
    line_width,
)
from components.templates import macro
from data.evidence.layers import GAS, LAYER_NAMES, OIL, RAIL, SEA
from data.evidence.routes import PLANNED
from data.language.languages import Language, later
from data.typeface import text_width

SAMPLE_LENGTH, SHORT_SAMPLE_LENGTH = 30.0, 18.0
SAMPLE_CAPACITIES = (10.0, 30.0, WIDEST_CAPACITY)

EDGED_WIDTH = 3.0
"""Width in pixels of a line in the legend that has an edge."""

INK = ""
"""Colour of a sample that has none of its own: that of the text."""

LETTERS, ROW, BEFORE_NAME, AFTER_NAME = 12.0, 18.0, 6.0, 18.0
"""Pixels of the legend as SVG: of its letters, of a row, and on both sides of a name."""

SHORT_NAMES: Mapping[str, str] = MappingProxyType(
    {OIL: later("oil"), GAS: later("gas"), RAIL: later("rail or road"), SEA: later("ship")}
)
"""Names of the groups of lines where they share one line."""

_legend = macro("map/legend.html", "legend")
_full_screen = macro("map/legend.html", "full_screen")
_drawn_legend = macro("map/legend.html", "drawn_legend")


@dataclass(frozen=True)
class Sample:
    """A short line of the legend.

    Attributes
    ----------
    colour : str
        Its colour, or `INK`.
    width : float
        Pixels.
    dash : pair of float
        Lengths of dash and gap in widths of the line; zeros for a solid line.
    opacity : float
        Between 0 and 1.
    edged : bool
        Whether it has a light and a dark edge.
    """

    colour: str
    width: float
    dash: tuple[float, float] = (0, 0)
    opacity: float = 1
    edged: bool = False

    @property
    def background(self) -> str:
        """The line as the background of a box, in the language of styles."""
        colour = self.colour or "currentColor"
        stroke, gap = (part * self.width for part in self.dash)
        if not gap:
            return colour
        return (
            f"repeating-linear-gradient(to right, {colour} 0 {stroke:g}px, "
            f"transparent {stroke:g}px {stroke + gap:g}px)"
        )

    @property
    def dashes(self) -> str:
        """Lengths of dash and gap in pixels, as SVG writes them; empty for a solid line."""
        return " ".join(f"{part * self.width:g}" for part in self.dash if part)


Entry = tuple[Sample, str]
"""A sample and what it means."""


def _groups(language: Language) -> list[Entry]:
    return [
        (Sample(GROUP_COLOURS[group], 3), language.gettext(name))
        for group, name in LAYER_NAMES.items()
    ]


def _compared(language: Language, since: int | None) -> list[Entry]:
    """Return what marks the differences to an earlier year; nothing without one."""
    if since is None:
        return []
    _ = language.gettext
    return [
        (
            Sample(GROUP_COLOURS[OIL], EDGED_WIDTH, edged=True),
            _("edged: status changed since {year}").format(year=since),
        ),
        (
            Sample(GROUP_COLOURS[OIL], EDGED_WIDTH, opacity=COMPARED_OPACITY),
            _("pale: as in {year}, or no year given").format(year=since),
        ),
    ]


def _entries(language: Language, since: int | None = None) -> list[Entry]:
    _ = language.gettext
    return [
        *_compared(language, since),
        *_groups(language),
        (
            Sample(GROUP_COLOURS[RAIL], BAND_WIDTH, opacity=BAND_OPACITY),
            _("band: part of a transport corridor"),
        ),
        (Sample(INK, 2.4, opacity=SCHEMATIC_OPACITY), _("pale: schematic alignment")),
        *(
            (Sample(INK, 2.4, STATUS_DASHES[status]), _(name))
            for status, name in STATUS_NAMES.items()
        ),
        *(
            (
                Sample(INK, line_width(capacity)),
                _("{amount} million t or billion m³ a year").format(
                    amount=language.number(capacity)
                ),
            )
            for capacity in SAMPLE_CAPACITIES
        ),
        (Sample(INK, line_width(None)), _("thinnest: capacity not given")),
    ]


def _short_entries(language: Language, since: int | None = None) -> list[Entry]:
    other = (
        Sample(INK, 2, STATUS_DASHES[PLANNED]),
        language.gettext("not operating, or not stated"),
    )
    groups = [
        (Sample(GROUP_COLOURS[group], 3), language.gettext(name))
        for group, name in SHORT_NAMES.items()
    ]
    return [*_compared(language, since)[:1], *groups, other]


@lru_cache(maxsize=64)
def colour_legend(language: Language, since: int | None = None) -> Markup:
    """Return what the colours of the map mean as HTML, short enough for one line of a card."""
    return _legend(_short_entries(language, since), SHORT_SAMPLE_LENGTH, inline=True)


def full_screen_legend(language: Language, since: int | None = None) -> Markup:
    """Return the short legend of a map that fills the screen; hidden otherwise."""
    return _full_screen(colour_legend(language, since))


@lru_cache(maxsize=64)
def map_legend(language: Language, since: int | None = None) -> Markup:
    """Return what colour, dash, width and band mean on the map as HTML."""
    return _legend(_entries(language, since), SAMPLE_LENGTH, inline=False)


@dataclass(frozen=True)
class _Placed:
    """A sample with its name and position in pixels."""

    x: float
    y: float
    sample: Sample
    name: str


def _rows(entries: Sequence[Entry], width: float) -> list[_Placed]:
    """Place entries one after the other, in as many rows as they take."""
    placed: list[_Placed] = []
    x, y = 0.0, ROW / 2
    for sample, name in entries:
        taken = SAMPLE_LENGTH + BEFORE_NAME + text_width(name, LETTERS)
        if x and x + taken > width:
            x, y = 0.0, y + ROW
        placed.append(_Placed(x, y, sample, name))
        x += taken + AFTER_NAME
    return placed


def drawn_legend(
    language: Language, width: float, ink: str, since: int | None = None, *, short: bool = False
) -> tuple[Markup, float]:
    """Return the legend of the map as SVG, and its height in pixels.

    Parameters
    ----------
    language : Language
        Language of the names.
    width : float
        Pixels that a row may take.
    ink : str
        Colour of names, and of lines without a colour of their own.
    since : int, optional
        Year that the map is compared with.
    short : bool
        Whether only to name what the colours mean, as `colour_legend` does.
    """
    entries = _short_entries(language, since) if short else _entries(language, since)
    placed = _rows(entries, width)
    drawn = _drawn_legend(placed, SAMPLE_LENGTH, BEFORE_NAME, LETTERS, ink)
    return drawn, placed[-1].y + ROW / 2
