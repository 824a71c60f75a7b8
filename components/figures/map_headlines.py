"""Headlines of the map: routes in operation, what is selected, or two years."""

from collections.abc import Iterable, Mapping

from components.figures.map_comparison import (
    comparison_headline,
    with_status_before,
)
from components.map.scene import (
    lines_shown,
)
from components.map.style import STATUS_NAMES
from components.text.lists import clauses
from components.text.names import nothing_printed
from data.choice.parameters import Filters
from data.evidence.countries import countries
from data.evidence.names import label_of
from data.evidence.routes import OPERATING, Route, routes
from data.evidence.standing import opening_not_given, standing
from data.language.languages import Language
from data.load.dataset import Dataset


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


def map_headline(
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


def short_map_headline(
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
