"""Values, stakes and contradictions about a route, facility or place."""

from collections.abc import Mapping

from data.evidence.audit import Conflict, contradictions
from data.evidence.catalogue import catalogue
from data.evidence.events import events_of
from data.evidence.routes import ALIASES, SEPARATOR
from data.evidence.values import Value
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset


@kept_with_dataset
def _places_about(dataset: Dataset) -> Mapping[str, frozenset[int]]:
    """Return the catalogue positions of the values about each entity, without stakes."""
    found: dict[str, set[int]] = {}
    for place, entry in enumerate(catalogue(dataset)):
        quantity, entity, counterpart, _ = entry.quantity
        if entry.table == "facts" and quantity != "ownership_share":
            for code in (*entity.split(SEPARATOR), *counterpart.split(SEPARATOR)):
                found.setdefault(code, set()).add(place)
    return {code: frozenset(places) for code, places in found.items()}


def entries_about(dataset: Dataset, code: str) -> tuple[Value, ...]:
    """Return the catalogue values about a route, facility or place, without stakes."""
    about = _places_about(dataset)
    codes = (code, *ALIASES.get(code, ()))
    places = frozenset[int]().union(*(about.get(own, frozenset()) for own in codes))
    entries = catalogue(dataset)
    return tuple(entries[place] for place in sorted(places))


def stakes_in(dataset: Dataset, code: str) -> tuple[Value, ...]:
    """Return the ownership stakes in a project, in printed order."""
    codes = {code, *ALIASES.get(code, ())}
    return tuple(
        entry
        for entry in catalogue(dataset)
        if entry.table == "ownership" and entry.quantity[1] in codes
    )


def contradictions_about(dataset: Dataset, code: str) -> tuple[Conflict, ...]:
    """Return the contradictions about the values, stakes or events of a map selection."""
    rows = {entry.id for entry in (*entries_about(dataset, code), *stakes_in(dataset, code))}
    rows |= {event.code for event in events_of(dataset, code)} | {code}
    return tuple(found for found in contradictions(dataset) if not rows.isdisjoint(found.rows))
