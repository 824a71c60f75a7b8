"""Style of the map: colour by mode, dash by status, width by capacity."""

from collections.abc import Mapping
from types import MappingProxyType

from components.page.tokens import THEMES
from components.text.names import later
from data.evidence.layers import GAS, OIL, RAIL, SEA
from data.evidence.routes import (
    CANCELLED,
    OPERATING,
    PLANNED,
    PROPOSED,
    UNDER_CONSTRUCTION,
    UNKNOWN,
)

GROUP_COLOURS: Mapping[str, str] = MappingProxyType(
    {OIL: THEMES["energy"], GAS: "#B4558C", RAIL: "#008A68", SEA: THEMES["transport"]}
)
"""After Okabe and Ito, darkened to a contrast of 3:1 on land and water of both themes."""

STATUS_DASHES: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        OPERATING: (0, 0),
        UNDER_CONSTRUCTION: (10, 1.5),
        PLANNED: (4, 2.5),
        PROPOSED: (2, 2.5),
        CANCELLED: (0.8, 3),
        UNKNOWN: (1.6, 1.2),
    }
)
"""Lengths of dash and gap in widths of the line; zeros draw a solid line."""

STATUS_NAMES: Mapping[str, str] = MappingProxyType(
    {
        OPERATING: later("operating"),
        UNDER_CONSTRUCTION: later("under construction"),
        PLANNED: later("planned"),
        PROPOSED: later("proposed"),
        CANCELLED: later("cancelled"),
        UNKNOWN: later("status not stated"),
    }
)

STATUS_NOT_STATED = later("not stated")
"""An unknown status after a label that says `status`."""


KIND_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "corridor": later("transport corridor"),
        "ferry": later("ferry line"),
        "field": later("oil or gas field"),
        "gas_pipeline": later("gas pipeline"),
        "oil_pipeline": later("oil pipeline"),
        "port": later("port"),
        "railway": later("railway"),
        "sea_route": later("sea route"),
        "terminal": later("terminal"),
    }
)

PRECISION_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "surveyed": later("surveyed"),
        "through_places": later("through named places"),
        "schematic": later("schematic"),
    }
)

CONFIDENCE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "high": later("position certain"),
        "medium": later("position approximate"),
        "low": later("position uncertain"),
    }
)

NARROWEST, WIDEST = 1.6, 6.5
"""Widths in pixels of a line without a capacity and of one with `WIDEST_CAPACITY`."""

WIDEST_CAPACITY = 60.0
"""Capacity drawn widest, in million tonnes or billion cubic metres a year."""

BAND_WIDTH = 8.0
"""Width in pixels of the band of a corridor, below the lines it is made of."""

BAND_OPACITY = 0.3

SELECTED_WIDER, UNDERLAY_WIDER, CASING_WIDER = 2.0, 2.0, 4.0
"""Pixels that a selected line is wider than others, and its light and dark edge than the line."""

PLACE_RADIUS, FACILITY_RADIUS, SELECTED_RADIUS = 2.6, 4.5, 7.0
"""Radius in pixels of a named place, of a port, terminal or field, and of the selected point."""

COUNTRY_OPACITY = 0.65
"""Opacity of the names of countries, weaker than those of routes and places."""

FADED_OPACITY = 0.22

COMPARED_OPACITY = 0.4
"""Opacity of what was the same in the year that the map is compared with."""

SCHEMATIC_OPACITY = 0.5
"""A line whose alignment is only schematic is drawn pale."""


def line_width(capacity: float | None) -> float:
    """Return the width in pixels for a capacity in Mt or billion m³ a year; None for unknown."""
    if capacity is None:
        return NARROWEST
    share = min(capacity, WIDEST_CAPACITY) / WIDEST_CAPACITY
    return NARROWEST + (WIDEST - NARROWEST) * share
