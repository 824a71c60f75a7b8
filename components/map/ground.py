"""Colours of everything below the routes; it imports no data, since pictures need it too."""

from dataclasses import dataclass


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

GROUND_PLACE = "ground-place"
"""Class of the element of a picture that the ground is put in the place of."""
