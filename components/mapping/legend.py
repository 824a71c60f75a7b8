"""The legend of the interactive map as HTML, each line drawn as a box."""

from html import escape

from components.mapping.style import (
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
from data.languages import Language
from data.routes import PLANNED

SAMPLE_WIDTH = 30
SAMPLE_CAPACITIES = (10.0, 30.0, WIDEST_CAPACITY)


def _sample(
    colour: str, width: float, dash: tuple[float, float] = (0, 0), opacity: float = 1
) -> str:
    """Return a short line as a box whose background is striped where the line is dashed."""
    stroke, gap = (part * width for part in dash)
    ink = (
        f"repeating-linear-gradient(to right, {colour} 0 {stroke:g}px, "
        f"transparent {stroke:g}px {stroke + gap:g}px)"
        if gap
        else colour
    )
    return (
        f'<i style="width:{SAMPLE_WIDTH}px;height:{width:g}px;background:{ink};'
        f'opacity:{opacity:g}"></i>'
    )


def _entry(sample: str, name: str) -> str:
    return f"<li>{sample}<span>{escape(name)}</span></li>"


def colour_legend(language: Language) -> str:
    """Return what the colours of the map mean, in as few lines as they take."""
    _ = language.gettext
    entries = [
        *(_entry(_sample(GROUP_COLOURS[group], 3), _(name)) for group, name in GROUP_NAMES.items()),
        _entry(_sample("currentColor", 2, STATUS_DASHES[PLANNED]), _("not in operation")),
    ]
    return f'<ul class="atlas-legend atlas-inline">{"".join(entries)}</ul>'


def map_legend(language: Language) -> str:
    """Return what colour, dash, width and band mean on the map."""
    _ = language.gettext
    ink = "currentColor"
    entries = [
        *(_entry(_sample(GROUP_COLOURS[group], 3), _(name)) for group, name in GROUP_NAMES.items()),
        _entry(
            _sample(GROUP_COLOURS[RAIL], BAND_WIDTH, opacity=BAND_OPACITY),
            _("band: part of a transport corridor"),
        ),
        _entry(_sample(ink, 2.4, opacity=SCHEMATIC_OPACITY), _("pale: schematic alignment")),
        *(
            _entry(_sample(ink, 2.4, STATUS_DASHES[status]), _(name))
            for status, name in STATUS_NAMES.items()
        ),
        *(
            _entry(
                _sample(ink, line_width(capacity)),
                _("{amount} million t or billion m³ a year").format(
                    amount=language.number(capacity)
                ),
            )
            for capacity in SAMPLE_CAPACITIES
        ),
        _entry(_sample(ink, line_width(None)), _("thinnest: no capacity printed")),
    ]
    return f'<ul class="atlas-legend">{"".join(entries)}</ul>'
