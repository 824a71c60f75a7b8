"""Map of corridors and pipelines as a figure."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from components.figures.figure import Builder, Figure
from components.figures.map_comparison import (
    comparison_headline,
    comparison_notes,
    map_subtitle,
    with_status_before,
)
from components.figures.map_table import capacity_entry, cited_passages, map_table
from components.map.content import Canvas, MapContent, map_choice, map_content
from components.map.scene import (
    existing_routes,
    lines_shown,
    visible_routes,
)
from components.map.style import STATUS_NAMES
from components.text.lists import clauses
from components.text.names import nothing_printed, routes_in_sentence, said_of_sectors
from data.choice.parameters import Filters
from data.evidence.countries import countries
from data.evidence.layers import LAYER_NAMES
from data.evidence.names import label_of
from data.evidence.routes import OPERATING, Route, mapped, routes
from data.evidence.sectors import with_sectors
from data.evidence.standing import opening_not_given, standing
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset

MAP = "route_map"


def _without_year(
    codes: Iterable[str], running: int, *, dataset: Dataset, filters: Filters, language: Language
) -> str:
    """Say how many routes operate later without a known opening year; empty for none.

    `running` is the number of routes named before as in operation.
    """
    known = routes(dataset)
    count = sum(opening_not_given(known[code], filters.map_year) for code in codes)
    if not count:
        return ""
    _ = language.gettext
    saying = (
        _("for {count} others no opening year is given")
        if running
        else _("for {count} no opening year is given")
    )
    return saying.format(count=language.number(count))


def _headline_of_country(
    crossing: Mapping[str, str], *, dataset: Dataset, filters: Filters, language: Language
) -> str:
    """Return how many of the lines through the selected country are in operation."""
    _ = language.gettext
    country = label_of(dataset, "map_labels", filters.route, language)
    if not crossing:
        return _("{country} in {year}: no routes on this map").format(
            country=country, year=filters.map_year
        )
    running = sum(status == OPERATING for status in crossing.values())
    saying = (
        language.ngettext(
            "{country} in {year}: {count} route on this map, {running} in operation",
            "{country} in {year}: {count} routes on this map, {running} in operation",
            len(crossing),
        )
        if running
        else language.ngettext(
            "{country} in {year}: {count} route on this map, not in operation",
            "{country} in {year}: {count} routes on this map, none in operation",
            len(crossing),
        )
    )
    text = saying.format(
        country=country,
        year=filters.map_year,
        count=language.number(len(crossing)),
        running=language.number(running),
    )
    undated = _without_year(crossing, running, dataset=dataset, filters=filters, language=language)
    return clauses((text, undated))


def _headline_of_route(
    route: Route, *, dataset: Dataset, filters: Filters, language: Language
) -> str:
    """Return the status of the selected route."""
    _ = language.gettext
    status = standing(route, filters.map_year)
    saying = (
        _("{route}: {status} in {year}")
        if status
        else _("{route}: not yet announced or opened in {year}")
    )
    text = saying.format(
        route=label_of(dataset, "routes", route.code, language),
        status=_(STATUS_NAMES[status]) if status else "",
        year=filters.map_year,
    )
    return with_status_before(text, route.code, dataset=dataset, filters=filters, language=language)


def _lines(visible: Mapping[str, str], dataset: Dataset) -> dict[str, str]:
    """Return the statuses of the routes that are lines."""
    known = routes(dataset)
    return {code: status for code, status in visible.items() if known[code].sections}


def _headline(
    visible: Mapping[str, str], *, dataset: Dataset, filters: Filters, language: Language
) -> str:
    """Return how many of the lines are in operation, or what the selection says."""
    known = routes(dataset)
    lines = _lines(visible, dataset)
    if filters.route in countries(dataset):
        crossing = {
            code: status for code, status in lines.items() if filters.route in known[code].countries
        }
        return _headline_of_country(crossing, dataset=dataset, filters=filters, language=language)
    if filters.route in known:
        route = known[filters.route]
        return _headline_of_route(route, dataset=dataset, filters=filters, language=language)
    if not lines:
        return nothing_printed(language)
    compared = comparison_headline(lines, dataset=dataset, filters=filters, language=language)
    if compared:
        return compared
    running = sum(status == OPERATING for status in lines.values())
    saying = (
        language.ngettext(
            "{running} of {count} route on this map in operation in {year}",
            "{running} of {count} routes on this map in operation in {year}",
            len(lines),
        )
        if running
        else language.ngettext(
            "{count} route on this map, not in operation in {year}",
            "None of {count} routes on this map in operation in {year}",
            len(lines),
        )
    )
    text = saying.format(
        running=language.number(running),
        count=language.number(len(lines)),
        year=filters.map_year,
    )
    undated = _without_year(lines, running, dataset=dataset, filters=filters, language=language)
    return clauses((text, undated))


def _short_headline(
    visible: Mapping[str, str], *, dataset: Dataset, filters: Filters, language: Language
) -> str:
    """Return how many of the lines the small map draws, and how many of all are in operation.

    Empty where it draws all, or where the headline is about a selection or two years.
    """
    shown, count = lines_shown(dataset, filters)
    if filters.route or shown == count or filters.compared_year is not None:
        return ""
    _ = language.gettext
    lines = _lines(visible, dataset)
    running = sum(status == OPERATING for status in lines.values())
    saying = (
        _("{shown} of {count} routes shown; {running} of {count} in operation in {year}")
        if running
        else _("{shown} of {count} routes shown; none of {count} in operation in {year}")
    )
    text = saying.format(
        shown=language.number(shown),
        count=language.number(count),
        running=language.number(running),
        year=filters.map_year,
    )
    undated = _without_year(lines, running, dataset=dataset, filters=filters, language=language)
    return clauses((text, undated))


def _notes(
    visible: Mapping[str, str], *, dataset: Dataset, filters: Filters, language: Language
) -> tuple[str, ...]:
    _ = language.gettext
    known = routes(dataset)
    notes = [
        _(
            "Lines run through named places; dotted and dashed lines are not stated to be in "
            "operation. "
            "Boundaries and names on the map imply no endorsement."
        ),
        _("Land and water: Natural Earth. Most positions: GeoNames, CC BY 4.0."),
    ]
    waiting = mapped(dataset).keys() - existing_routes(dataset, filters.map_year).keys()
    if waiting:
        count = language.ngettext(
            "{count} route or facility not yet announced or opened in {year} is not shown.",
            "{count} routes and facilities not yet announced or opened in {year} are not shown.",
            len(waiting),
        )
        notes.append(count.format(count=language.number(len(waiting)), year=filters.map_year))
    notes += comparison_notes(visible, dataset=dataset, filters=filters, language=language)
    if filters.layers:
        kinds = language.enumerate(_(LAYER_NAMES[code]) for code in filters.layers)
        notes.append(_("Lines of other kinds are hidden; shown: {kinds}.").format(kinds=kinds))
    undated = [known[code] for code in visible if opening_not_given(known[code], filters.map_year)]
    if undated:
        saying = language.ngettext(
            "No opening year is given for {count} route or facility, so no status is stated for "
            "{year}: {routes}.",
            "No opening year is given for {count} routes and facilities, so no status is stated "
            "for {year}: {routes}.",
            len(undated),
        )
        names = routes_in_sentence(undated, dataset=dataset, language=language)
        count = language.number(len(undated))
        notes.append(saying.format(count=count, year=filters.map_year, routes=names))
    if filters.sectors and not filters.route and "sectors" in dataset.tables:
        codes = with_sectors(dataset, filters.sectors)
        sayings = (
            (
                _("Full colour marks routes related to the selected sector ({sectors})."),
                _("Full colour marks routes related to the selected sectors ({sectors})."),
            )
            if any(not codes.isdisjoint(known[code].sectors) for code in visible)
            else (
                _(
                    "No route is related to the selected sector ({sectors}), so all "
                    "routes are in full colour."
                ),
                _(
                    "No route is related to the selected sectors ({sectors}), so all "
                    "routes are in full colour."
                ),
            )
        )
        notes.append(said_of_sectors(*sayings, filters.sectors, dataset=dataset, language=language))
    return tuple(notes)


def _origins(visible: Mapping[str, str], dataset: Dataset) -> tuple[str, ...]:
    """Return the origins of the routes and of their capacities, in the order of the text."""
    described = [routes(dataset)[code] for code in visible]
    measured = [capacity_entry(route, dataset) or route for route in described]
    about: list[Value | Route] = [
        *described,
        *(seen for seen in measured if isinstance(seen, Value)),
    ]
    named = {part.origin for seen in about for part in cited_passages(seen, dataset)}
    order = {code: place for place, code in enumerate(dataset.texts("origins", "kind"))}
    return tuple(sorted(named, key=lambda code: (order.get(code, len(order)), code)))


def route_map(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return the map of corridors, pipelines, ports and fields as of one year."""
    _ = language.gettext
    seen = map_choice(filters)
    visible = visible_routes(dataset, filters)

    def make_map(canvas: Canvas) -> MapContent:
        return map_content(dataset, seen, language, canvas)

    return Figure(
        id=MAP,
        headline=_headline(visible, dataset=dataset, filters=filters, language=language),
        short=_short_headline(visible, dataset=dataset, filters=filters, language=language),
        subtitle=map_subtitle(filters, language),
        make_table=lambda: map_table(visible, dataset=dataset, filters=filters, language=language),
        origins=_origins(visible, dataset),
        notes=_notes(visible, dataset=dataset, filters=filters, language=language),
        alternative_text=_(
            "Map from the Mediterranean to China: pipelines, railways, ferries "
            "and sea routes as lines, ports and fields as points. Everything on "
            "it can also be selected from the list on the “Energy routes” page."
        ),
        make_map=make_map,
    )


FIGURES: Mapping[str, Builder] = MappingProxyType({MAP: route_map})
"""The map as of the year selected for it, otherwise of the last selected year."""
