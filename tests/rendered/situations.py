"""Choices of filters under which the texts are rendered: the edge cases of every parameter."""

from collections.abc import Mapping
from dataclasses import replace

from data.choice.parameters import Filters, FilterSpace

SOME_SECTOR, NO_SECTOR = "oil", "religion"
"""A sector of routes, values and answers, and one without any amounts."""

SEVERAL_SECTORS = ("education", "oil", "trade")
PIPELINE, PORT, TOWN, COUNTRY, HOME = "btc", "aktau-port", "tbilisi", "AZ", "KZ"
EARLY, MIDDLE = 1991, 2007
"""A year of the map before its routes, and one with some of them."""


def _other(codes: tuple[str, ...], first: str) -> str:
    return next((code for code in codes if code != first), first)


def situations(space: FilterSpace, code: str) -> Mapping[str, Filters]:
    """Return the choices by name, in one language."""
    start = space.start(code)
    first, last = space.years
    others = replace(
        start,
        trade=_other(space.series["trade"], start.trade),
        investment=_other(space.series["investment"], start.investment),
    )
    return {
        "all years": start,
        "first year": replace(start, years=(first, first)),
        "a later year": replace(start, years=(first + 2, first + 2)),
        "last year": replace(start, years=(last, last)),
        "a span": replace(start, years=(first + 1, first + 3)),
        "other tables": others,
        "other tables, one year": replace(others, years=(first + 2, first + 2)),
        "other tables, no data": replace(others, years=(first, first)),
        "one sector": replace(start, sectors=(SOME_SECTOR,)),
        "a sector without amounts": replace(start, sectors=(NO_SECTOR,)),
        "several sectors": replace(start, sectors=SEVERAL_SECTORS),
        "one sector, one year": replace(start, sectors=(SOME_SECTOR,), years=(first, first)),
    }


def every_situation(space: FilterSpace, code: str) -> Mapping[str, Filters]:
    """Return all choices by name; a name begins with the number of the choice."""
    found = {**situations(space, code), **map_situations(space, code)}
    return {f"{number} {name}": filters for number, (name, filters) in enumerate(found.items(), 1)}


def map_situations(space: FilterSpace, code: str) -> Mapping[str, Filters]:
    """Return the choices of the map by name, in one language."""
    start = space.start(code)
    chosen = {
        "a pipeline": PIPELINE,
        "a port": PORT,
        "a town": TOWN,
        "a country": COUNTRY,
        "Kazakhstan": HOME,
    }
    return {
        **{name: replace(start, route=route) for name, route in chosen.items()},
        f"map of {EARLY}": replace(start, as_of=EARLY),
        f"map of {MIDDLE}": replace(start, as_of=MIDDLE),
        f"a pipeline, map of {EARLY}": replace(start, route=PIPELINE, as_of=EARLY),
        f"a country, map of {MIDDLE}": replace(start, route=COUNTRY, as_of=MIDDLE),
        "two questions": replace(start, questions=(3, 5)),
        **{f"view {view}": replace(start, view=view) for view in space.views[1:]},
    }
