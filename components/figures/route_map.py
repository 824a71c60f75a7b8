"""Map of corridors and pipelines as a figure."""

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

from components.figures.figure import VALUE_COLUMNS, Builder, Figure
from components.figures.map_comparison import (
    comparison_notes,
    map_subtitle,
)
from components.figures.map_headlines import map_headline, short_map_headline
from components.map.content import Canvas, MapContent, map_choice, map_content
from components.map.scene import (
    before_text,
    capacity_of,
    changes_shown,
    existing_routes,
    visible_routes,
)
from components.map.style import KIND_NAMES, STATUS_NAMES
from components.text.lists import side_by_side
from components.text.names import routes_in_sentence, said_of_sectors
from data.choice.parameters import Filters
from data.evidence.layers import LAYER_NAMES
from data.evidence.origins import Passage, passages
from data.evidence.route_evidence import entries_about
from data.evidence.routes import PRINTED, Route, mapped, routes
from data.evidence.sectors import with_sectors
from data.evidence.standing import opening_not_given
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset

MAP = "route_map"


def _capacity_entry(route: Route, dataset: Dataset) -> Value | None:
    return next(
        (entry for entry in entries_about(dataset, route.code) if entry.quantity[0] == "capacity"),
        None,
    )


def _passages(placed: Value | Route, dataset: Dataset) -> tuple[Passage, ...]:
    return passages(placed.origin, placed.paragraph, dataset)


def _table(
    visible: Mapping[str, str], *, dataset: Dataset, filters: Filters, language: Language
) -> pd.DataFrame:
    """Return the routes with their printed capacity, if any, and the passages about them.

    A route without a printed capacity has one more row for each further section about it.
    """
    _ = language.gettext
    changed = changes_shown(dataset, filters)
    rows = []
    for code, status in visible.items():
        route = routes(dataset)[code]
        entry = _capacity_entry(route, dataset)
        public = capacity_of(route, dataset, language)
        first, *others = _passages(entry or route, dataset)
        notes = [_(KIND_NAMES[route.kind]), _(STATUS_NAMES[status])]
        if route.opening_inferred:
            notes.append(_("opening year inferred"))
        if code in changed:
            notes.append(before_text(changed[code], filters.compared_year, language))
        if entry is None and public:
            saying = _("capacity {amount} (public data)")
            notes.append(saying.format(amount=public.text))
        rows.append(
            {
                "id": entry.id if entry else "",
                "computed_from": "",
                "year": route.opened[:4] or route.announced[:4],
                "subject": code,
                "value": entry.value if entry else None,
                "low": entry.low if entry else None,
                "high": entry.high if entry else None,
                "qualifier": entry.qualifier if entry else "",
                "unit": entry.unit if entry else "",
                "method": PRINTED,
                "origin": first.origin,
                "paragraph": first.paragraph,
                "note": side_by_side(notes),
            }
        )
        rows += [
            {
                "id": "",
                "computed_from": "",
                "subject": code,
                "method": PRINTED,
                "origin": part.origin,
                "paragraph": part.paragraph,
            }
            for part in others
        ]
    empty = dict.fromkeys(("year", "qualifier", "unit", "note"), "")
    return pd.DataFrame(rows, columns=list(VALUE_COLUMNS)).fillna(empty)


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
    measured = [_capacity_entry(route, dataset) or route for route in described]
    about: list[Value | Route] = [
        *described,
        *(seen for seen in measured if isinstance(seen, Value)),
    ]
    named = {part.origin for seen in about for part in _passages(seen, dataset)}
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
        headline=map_headline(visible, dataset=dataset, filters=filters, language=language),
        short=short_map_headline(visible, dataset=dataset, filters=filters, language=language),
        subtitle=map_subtitle(filters, language),
        make_table=lambda: _table(visible, dataset=dataset, filters=filters, language=language),
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
