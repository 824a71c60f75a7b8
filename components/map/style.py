"""How the map draws: colour by what runs there, dash by status, width by capacity."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from components.text.names import later
from data.evidence.routes import (
    CANCELLED,
    OPERATING,
    PLANNED,
    PROPOSED,
    UNDER_CONSTRUCTION,
    UNKNOWN,
)

OIL, GAS, RAIL, SEA = "oil", "gas", "rail", "sea"

GROUP_OF_MODE: Mapping[str, str] = MappingProxyType(
    {
        "oil_pipeline": OIL,
        "subsea_oil_pipeline": OIL,
        "gas_pipeline": GAS,
        "subsea_gas_pipeline": GAS,
        "railway": RAIL,
        "road": RAIL,
        "ferry": SEA,
        "sea_route": SEA,
        "tanker": SEA,
    }
)

GROUP_COLOURS: Mapping[str, str] = MappingProxyType(
    {OIL: "#D55E00", GAS: "#B4558C", RAIL: "#008A68", SEA: "#1F78B4"}
)
"""After Okabe and Ito, darkened to a contrast of 3:1 on land and water of both themes."""

GROUP_NAMES: Mapping[str, str] = MappingProxyType(
    {
        OIL: later("oil pipeline"),
        GAS: later("gas pipeline"),
        RAIL: later("railway or road"),
        SEA: later("ship or ferry"),
    }
)

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
COUNTRY_OPACITY = 0.65
"""Names of countries stand back behind those of routes and places."""

FADED_OPACITY = 0.22

SCHEMATIC_OPACITY = 0.5
"""A line whose alignment is only schematic is drawn pale."""


def line_width(capacity: float | None) -> float:
    """Return the width in pixels for a capacity in Mt or billion m³ a year; None for unknown."""
    if capacity is None:
        return NARROWEST
    share = min(capacity, WIDEST_CAPACITY) / WIDEST_CAPACITY
    return NARROWEST + (WIDEST - NARROWEST) * share


@dataclass(frozen=True)
class Ground:
    """Colours of everything below the routes, for one theme of the page."""

    water: str
    land: str
    home: str
    border: str
    ink: str
    water_ink: str
    plate: str


LIGHT_GROUND = Ground(
    water="#DCE7EF",
    land="#F6F3EC",
    home="#EFE6CF",
    border="#B9B2A4",
    ink="#1F242B",
    water_ink="#4A6E8C",
    plate="#FFFFFF",
)
DARK_GROUND = Ground(
    water="#0F1C27",
    land="#242A31",
    home="#333A35",
    border="#5A626C",
    ink="#EEF1F4",
    water_ink="#8FB4D1",
    plate="#14181D",
)

HOME_COUNTRIES = ("KZ", "TR")
"""The two countries the Atlas is about, tinted on the map."""
