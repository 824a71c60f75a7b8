"""Units of measurement, their base units, and exact conversion."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

SCALES: Mapping[str, tuple[str, float]] = MappingProxyType(
    {
        "USD_million": ("USD", 1e6),
        "USD_million_per_year": ("USD", 1e6),
        "USD_billion": ("USD", 1e9),
        "USD_trillion": ("USD", 1e12),
        "EUR_billion": ("EUR", 1e9),
        "billion": ("currency not stated", 1e9),
        "companies": ("count", 1.0),
        "projects": ("count", 1.0),
        "thousand": ("count", 1e3),
        "people": ("people", 1.0),
        "thousand_people": ("people", 1e3),
        "million_people": ("people", 1e6),
        "kt": ("t", 1e3),
        "Mt": ("t", 1e6),
        "Mt_per_year": ("t", 1e6),
        "bcm": ("m3", 1e9),
        "bcm_per_year": ("m3", 1e9),
        "tcm": ("m3", 1e12),
        "thousand_km": ("km", 1e3),
        "Bbbl": ("bbl", 1e9),
        "million_containers": ("containers", 1e6),
        "thousand_containers_per_year": ("containers", 1e3),
    }
)
"""Base unit and factor of each scaled unit; the source often omits "a year"."""

COUNTED_THINGS = frozenset({"companies", "projects"})
"""Units of counted things, which are never converted into each other."""


def base_unit(unit: str) -> tuple[str, float]:
    """Return the base unit of a unit and the factor to it; an unlisted unit is its own base."""
    return SCALES.get(unit, (unit, 1.0))


def factors_of(base: str) -> frozenset[float]:
    """Return the factors of all units with this base unit, including the base unit itself."""
    return frozenset({1.0, *(factor for own, factor in SCALES.values() if own == base)})


def convertible(unit: str, target: str) -> bool:
    """Return whether values in `unit` can be converted to `target`."""
    if unit != target and {unit, target} <= COUNTED_THINGS:
        return False
    return base_unit(unit)[0] == base_unit(target)[0]


def converted(value: float, unit: str, target: str) -> float:
    """Return a value in another unit of the same base, converted in decimal arithmetic.

    Parameters
    ----------
    value : float
        The value, in `unit`.
    unit, target : str
        Codes of `units`.

    Raises
    ------
    ValueError
        If the units have different base units.
    """
    if not convertible(unit, target):
        message = f"{unit} cannot be converted to {target}"
        raise ValueError(message)
    if unit == target:
        return value
    factor, divisor = (Decimal(base_unit(code)[1]) for code in (unit, target))
    return float(Decimal(str(value)) * factor / divisor)
