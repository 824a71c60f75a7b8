"""Scene of the map: the routes that exist as of its year, with status and opacity."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from components.map.style import COMPARED_OPACITY, FADED_OPACITY, STATUS_NAMES
from components.text.amounts import amount_text
from components.text.lists import paragraph_mark, side_by_side
from data.choice.parameters import Filters
from data.evidence.countries import countries, routes_through
from data.evidence.layers import route_shown, section_shown
from data.evidence.main_routes import main_routes
from data.evidence.names import label_of
from data.evidence.route_evidence import entries_about
from data.evidence.route_record import PublicFigure
from data.evidence.routes import (
    PRINTED,
    PUBLIC,
    Route,
    Section,
    mapped,
    places_on_routes,
    routes,
)
from data.evidence.sectors import with_sectors
from data.evidence.standing import standing
from data.evidence.status_changes import StatusChange, status_changes
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset

CAPACITY_UNITS = frozenset({"Mt", "Mt_per_year", "bcm", "bcm_per_year"})


CARRIED = "throughput"
"""Quantity of the facts on amounts carried."""


@dataclass(frozen=True)
class Capacity:
    """Capacity that sets the width of a line: the upper end of a range, and its record."""

    value: float
    record: str
    text: str
    figure: Value | PublicFigure


def _upper(entry: Value | PublicFigure) -> float:
    return float(entry.value if entry.value is not None else entry.high or 0)


@lru_cache(maxsize=1024)
def capacity_of(route: Route, dataset: Dataset, language: Language) -> Capacity | None:
    """Return the capacity of a route, as printed where the dissertation prints one."""
    for entry in entries_about(dataset, route.code):
        if entry.quantity[0] == "capacity" and entry.unit in CAPACITY_UNITS:
            text = amount_text(entry, dataset=dataset, language=language)
            return Capacity(_upper(entry), PRINTED, text, entry)
    for figure in route.recorded("capacity"):
        if figure.unit in CAPACITY_UNITS:
            text = amount_text(figure, dataset=dataset, language=language)
            return Capacity(_upper(figure), PUBLIC, text, figure)
    return None


def existing_routes(dataset: Dataset, year: int) -> dict[str, str]:
    """Return the drawable routes that exist as of a year, on paper at least, with their status."""
    found = {}
    for code, route in mapped(dataset).items():
        status = standing(route, year)
        if status:
            found[code] = status
    return found


def visible_routes(dataset: Dataset, filters: Filters) -> dict[str, str]:
    """Return the existing routes with a line of a shown kind, and the selected one."""
    known = routes(dataset)
    return {
        code: status
        for code, status in existing_routes(dataset, filters.map_year).items()
        if code == filters.route or route_shown(known[code], filters.layers)
    }


def _carried(route: Route, dataset: Dataset) -> Value | None:
    """Return the amount a route carried in the last year that is printed; None where two differ."""
    found = [
        entry
        for entry in entries_about(dataset, route.code)
        if entry.quantity[:3] == (CARRIED, route.code, "")
    ]
    last = max((entry.quantity[3] for entry in found), default="")
    latest = [entry for entry in found if entry.quantity[3] == last]
    said = {(one.value, one.low, one.high, one.qualifier, one.unit) for one in latest}
    return latest[0] if len(said) == 1 else None


def _one_value(route: Route, dataset: Dataset, language: Language) -> Iterator[str]:
    """Yield the capacity of a route, otherwise what it carried, and where this is printed."""
    _ = language.gettext
    capacity, carried = capacity_of(route, dataset, language), _carried(route, dataset)
    if capacity and capacity.record == PUBLIC:
        yield _("capacity {amount} (public data)").format(amount=capacity.text)
    elif capacity and isinstance(capacity.figure, Value):
        yield _("capacity {amount}").format(amount=capacity.text)
        yield paragraph_mark(capacity.figure.paragraph, language)
    elif carried:
        year, amount = carried.quantity[3], amount_text(carried, dataset=dataset, language=language)
        saying = _("carried in {year}: {amount}") if year else _("carried: {amount}")
        yield saying.format(year=year, amount=amount)
        yield paragraph_mark(carried.paragraph, language)


@lru_cache(maxsize=4096)
def route_tip(route: Route, status: str, dataset: Dataset, language: Language) -> str:
    """Return the second line of a route's tooltip: status, and one value with its paragraph."""
    said = language.gettext(STATUS_NAMES[status])
    return side_by_side((said, *_one_value(route, dataset, language)))


def before_text(change: StatusChange, year: int | None, language: Language) -> str:
    """Return the status in the year that the map is compared with."""
    _ = language.gettext
    if change.before is None:
        return _("in {year}: not yet announced or opened").format(year=year)
    return _("in {year}: {status}").format(year=year, status=_(STATUS_NAMES[change.before]))


def changes_shown(dataset: Dataset, filters: Filters) -> Mapping[str, StatusChange]:
    """Return what differs from the year that the map is compared with; empty without one."""
    since = filters.compared_year
    return {} if since is None else status_changes(dataset, since, filters.map_year)


@dataclass(frozen=True, eq=False)
class Scene:
    """Input of the functions that build lines, points and labels of the map.

    Attributes
    ----------
    dataset : Dataset
        All tables.
    filters : Filters
        The reader's choice.
    language : Language
        Language of labels and tooltips.
    visible : mapping of str to str
        Status of each route that exists as of the year of the map, on paper at least, and has a
        line of a shown kind or is selected.
    opacity : mapping of str to float
        How strongly each of them is drawn, from 0 to 1.
    changes : mapping of str to StatusChange
        What differs from the year that the map is compared with; empty without one.
    main : bool
        Whether only the main routes are drawn; they are named before the towns.
    """

    dataset: Dataset
    filters: Filters
    language: Language
    visible: Mapping[str, str]
    opacity: Mapping[str, float]
    changes: Mapping[str, StatusChange]
    main: bool = False

    def route(self, code: str) -> Route:
        """Return one route."""
        return routes(self.dataset)[code]

    def sections(self, code: str) -> tuple[Section, ...]:
        """Return the lines of a route that are drawn: those of the shown kinds, or all of it."""
        route, layers = self.route(code), self.filters.layers
        if not layers or code == self.filters.route:
            return tuple(route.sections)
        return tuple(part for part in route.sections if section_shown(part, layers))

    def tip(self, code: str) -> str:
        """Return the second line of a route's tooltip."""
        tip = route_tip(self.route(code), self.visible[code], self.dataset, self.language)
        if code not in self.changes:
            return tip
        said = before_text(self.changes[code], self.filters.compared_year, self.language)
        return side_by_side((tip, said))

    def name(self, code: str) -> str:
        """Return the name of a route."""
        return label_of(self.dataset, "routes", code, self.language)


def _chosen(dataset: Dataset, filters: Filters, visible: Iterable[str]) -> frozenset[str]:
    """Return the visible routes that the selection or the sectors choose; empty for no choice."""
    known = routes(dataset)
    chosen: set[str] = set()
    if filters.route in known:
        chosen = {filters.route}
    elif filters.route in countries(dataset):
        chosen = {route.code for route in routes_through(dataset, filters.route)}
    elif filters.route:
        chosen = set(places_on_routes(dataset).get(filters.route, ()))
    elif filters.sectors and "sectors" in dataset.tables:
        codes = with_sectors(dataset, filters.sectors)
        chosen = {code for code in visible if not codes.isdisjoint(known[code].sectors)}
    return frozenset(chosen.intersection(visible))


def _emphasis(dataset: Dataset, filters: Filters, visible: Iterable[str]) -> Mapping[str, float]:
    """Return the opacity of each route: full for the selected and for the chosen sectors."""
    visible = tuple(visible)
    chosen = _chosen(dataset, filters, visible)
    if not chosen and filters.compared_year is not None:
        changed = changes_shown(dataset, filters)
        return {code: 1.0 if code in changed else COMPARED_OPACITY for code in visible}
    return {code: 1.0 if not chosen or code in chosen else FADED_OPACITY for code in visible}


def main_visible(dataset: Dataset, filters: Filters) -> dict[str, str]:
    """Return the main routes that exist as of the year of the map, with their status.

    What the selection or the sectors choose is added to them. All routes are returned where no
    main route is recorded or exists in that year.
    """
    visible = visible_routes(dataset, filters)
    chosen = _chosen(dataset, filters, visible)
    wanted = {*main_routes(dataset), *chosen}
    shown = {code: status for code, status in visible.items() if code in wanted}
    return shown or visible


def lines_shown(dataset: Dataset, filters: Filters) -> tuple[int, int]:
    """Return how many routes the small map draws as lines, and how many it draws with all."""
    known = routes(dataset)

    def lines(codes: Iterable[str]) -> int:
        return sum(bool(known[code].sections) for code in codes)

    visible = visible_routes(dataset, filters)
    return lines(main_visible(dataset, filters)), lines(visible)


def scene(dataset: Dataset, filters: Filters, language: Language, *, main: bool = False) -> Scene:
    """Return the scene of the map for one choice.

    Parameters
    ----------
    dataset : Dataset
        All tables.
    filters : Filters
        The reader's choice.
    language : Language
        Language of labels and tooltips.
    main : bool
        Whether only the routes of `main_visible` are drawn.

    Raises
    ------
    TableRefusedError
        Where the table of routes did not load.
    """
    visible = main_visible(dataset, filters) if main else visible_routes(dataset, filters)
    opacity = _emphasis(dataset, filters, visible)
    changes = changes_shown(dataset, filters)
    return Scene(dataset, filters, language, visible, opacity, changes, main)
