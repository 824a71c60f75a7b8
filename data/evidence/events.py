"""Dated events of the source, by years, route or country."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from data.evidence.sectors import SEPARATOR
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset

YEAR_DIGITS = 4
LAST_OF_DECADE = 9


PROTAGONISTS = frozenset({"KZ", "TR"})
"""The two countries that the dissertation is about."""

WEIGHTY = frozenset(
    {
        "accession",
        "agreement",
        "conflict",
        "construction",
        "decision",
        "declaration",
        "development",
        "founding",
        "opening",
        "summit",
        "treaty",
        "visit",
    }
)
"""Kinds of events in which states act, unlike publications, careers and conferences."""


def _codes(cell: str) -> frozenset[str]:
    return frozenset(code for code in cell.split(SEPARATOR) if code)


@dataclass(frozen=True, kw_only=True)
class Event:
    """A dated event.

    Attributes
    ----------
    code : str
        Identifier in the table of events, which has its names.
    date : str
        As printed: a year, month or day in ISO format, a span of two joined by a slash, or a
        decade such as `1990s`.
    places : frozenset of str
        English names of its places; empty if none is printed.
    parties, sectors, routes : frozenset of str
        Codes of its parties, its sectors and its routes.
    origin, paragraph : str
        Origin code and paragraphs in the source.
    qualifier : str
        Certainty of the event or its date in the source, such as `exact` or `inferred`.
    speaker : str
        A code of `speakers`: the quoted person who reports it; empty for the author.
    kind : str
        What it is, such as `summit` or `publication`.
    """

    code: str
    date: str
    places: frozenset[str]
    parties: frozenset[str]
    sectors: frozenset[str]
    routes: frozenset[str]
    origin: str
    paragraph: str
    qualifier: str = "exact"
    speaker: str = ""
    kind: str = "other"

    @cached_property
    def years(self) -> tuple[int, int]:
        """First and last year of the date; different for spans and decades."""
        first, _stroke, last = self.date.partition("/")
        start = int(first[:YEAR_DIGITS])
        if first.endswith("s"):
            return start, start + LAST_OF_DECADE
        return start, int((last or first)[:YEAR_DIGITS])


@kept_with_dataset
def events(dataset: Dataset) -> tuple[Event, ...]:
    """Return all events, earliest first; empty if the table did not load."""
    if "events" not in dataset.tables:
        return ()
    rows = dataset.tables["events"].sort_values("date", kind="stable")
    return tuple(
        Event(
            code=row["event"],
            date=str(row["date"]),
            places=_codes(row["place"]),
            parties=_codes(row["parties"]),
            sectors=_codes(row["sectors"]),
            routes=_codes(row["routes"]),
            origin=row["origin"],
            paragraph=str(row["paragraph"]),
            qualifier=row["qualifier"],
            speaker=row["speaker"],
            kind=row["kind"],
        )
        for row in rows.to_dict("records")
    )


def _those(dataset: Dataset, belongs: Callable[[Event], bool]) -> tuple[Event, ...]:
    return tuple(event for event in events(dataset) if belongs(event))


@kept_with_dataset
def events_by_code(dataset: Dataset) -> Mapping[str, Event]:
    """Return all events by code; empty if the table did not load."""
    return {event.code: event for event in events(dataset)}


def events_between(dataset: Dataset, years: tuple[int, int]) -> tuple[Event, ...]:
    """Return the events from the first to the last of `years`, both included, earliest first.

    A span or a decade is included if it overlaps with `years`.
    """
    first, last = years
    return _those(dataset, lambda event: max(first, event.years[0]) <= min(last, event.years[1]))


def _is_period(event: Event) -> bool:
    """Return whether an event is a decade or longer, such as the period of the dissertation."""
    first, last = event.years
    return last - first >= LAST_OF_DECADE


def _rank(event: Event) -> tuple[bool, bool, bool, int]:
    """Return a sort key: events of both countries first, then acts of states, then few parties."""
    return (
        _is_period(event),
        not event.parties >= PROTAGONISTS,
        event.kind not in WEIGHTY,
        len(event.parties),
    )


def leading_events(
    found: tuple[Event, ...], count: int
) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """Divide events into those of most weight and the rest, each earliest first.

    Parameters
    ----------
    found : tuple of Event
        Events, earliest first.
    count : int
        Greatest number of the first ones.

    Returns
    -------
    tuple of tuples of Event
        Events of both countries come before others, acts of states before publications and
        conferences, and events of few parties before those of many. Decades and longer periods
        always belong to the rest.
    """
    ranked = [event for event in sorted(found, key=_rank) if not _is_period(event)]
    first = frozenset(event.code for event in ranked[:count])
    leading = tuple(event for event in found if event.code in first)
    rest = [event for event in found if event.code not in first]
    return leading, tuple(sorted(rest, key=_is_period))


def events_of(dataset: Dataset, code: str) -> tuple[Event, ...]:
    """Return the events of a route, facility, place or country, earliest first.

    An event belongs to the routes that its row names, to its parties, and to its places.
    """
    place = dataset.texts("places", "name_en").get(code, "")
    return _those(
        dataset,
        lambda event: (
            code in event.routes or code in event.parties or bool(place and place in event.places)
        ),
    )
