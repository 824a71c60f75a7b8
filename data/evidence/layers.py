"""Kinds of lines on the map, which a reader can show and hide one by one."""

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from data.evidence.line_places import lines_through
from data.evidence.routes import (
    Route,
    Section,
    places_on_routes,
    routes,
    selectable,
)
from data.language.languages import later
from data.load.dataset import Dataset

OIL, GAS, RAIL, SEA = "oil", "gas", "rail", "sea"

LAYERS = (OIL, GAS, RAIL, SEA)
"""Codes of the kinds, in the order of the legend."""

LAYER_OF_MODE: Mapping[str, str] = MappingProxyType(
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

LAYER_NAMES: Mapping[str, str] = MappingProxyType(
    {
        OIL: later("oil pipeline"),
        GAS: later("gas pipeline"),
        RAIL: later("railway or road"),
        SEA: later("ship or ferry"),
    }
)


def chosen_layers(codes: Iterable[str]) -> tuple[str, ...]:
    """Return the shown kinds in alphabetical order; empty if all are, as by default."""
    chosen = tuple(sorted(set(codes)))
    return () if set(chosen) == set(LAYERS) else chosen


def section_shown(section: Section, layers: Collection[str]) -> bool:
    """Return whether a line is of one of the shown kinds; `layers` is empty for all."""
    return not layers or LAYER_OF_MODE[section.mode] in layers


def route_shown(route: Route, layers: Collection[str]) -> bool:
    """Return whether a route has a line of a shown kind.

    A route without a drawn line is judged by its own kind; a facility or a project of no kind is
    always shown. `layers` is empty for all kinds.
    """
    if not layers:
        return True
    if route.sections:
        return any(section_shown(section, layers) for section in route.sections)
    own = LAYER_OF_MODE.get(route.kind)
    return own is None or own in layers


def _place_shown(place: str, layers: Collection[str], dataset: Dataset) -> bool:
    """Return whether a line of a shown kind runs through a place."""
    lines = lines_through(dataset).get(place, ())
    return any(
        section.line in lines and section_shown(section, layers)
        for code in places_on_routes(dataset).get(place, ())
        for section in routes(dataset)[code].sections
    )


def selectable_of(layers: Collection[str], selected: str, dataset: Dataset) -> tuple[str, ...]:
    """Return what can be selected on the map, without the routes and places of hidden kinds.

    Parameters
    ----------
    layers : collection of str
        Codes of the shown kinds; empty for all.
    selected : str
        Code of the selection, which is always shown.
    dataset : Dataset
        All tables.
    """
    codes, known = selectable(dataset), routes(dataset)
    if not layers:
        return codes
    return tuple(
        code
        for code in codes
        if code == selected
        or (
            route_shown(known[code], layers)
            if code in known
            else _place_shown(code, layers, dataset)
        )
    )
