"""Checks of the lines and routes of the map: crossings, gaps, and published lengths."""

from collections.abc import Mapping, Sequence
from functools import partial

import pandas as pd

from data.geometry import MAIN, LineString, distances_km, geodesic_km, line_points
from data.load.package import Resource
from data.problems import Problem, Rule

LENGTH_TOLERANCE = 0.15
"""Greatest relative difference between the length of a route's lines and the published one."""

WIDEST_GAP_KM = 60.0
"""Greatest gap between lines of one route in km, such as from a port to its town."""

CROSSINGS_TOLERANCE_KM = 1.0
"""Greatest difference between a line and the sum of its stretches, which are rounded."""


def _check_lines(
    resource: Resource, rows: pd.DataFrame, tables: Mapping[str, pd.DataFrame]
) -> list[Problem]:
    """Find lines with a single point, and lines that cross themselves."""
    from shapely import LineString as Curve  # noqa: PLC0415, loaded where geometry is checked

    fault = partial(Problem, table=resource.name, file=resource.file, column="waypoints")
    problems = []
    for number, name, points in zip(
        rows.index, rows["line"], line_points(rows, tables["waypoints"]).values(), strict=True
    ):
        if len(set(points)) < len(("start", "end")):
            problems.append(fault(row=int(number), rule=Rule.TWO_POINTS, found=name))
        elif not Curve(points).is_simple:
            problems.append(fault(row=int(number), rule=Rule.NO_CROSSING, found=name))
    return problems


def _published_km(record: pd.DataFrame | None) -> dict[str, float]:
    """Return the first published length of each route in km; the middle of a range."""
    if record is None:
        return {}
    lengths = record[record["measure"] == "length"].sort_values("position")
    middle = lengths["value"].fillna((lengths["low"] + lengths["high"]) / 2)
    return {
        str(route): float(km)
        for route, km in zip(lengths["route"][::-1], middle[::-1], strict=True)
    }


def _gap_km(line: str, others: Sequence[str], points: Mapping[str, LineString]) -> float:
    """Return the distance in km from a line to the nearest of some others.

    It is measured from the ends of either line to the waypoints of the other; zero if they share a
    waypoint.
    """
    own = points[line]
    if not others or any(not set(own).isdisjoint(points[other]) for other in others):
        return 0.0
    pairs = [
        (end, point)
        for other in others
        for one, beside in ((own, points[other]), (points[other], own))
        for end in (one[0], one[-1])
        for point in beside
    ]
    return min(distances_km(pairs))


def _check_route(
    resource: Resource,
    rows: pd.DataFrame,
    points: Mapping[str, LineString],
    published: float | None,
) -> list[Problem]:
    """Find lines apart from their route, and a length that differs from the published one.

    A line is apart if no end of it is within `WIDEST_GAP_KM` of a waypoint of another line of the
    route, or the reverse.
    """
    fault = partial(Problem, table=resource.name, file=resource.file, column="line")
    problems = []
    for number, line in zip(rows.index, rows["line"], strict=True):
        gap = _gap_km(line, [other for other in rows["line"] if other != line], points)
        if gap > WIDEST_GAP_KM:
            problems.append(
                fault(
                    row=int(number),
                    rule=Rule.JOINED,
                    found=f"{gap:.0f}",
                    expected=f"{WIDEST_GAP_KM:.0f}",
                )
            )
    main = rows[rows["branch"] == MAIN]
    drawn = sum(geodesic_km(points[line]) for line in main["line"])
    if published and len(main) and abs(drawn / published - 1) > LENGTH_TOLERANCE:
        problems.append(
            fault(
                row=int(main.index[0]),
                rule=Rule.PUBLISHED_LENGTH,
                found=f"{drawn:.0f}",
                expected=f"{published:.0f}",
            )
        )
    return problems


def _check_routes(
    resource: Resource, rows: pd.DataFrame, tables: Mapping[str, pd.DataFrame]
) -> list[Problem]:
    """Find routes with gaps between their lines, or with another length than the published one."""
    points = line_points(tables["lines"], tables["waypoints"])
    published = _published_km(tables.get("route_record"))
    ordered = rows.assign(number=pd.to_numeric(rows["position"])).sort_values("number")
    return [
        problem
        for route, own in ordered.groupby("route", sort=False)
        for problem in _check_route(resource, own, points, published.get(str(route)))
    ]


def _check_crossings(
    resource: Resource, rows: pd.DataFrame, tables: Mapping[str, pd.DataFrame]
) -> list[Problem]:
    """Find lines whose kilometres by country do not add up to their length, and lines without."""
    fault = partial(Problem, table=resource.name, file=resource.file, rule=Rule.CROSSINGS_CURRENT)
    points = line_points(tables["lines"], tables["waypoints"])
    measured = pd.to_numeric(rows["kilometres"])
    problems = []
    for line, own in measured.groupby(rows["line"], sort=False):
        length = geodesic_km(points[str(line)])
        if abs(own.sum() - length) > CROSSINGS_TOLERANCE_KM:
            problems.append(fault(row=int(own.index[0]), column="kilometres", found=str(line)))
    unmeasured = [line for line in points if line not in set(rows["line"])]
    return problems + [fault(column="line", found=line) for line in unmeasured]


CHECKS = {
    "lines": _check_lines,
    "line_crossings": _check_crossings,
    "route_lines": _check_routes,
}


def check_geometry(
    resource: Resource, rows: pd.DataFrame, tables: Mapping[str, pd.DataFrame]
) -> list[Problem]:
    """Check the lines of the map, and the gaps and lengths of its routes.

    Parameters
    ----------
    resource : Resource
        Description of the table; tables other than `lines` and `route_lines` pass.
    rows : DataFrame
        Rows that passed the checks of their cells, as text; the index is the line in the file.
    tables : mapping of str to DataFrame
        Tables loaded before this one.

    Returns
    -------
    list of Problem
        All faults; empty if there are none.
    """
    check = CHECKS.get(resource.name)
    return check(resource, rows, tables) if check else []
