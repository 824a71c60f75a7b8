"""Routes and facilities: course, status, opening, and what the public record prints of them."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from data.evidence.route_record import PublicFigure, route_record
from data.geometry import LineString, Position, geodesic_km, line_points
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset

PLANNED, PROPOSED, CANCELLED = "planned", "proposed", "cancelled"
OPERATING, UNDER_CONSTRUCTION, UNKNOWN = "operating", "under_construction", "unknown"

STATUSES = (OPERATING, UNDER_CONSTRUCTION, PLANNED, PROPOSED, CANCELLED, UNKNOWN)

PRINTED, INFERRED, PUBLIC = "printed", "inferred", "public"
"""Which record a figure comes from: the dissertation, or public sources beside it."""

POINT_KINDS = ("field", "port", "terminal")
"""Kinds of facility that are a point on the map, not a line."""

SEPARATOR = ";"

CARRIED = "throughput"
"""Indicator of the facts that print an amount carried."""

NOT_YET = ("planned", "target", "forecast")
"""Qualifiers of amounts that nothing has carried yet."""

ALIASES: Mapping[str, tuple[str, ...]] = {"acg": ("contract-of-the-century",)}
"""Projects that the tables keep under a name of their own."""


@dataclass(frozen=True, kw_only=True)
class Section:
    """One line of a route.

    Attributes
    ----------
    line : str
        Code of the line, which other routes may share.
    branch : str
        `main`, or the branch it belongs to.
    mode, precision, flow : str
        What runs there, how its alignment was found, in which direction it flows.
    points : tuple of positions
        In the order of the line.
    """

    line: str
    branch: str
    mode: str
    precision: str
    flow: str
    points: LineString

    @property
    def course(self) -> LineString:
        """Positions in the direction of flow."""
        return self.points[::-1] if self.flow == "backward" else self.points


@dataclass(frozen=True, kw_only=True, eq=False)
class Route:
    """A route or facility as the dissertation describes it, with its place on the map.

    A route equals only itself, so that what is computed from it can be kept by it.

    Attributes
    ----------
    code : str
        Identifier; a link selects it by this.
    kind, status : str
        What it is, and its status as the dissertation has it.
    announced, opened : str
        Dates according to the dissertation; empty where none is.
    opened_method : str
        `PRINTED`, or `INFERRED` where the opening date is that of something else, such as a
        meeting on the launch; empty without an opening date.
    from_place, to_place : tuple of str
        Codes of places, countries or regions; empty where not printed.
    countries, sectors : tuple of str
        Codes.
    origin, paragraph, reference : str
        Where it stands.
    sections : tuple of Section
        Its lines; empty for a facility and for what cannot be drawn.
    position : position or None
        Where a facility lies; None where it is a line or unknown.
    confidence : str
        How sure the position of a facility is.
    record : tuple of PublicFigure
        What public sources print of it.
    first_carried : int or None
        Earliest year for which the dissertation prints an amount carried.
    """

    code: str
    kind: str
    status: str
    announced: str
    opened: str
    opened_method: str
    from_place: tuple[str, ...]
    to_place: tuple[str, ...]
    countries: tuple[str, ...]
    sectors: tuple[str, ...]
    origin: str
    paragraph: str
    reference: str
    sections: tuple[Section, ...] = ()
    position: Position | None = None
    confidence: str = ""
    record: tuple[PublicFigure, ...] = ()
    first_carried: int | None = None

    @property
    def drawn(self) -> bool:
        """Whether the map can show it."""
        return bool(self.sections) or self.position is not None

    @property
    def drawn_km(self) -> float:
        """Geodesic length of its main branch as drawn, in kilometres; computed."""
        return sum(
            geodesic_km(section.points) for section in self.sections if section.branch == "main"
        )

    def recorded(self, measure: str) -> tuple[PublicFigure, ...]:
        """Return the public figures of one measure, the one nearest to the drawing first."""
        return tuple(figure for figure in self.record if figure.measure == measure)

    @property
    def opening_inferred(self) -> bool:
        """Whether the opening date follows from another date of the dissertation."""
        return self.opened_method == INFERRED

    @property
    def opening(self) -> tuple[int, str] | None:
        """Year of opening and the record it comes from; the dissertation's own goes first."""
        if self.opened:
            return int(self.opened[:4]), INFERRED if self.opening_inferred else PRINTED
        public = [figure.value for figure in self.recorded("opened") if figure.value]
        return (int(public[0]), PUBLIC) if public else None


def _codes(cell: str) -> tuple[str, ...]:
    return tuple(code for code in cell.split(SEPARATOR) if code)


def _first_carried(dataset: Dataset) -> Mapping[str, int]:
    """Return the earliest year with a printed amount carried by route."""
    if "facts" not in dataset.tables:
        return {}
    rows = dataset.tables["facts"]
    carried = rows[
        (rows["indicator"] == CARRIED)
        & ~rows["qualifier"].isin(NOT_YET)
        & rows["period"].str.fullmatch(r"\d{4}.*")
    ]
    found: dict[str, int] = {}
    for entity, period in zip(carried["entity"], carried["period"], strict=True):
        for code in _codes(entity):
            found[code] = min(int(period[:4]), found.get(code, int(period[:4])))
    return found


def _sections(dataset: Dataset) -> Mapping[str, tuple[Section, ...]]:
    if not {"route_lines", "lines", "waypoints"} <= dataset.tables.keys():
        return {}
    lines, waypoints = dataset.tables["lines"], dataset.tables["waypoints"]
    known = frozenset(waypoints["waypoint"])
    drawable = [known.issuperset(codes.split(SEPARATOR)) for codes in lines["waypoints"]]
    points = line_points(lines[pd.Series(drawable, lines.index, dtype=bool)], waypoints)
    described = lines.set_index("line")[["mode", "precision"]].to_dict("index")
    found: dict[str, list[Section]] = {}
    rows = dataset.tables["route_lines"].sort_values("position")
    for row in rows[rows["line"].isin(points)].to_dict("records"):
        section = Section(
            line=row["line"],
            branch=row["branch"],
            flow=row["flow"],
            points=points[row["line"]],
            **{str(name): value for name, value in described[row["line"]].items()},
        )
        found.setdefault(row["route"], []).append(section)
    return {route: tuple(sections) for route, sections in found.items()}


@kept_with_dataset
def waypoint_positions(dataset: Dataset) -> Mapping[str, tuple[Position, str]]:
    """Return position and confidence of every waypoint; none where the table did not load."""
    if "waypoints" not in dataset.tables:
        return {}
    rows = dataset.tables["waypoints"]
    return {
        str(code): ((float(lon), float(lat)), str(confidence))
        for code, lon, lat, confidence in zip(
            rows["waypoint"], rows["lon"], rows["lat"], rows["confidence"], strict=True
        )
    }


@kept_with_dataset
def routes(dataset: Dataset) -> Mapping[str, Route]:
    """Return every route and facility by code, in the order of the table.

    Raises
    ------
    TableRefusedError
        Where the table of routes did not load. Without geometry nothing is drawn.
    """
    sections, record, carried = _sections(dataset), route_record(dataset), _first_carried(dataset)
    positions = waypoint_positions(dataset)
    found = {}
    for row in dataset.table("routes").to_dict("records"):
        code = row["route"]
        at = row["from_place"] if row["from_place"] in positions else code
        position, confidence = (
            positions.get(at, (None, "")) if row["kind"] in POINT_KINDS else (None, "")
        )
        found[code] = Route(
            code=code,
            kind=row["kind"],
            status=row["status"],
            announced=row["announced"],
            opened=row["opened"],
            opened_method=row["opened_method"],
            from_place=_codes(row["from_place"]),
            to_place=_codes(row["to_place"]),
            countries=_codes(row["countries"]),
            sectors=_codes(row["sectors"]),
            origin=row["origin"],
            paragraph=str(row["paragraph"]),
            reference=row["reference"],
            sections=sections.get(code, ()),
            position=position,
            confidence=confidence,
            record=record.get(code, ()),
            first_carried=carried.get(code),
        )
    return found


@kept_with_dataset
def places_on_routes(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    """Return the named places that lie on drawn lines, each with the routes through it.

    A place is one that the dissertation names; mere waypoints of the drawing are none.
    """
    if not {"places", "lines", "route_lines", "routes"} <= dataset.tables.keys():
        return {}
    named = set(dataset.tables["places"]["place"]) & waypoint_positions(dataset).keys()
    members = dataset.texts("lines", "waypoints")
    found: dict[str, dict[str, None]] = {}
    for code, route in routes(dataset).items():
        for section in route.sections:
            for place in members[section.line].split(SEPARATOR):
                if place in named:
                    found.setdefault(place, {})[code] = None
    return {place: tuple(through) for place, through in found.items()}


@kept_with_dataset
def mapped(dataset: Dataset) -> Mapping[str, Route]:
    """Return the routes and facilities that the map shows by code, without other names of one."""
    aliases = {code for codes in ALIASES.values() for code in codes}
    return {
        code: route
        for code, route in routes(dataset).items()
        if route.drawn and code not in aliases
    }


def selectable(dataset: Dataset) -> tuple[str, ...]:
    """Return what can be selected on the map: drawn routes, facilities, places on routes."""
    if "routes" not in dataset.tables:
        return ()
    drawn = tuple(mapped(dataset))
    return (*drawn, *(code for code in places_on_routes(dataset) if code not in drawn))
