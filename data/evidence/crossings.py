"""Countries that a drawn route crosses, with kilometres, and how they differ from the printed ones.

The kilometres are computed by `data.build.crossings` from the drawn course and the simplified
ground, and read here from the table `line_crossings`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from data.evidence.routes import Route, Section, routes
from data.geometry import MAIN, SCHEMATIC
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset

SEA = "sea"
"""Code of a stretch over open water, which belongs to no country."""

BORDER_ACCURACY_KM = 5.0
"""How far the simplified ground and the drawn course may be off, in kilometres.

A course that runs less than this in a country may only brush its border; one that ends closer
than this to a country reaches it.
"""

Kilometres = Mapping[str, float]
"""Kilometres by code of the country, or `SEA`, in the order of the course."""


@dataclass(frozen=True, kw_only=True)
class Crossings:
    """Countries on the drawn course of a route.

    Attributes
    ----------
    main : mapping of str to float
        Kilometres of the main branch in each country and over the sea, in the order of the course;
        0 for a country that it ends at without entering it.
    branches : mapping of str to float
        The same for all other branches.
    """

    main: Kilometres
    branches: Kilometres

    @property
    def crossed(self) -> Kilometres:
        """Countries that the main branch crosses, and the sea."""
        return {code: km for code, km in self.main.items() if km >= BORDER_ACCURACY_KM}

    @property
    def crossed_by_branches(self) -> Kilometres:
        """Countries that the other branches cross, and the sea."""
        return {code: km for code, km in self.branches.items() if km >= BORDER_ACCURACY_KM}

    @property
    def brushed(self) -> Kilometres:
        """Countries that the main branch enters for less than `BORDER_ACCURACY_KM`."""
        entered = {code: km for code, km in self.main.items() if code != SEA and km > 0}
        return {code: km for code, km in entered.items() if km < BORDER_ACCURACY_KM}

    @property
    def reached(self) -> frozenset[str]:
        """Countries that any branch crosses, brushes or ends at."""
        return frozenset({*self.main, *self.branches} - {SEA})

    @property
    def at_sea(self) -> bool:
        """Whether no country is crossed by any branch."""
        return not any(
            km >= BORDER_ACCURACY_KM
            for course in (self.main, self.branches)
            for code, km in course.items()
            if code != SEA
        )


@dataclass(frozen=True, kw_only=True)
class CourseDifference:
    """Printed countries of a route beside those of its drawn course, where they differ.

    Attributes
    ----------
    route : str
        Code of the route.
    printed : tuple of str
        Countries that the source prints, by code.
    crossings : Crossings
        Countries of the drawn course, computed.
    missing : tuple of str
        Printed, but the drawn course ends farther than `BORDER_ACCURACY_KM` from it.
    extra : tuple of str
        Crossed by the main branch for `BORDER_ACCURACY_KM` or more, but not printed.
    schematic : bool
        Whether a part of the course is drawn schematically.
    paragraph : str
        Where the source describes the route.
    """

    route: str
    printed: tuple[str, ...]
    crossings: Crossings
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    schematic: bool
    paragraph: str


def _by_line(dataset: Dataset) -> Mapping[str, Kilometres]:
    """Return the kilometres of each line, in the direction in which it is drawn."""
    if "line_crossings" not in dataset.tables:
        return {}
    rows = dataset.tables["line_crossings"]
    found: dict[str, dict[str, float]] = {}
    for line, country, km in zip(rows["line"], rows["country"], rows["kilometres"], strict=True):
        found.setdefault(str(line), {})[str(country)] = float(km)
    return found


def _sum(sections: list[Section], lines: Mapping[str, Kilometres]) -> Kilometres:
    total: dict[str, float] = {}
    for section in sections:
        stretches = list(lines[section.line].items())
        for code, km in reversed(stretches) if section.flow == "backward" else stretches:
            total[code] = total.get(code, 0.0) + km
    return total


@kept_with_dataset
def crossings(dataset: Dataset) -> Mapping[str, Crossings]:
    """Return the countries on the drawn course of each route, by code of the route.

    A route without lines, or with a line that `line_crossings` does not have, is left out.

    Raises
    ------
    TableRefusedError
        If the table of routes did not load.
    """
    lines = _by_line(dataset)
    found = {}
    for code, route in routes(dataset).items():
        if route.sections and all(section.line in lines for section in route.sections):
            main = [section for section in route.sections if section.branch == MAIN]
            others = [section for section in route.sections if section.branch != MAIN]
            found[code] = Crossings(main=_sum(main, lines), branches=_sum(others, lines))
    return found


def _difference(route: Route, drawn: Crossings) -> CourseDifference | None:
    """Compare a route; a course that is drawn wholly at sea crosses no country to compare."""
    reached = drawn.reached
    missing = () if drawn.at_sea else tuple(c for c in route.countries if c not in reached)
    extra = tuple(c for c in drawn.crossed if c not in {*route.countries, SEA})
    if not missing and not extra:
        return None
    return CourseDifference(
        route=route.code,
        printed=route.countries,
        crossings=drawn,
        missing=missing,
        extra=extra,
        schematic=any(section.precision == SCHEMATIC for section in route.sections),
        paragraph=route.paragraph,
    )


@kept_with_dataset
def course_differences(dataset: Dataset) -> tuple[CourseDifference, ...]:
    """Return the routes whose printed countries and drawn course differ, in the table's order.

    The rule: a printed country is missing if no branch of the course enters it or ends within
    `BORDER_ACCURACY_KM` of it; a country is extra if the main branch runs that far in it. A route
    for which the source prints no country, and one drawn wholly at sea, has nothing to compare.

    Raises
    ------
    TableRefusedError
        If the table of routes did not load.
    """
    known = routes(dataset)
    compared = (
        _difference(known[code], drawn)
        for code, drawn in crossings(dataset).items()
        if known[code].countries
    )
    return tuple(found for found in compared if found)


def course_differences_of(dataset: Dataset, route: str) -> tuple[CourseDifference, ...]:
    """Return the difference of one route as a tuple, empty if there is none.

    Raises
    ------
    TableRefusedError
        If the table of routes did not load.
    """
    return tuple(found for found in course_differences(dataset) if found.route == route)
