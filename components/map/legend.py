"""The legend of the interactive map as HTML, each line drawn as a box."""

from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from components.map.style import (
    BAND_OPACITY,
    BAND_WIDTH,
    GROUP_COLOURS,
    GROUP_NAMES,
    RAIL,
    SCHEMATIC_OPACITY,
    STATUS_DASHES,
    STATUS_NAMES,
    WIDEST_CAPACITY,
    line_width,
)
from components.templates import macro
from data.evidence.routes import PLANNED
from data.language.languages import Language

SAMPLE_LENGTH, SHORT_SAMPLE_LENGTH = 30, 18
SAMPLE_CAPACITIES = (10.0, 30.0, WIDEST_CAPACITY)

_legend = macro("map/legend.html", "legend")


@dataclass(frozen=True)
class Sample:
    """A short line, drawn as a box with a background.

    Attributes
    ----------
    length, width : float
        Size in pixels.
    background : str
        Background in the language of styles; striped where the line is dashed.
    opacity : float
        Between 0 and 1.
    """

    length: float
    width: float
    background: str
    opacity: float


def _sample(
    colour: str,
    width: float,
    dash: tuple[float, float] = (0, 0),
    *,
    opacity: float = 1,
    length: float = SAMPLE_LENGTH,
) -> Sample:
    stroke, gap = (part * width for part in dash)
    background = (
        f"repeating-linear-gradient(to right, {colour} 0 {stroke:g}px, "
        f"transparent {stroke:g}px {stroke + gap:g}px)"
        if gap
        else colour
    )
    return Sample(length, width, background, opacity)


def colour_legend(language: Language) -> Markup:
    """Return what the colours of the map mean, in as few lines as they take."""
    _ = language.gettext
    short = partial(_sample, length=SHORT_SAMPLE_LENGTH)
    entries = [
        *((short(GROUP_COLOURS[group], 3), _(name)) for group, name in GROUP_NAMES.items()),
        (short("currentColor", 2, STATUS_DASHES[PLANNED]), _("not in operation")),
    ]
    return _legend(entries, inline=True)


def map_legend(language: Language) -> Markup:
    """Return what colour, dash, width and band mean on the map."""
    _ = language.gettext
    ink = "currentColor"
    entries = [
        *((_sample(GROUP_COLOURS[group], 3), _(name)) for group, name in GROUP_NAMES.items()),
        (
            _sample(GROUP_COLOURS[RAIL], BAND_WIDTH, opacity=BAND_OPACITY),
            _("band: part of a transport corridor"),
        ),
        (_sample(ink, 2.4, opacity=SCHEMATIC_OPACITY), _("pale: schematic alignment")),
        *(
            (_sample(ink, 2.4, STATUS_DASHES[status]), _(name))
            for status, name in STATUS_NAMES.items()
        ),
        *(
            (
                _sample(ink, line_width(capacity)),
                _("{amount} million t or billion m³ a year").format(
                    amount=language.number(capacity)
                ),
            )
            for capacity in SAMPLE_CAPACITIES
        ),
        (_sample(ink, line_width(None)), _("thinnest: no capacity printed")),
    ]
    return _legend(entries, inline=False)
