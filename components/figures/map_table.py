"""The table behind the map: status, opening year, capacity and paragraphs of each route."""

from collections.abc import Mapping

import pandas as pd

from components.figures.figure import VALUE_COLUMNS
from components.map.scene import (
    before_text,
    capacity_of,
    changes_shown,
)
from components.map.style import KIND_NAMES, STATUS_NAMES
from components.text.lists import side_by_side
from data.choice.parameters import Filters
from data.evidence.origins import Passage, passages
from data.evidence.route_evidence import entries_about
from data.evidence.routes import PRINTED, Route, routes
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset


def capacity_entry(route: Route, dataset: Dataset) -> Value | None:
    """Return the printed capacity of a route, or None."""
    return next(
        (entry for entry in entries_about(dataset, route.code) if entry.quantity[0] == "capacity"),
        None,
    )


def cited_passages(placed: Value | Route, dataset: Dataset) -> tuple[Passage, ...]:
    """Return the passages of the dissertation that a value or route comes from."""
    return passages(placed.origin, placed.paragraph, dataset)


def map_table(
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
        entry = capacity_entry(route, dataset)
        public = capacity_of(route, dataset, language)
        first, *others = cited_passages(entry or route, dataset)
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
