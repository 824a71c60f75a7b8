"""The card of a route, facility or place: everything both records say of it, as HTML."""

from collections.abc import Iterable

import pandas as pd
from markupsafe import Markup
from pandas.io.formats.style import Styler

from components.cards.contradiction_card import conflict_card
from components.cards.course_card import course_difference_card, drawn_lines
from components.cards.markup import card_heading, part_of_card, quiet_lines, text_list
from components.cards.route_status import RECORD_OF, basis_text, status_text
from components.cards.sortable_table import show_texts, sortable_column
from components.map.scene import capacity_of
from components.map.style import CONFIDENCE_NAMES, KIND_NAMES
from components.templates import joined, macro
from components.text.amounts import amount_text, value_text
from components.text.dates import date_text
from components.text.entries import (
    amount_beside_name,
    event_name,
    name_for_line,
    qualifier_of_event,
)
from components.text.lists import apposed, paragraph_mark, remarked, side_by_side
from components.text.names import later, qualifier_name
from components.text.places import ends_text, passages_text, place_text, publication_text
from components.text.speakers import according_to
from data.choice.parameters import Filters
from data.evidence.crossings import course_differences_of
from data.evidence.events import Event, events_of
from data.evidence.layers import selectable_of
from data.evidence.names import country_name, label_of, selection_name
from data.evidence.route_evidence import contradictions_about, entries_about, stakes_in
from data.evidence.route_record import PublicFigure
from data.evidence.routes import (
    Route,
    places_on_routes,
    routes,
    waypoint_positions,
)
from data.evidence.standing import standing, standing_of
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset

RECORD_NAMES = {
    "length": later("length"),
    "capacity": later("capacity"),
    "other_length": later("length of a different section"),
    "carried": later("amount carried"),
    "announced": later("announcement"),
    "agreed": later("agreement signed"),
    "begun": later("start of construction"),
    "built": later("end of construction"),
    "opened": later("opening"),
    "cancelled": later("end of the project"),
}
"""Measures of the public record, in the order of the card; stakes have a part of their own."""

LOADING = frozenset({"port", "terminal"})
"""Kinds of facilities that load what others carry."""

TRANSSHIPPED = later("transshipment")

STAKE, YEAR = "stake", "year"

Line = tuple[str, str, str]
"""Term, value, and where the value stands."""

_facts = macro("cards/route_card.html", "facts")
_events = macro("cards/route_card.html", "events")


def end_name(code: str, *, dataset: Dataset, language: Language) -> str:
    """Return the name of an end of a route: a place, or a country by its code."""
    if code == "EU":
        return language.gettext("Europe")
    place = label_of(dataset, "places", code, language)
    return country_name(code, dataset=dataset, language=language) if place == code else place


def _ends(route: Route, *, dataset: Dataset, language: Language) -> str:
    """Return both ends of a route; nothing where neither is printed."""
    return ends_text(
        [
            language.enumerate(end_name(code, dataset=dataset, language=language) for code in codes)
            for codes in (route.from_place, route.to_place)
        ],
        language,
    )


def _entry_line(entry: Value, *, about: str, dataset: Dataset, language: Language) -> Line:
    """Return a printed value; its name leaves out that of the route that the card is about."""
    return (
        name_for_line(entry, language, about=about),
        amount_beside_name(entry, dataset=dataset, language=language),
        place_text(entry, dataset=dataset, language=language),
    )


def _record_line(
    figure: PublicFigure,
    *,
    kind: str = "",
    dataset: Dataset,
    language: Language,
    sourced: bool = True,
) -> Line:
    """Return a public figure with its note and source; that of a stake names the owner."""
    loads = figure.measure == "carried" and kind in LOADING
    name = (
        figure.holders[language.code]
        if figure.measure == STAKE
        else language.gettext(TRANSSHIPPED if loads else RECORD_NAMES[figure.measure])
    )
    source = publication_text(figure, language)
    where = " ".join(filter(None, (figure.notes[language.code], source if sourced else "")))
    if figure.unit == YEAR and figure.period:
        return name, date_text(figure.period, language), where
    name = apposed((name, date_text(figure.period, language)))
    return name, amount_text(figure, dataset=dataset, language=language), where


def _owner_lines(route: Route, *, dataset: Dataset, language: Language) -> list[Line]:
    """Return the owners of the public record; those of one source name it once, at the end."""
    stakes = route.recorded(STAKE)
    last = {stake.address: place for place, stake in enumerate(stakes)}
    return [
        _record_line(
            stake, dataset=dataset, language=language, sourced=last[stake.address] == place
        )
        for place, stake in enumerate(stakes)
    ]


def _record_order(figure: PublicFigure) -> int:
    return list(RECORD_NAMES).index(figure.measure)


def _lines(lines: list[Line]) -> Markup:
    return _facts(lines) if lines else Markup()


def _description(
    route: Route, *, dataset: Dataset, filters: Filters, language: Language
) -> list[Line]:
    """Return what it is, where it runs, and its dates, as the dissertation prints them."""
    _ = language.gettext
    stated = standing_of(route, filters.map_year)
    lines: list[Line] = [(_("Type"), _(KIND_NAMES[route.kind]), "")]
    lines.append(
        (
            _("Status in {year}").format(year=filters.map_year),
            status_text(stated.status, language, labelled=True),
            basis_text(stated, language),
        )
    )
    ends = _ends(route, dataset=dataset, language=language)
    if ends and route.sections:
        lines.append((_("From – to"), ends, ""))
    if route.countries:
        names = [end_name(code, dataset=dataset, language=language) for code in route.countries]
        lines.append((_("Countries"), side_by_side(names), _("as printed")))
    if route.announced:
        lines.append(
            (
                _("Announced, agreed or set up"),
                date_text(route.announced, language),
                _("as printed"),
            )
        )
    if route.opened:
        known = _("inferred") if route.opening_inferred else _("as printed")
        lines.append((_("Opened"), date_text(route.opened, language), known))
    lines.append((_("Described in"), passages_text(route, dataset=dataset, language=language), ""))
    return lines


def events_list(events: Iterable[Event], *, dataset: Dataset, language: Language) -> Markup:
    """Return events as a list; nothing where there are none.

    Each has its date and name, and in brackets who reports it, its qualifier and its paragraphs.
    """
    names = dataset.texts("events", language.column("name"))
    items = [
        (
            date_text(event.date, language),
            remarked(
                event_name(names[event.code], event.date, language),
                (
                    according_to(event.speaker, dataset=dataset, language=language),
                    qualifier_of_event(names[event.code], event.qualifier, language),
                    paragraph_mark(event.paragraph, language),
                ),
            ),
        )
        for event in events
    ]
    return _events(items) if items else Markup()


def _through(place: str, *, dataset: Dataset, language: Language) -> Markup:
    codes = places_on_routes(dataset).get(place, ())
    return (
        text_list(label_of(dataset, "routes", code, language) for code in codes)
        if codes
        else Markup()
    )


def route_card(*, dataset: Dataset, filters: Filters, language: Language) -> Markup:
    """Return the card of the selected route, facility or place as HTML.

    Raises
    ------
    TableRefusedError
        Where the table of routes did not load.
    """
    _ = language.gettext
    code = filters.route
    known = routes(dataset)
    named = selection_name(code, dataset=dataset, language=language)
    parts = [card_heading(named)]
    route = known.get(code)
    if route:
        described = _description(route, dataset=dataset, filters=filters, language=language)
        note = dataset.texts("routes", language.column("note")).get(code, "")
        parts += [_lines(described), quiet_lines([note]) if note else Markup()]
    elif code in waypoint_positions(dataset):
        position, confidence = waypoint_positions(dataset)[code]
        where = _("{latitude}° N, {longitude}° E").format(
            latitude=language.number(position[1]), longitude=language.number(position[0])
        )
        parts.append(_lines([(_("Position"), where, _(CONFIDENCE_NAMES[confidence]))]))
    printed = [
        _entry_line(entry, about=named, dataset=dataset, language=language)
        for entry in entries_about(dataset, code)
    ]
    stakes = [
        _entry_line(entry, about=named, dataset=dataset, language=language)
        for entry in stakes_in(dataset, code)
    ]
    public = route.record if route else ()
    owners = _owner_lines(route, dataset=dataset, language=language) if route else []
    record = [
        _record_line(figure, kind=route.kind if route else "", dataset=dataset, language=language)
        for figure in sorted(
            (figure for figure in public if figure.measure != STAKE), key=_record_order
        )
    ]
    conflicts = joined(
        conflict_card(found, dataset=dataset, language=language)
        for found in contradictions_about(dataset, code)
    )
    difference = joined(
        course_difference_card(found, dataset=dataset, language=language)
        for found in course_differences_of(dataset, code)
    )
    computed = drawn_lines(route, dataset=dataset, language=language) if route else []
    parts += [
        part_of_card(
            _("Routes through this place"), _through(code, dataset=dataset, language=language)
        ),
        part_of_card(_("In the dissertation"), _lines(printed)),
        part_of_card(_("Shareholders and stakes, as printed"), _lines(stakes)),
        part_of_card(_("Shareholders and stakes, public data"), _lines(owners)),
        part_of_card(_("Public data (not from the dissertation)"), _lines(record)),
        part_of_card(_("Computed by the Atlas"), _lines(computed)),
        part_of_card(_("Contradictions in the source"), conflicts),
        part_of_card(_("Countries in the dissertation and line on the map differ"), difference),
        part_of_card(
            _("Events"), events_list(events_of(dataset, code), dataset=dataset, language=language)
        ),
    ]
    return joined(parts)


def routes_table(
    *, dataset: Dataset, filters: Filters, language: Language
) -> Styler | pd.DataFrame:
    """Return what can be selected on the map, of the shown kinds, one row each, indexed by code.

    Capacities and lengths are numbers that show text, so that they sort by size; a range is sorted
    by its upper end.

    Raises
    ------
    TableRefusedError
        Where the table of routes did not load.
    """
    _ = language.gettext
    known = routes(dataset)
    codes = selectable_of(filters.layers, filters.route, dataset)
    listed = [known.get(code) for code in codes]
    statuses = [standing(route, filters.map_year) if route else None for route in listed]
    capacities = [capacity_of(route, dataset, language) if route else None for route in listed]
    drawn = [route if route and route.sections else None for route in listed]
    capacity, length = _("Capacity"), _("Length on map, km")
    table = pd.DataFrame(
        {
            _("Name"): [selection_name(code, dataset=dataset, language=language) for code in codes],
            _("Type"): [
                _(KIND_NAMES[route.kind]) if route else _("place on a route") for route in listed
            ],
            _("Status in {year}").format(year=filters.map_year): [
                status_text(status, language, labelled=True) if route else ""
                for route, status in zip(listed, statuses, strict=True)
            ],
            _("From – to"): [
                _ends(route, dataset=dataset, language=language) if route else "" for route in drawn
            ],
            capacity: sortable_column(
                (found.value, value_text(found.figure, language)) if found else (None, "")
                for found in capacities
            ),
            _("Unit"): [
                label_of(dataset, "units", found.figure.unit, language, "symbol") if found else ""
                for found in capacities
            ],
            _("Qualifier"): [
                qualifier_name(found.figure.qualifier, language) if found else ""
                for found in capacities
            ],
            _("Record"): [_(RECORD_OF[found.record]) if found else "" for found in capacities],
            length: sortable_column(
                (route.drawn_km, language.number(route.drawn_km, decimals=0))
                if route
                else (None, "")
                for route in drawn
            ),
        }
    )
    return show_texts(table.set_index(pd.Index(codes)), [capacity, length])
