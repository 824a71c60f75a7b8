"""Colours that hold through the whole app, legible on the light and the dark background."""

from collections.abc import Mapping
from types import MappingProxyType

KAZAKHSTAN = "#0084B4"
TURKIYE = "#D4483B"
SURVEY = "#2E8B7F"
NEUTRAL = "#7C8490"

INK = "#1F242B"
"""Text and marks in the colour of the page's own text; the frame turns it light in the dark."""

AXIS = "#8A8F98"
"""Lines that carry no value: zero lines, gaps between two values."""

FIRST_TABLE = "#8A63B8"
SECOND_TABLE = "#A8761A"
TABLES = (FIRST_TABLE, SECOND_TABLE, "#4878CF", "#5B8A3C", "#C8602A")
"""Colours of origins that are compared, in their order; the shape of the points differs too."""

THEMES: Mapping[str, str] = MappingProxyType(
    {
        "economy": "#A8761A",
        "energy": "#C8602A",
        "transport": "#4878CF",
        "people": "#9A5FB8",
        "politics": "#5B8A3C",
    }
)

FADED = 0.28
"""Opacity of what lies outside the reader's choice but stays visible as context."""
