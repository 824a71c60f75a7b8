"""Status of a route as of a year, and what dates that status."""

from dataclasses import dataclass

from data.evidence.routes import (
    CANCELLED,
    INFERRED,
    NOT_YET,
    OPERATING,
    PLANNED,
    PRINTED,
    PROPOSED,
    PUBLIC,
    UNKNOWN,
    Route,
)

PRINTED_SINCE_INFERRED = "printed_since_inferred"
PRINTED_SINCE_PUBLIC = "printed_since_public"
PRINTED_WITHOUT_YEAR = "printed_without_year"
YEAR_NOT_GIVEN = "year_not_given"

BASES = (
    PRINTED,
    PUBLIC,
    PRINTED_SINCE_INFERRED,
    PRINTED_SINCE_PUBLIC,
    PRINTED_WITHOUT_YEAR,
    YEAR_NOT_GIVEN,
)
"""What a status as of a year rests on.

The dissertation with a year of its own; the public record; the dissertation with an inferred year;
the dissertation with a year of the public record; the dissertation in its present tense; nothing,
because no year is given.
"""

PRESENT_TENSE_FROM = 2023
"""Year from which a status without a year holds: the last of the dissertation's yearly tables."""

_OPENED_SINCE = {
    PRINTED: PRINTED,
    INFERRED: PRINTED_SINCE_INFERRED,
    PUBLIC: PRINTED_SINCE_PUBLIC,
}
"""Basis of a status from the opening year on, by the record that has the year."""

_BEFORE_OPENING = {PRINTED: PRINTED, INFERRED: PRINTED_SINCE_INFERRED, PUBLIC: PUBLIC}
"""Basis of a status before the opening year, by the record that has the year."""

STATED_WHEN_ANNOUNCED = frozenset({PLANNED, PROPOSED})
"""Statuses that hold from the announcement of a route on."""


@dataclass(frozen=True)
class Standing:
    """Status of a route as of a year.

    Attributes
    ----------
    status : str or None
        The status; `UNKNOWN` where nothing states it for the year; None before the opening or
        announcement.
    basis : str
        One of `BASES`.
    """

    status: str | None
    basis: str


def _year(date: str) -> int | None:
    return int(date[:4]) if date else None


def _opening(route: Route) -> tuple[int, str] | None:
    """Return the opening that dates a status: the public one only where the status is operating."""
    opening = route.opening
    return opening if opening and (opening[1] != PUBLIC or route.status == OPERATING) else None


def _first_carried(route: Route) -> tuple[int, str] | None:
    """Return the earliest year with an amount carried, and the record that has it."""
    public = (
        (int(figure.period[:4]), PUBLIC)
        for figure in route.recorded("carried")
        if figure.qualifier not in NOT_YET and figure.period[:4].isdigit()
    )
    printed = ((route.first_carried, PRINTED),) if route.first_carried else ()
    return min((*printed, *public), default=None, key=lambda found: (found[0], found[1] == PUBLIC))


def _cancelled(route: Route) -> int | None:
    return next((int(figure.value) for figure in route.recorded("cancelled") if figure.value), None)


def _since(route: Route, announced: int | None) -> tuple[int, str] | None:
    """Return the year from which the status of a route without an opening year is stated."""
    if route.status in STATED_WHEN_ANNOUNCED and announced is not None:
        return announced, PRINTED
    if route.status == OPERATING:
        return _first_carried(route)
    cancelled = _cancelled(route) if route.status == CANCELLED else None
    return (cancelled, PUBLIC) if cancelled is not None else None


def _undated(route: Route, year: int, announced: int | None) -> Standing:
    """Return the status of an announced route without an opening year."""
    since = _since(route, announced)
    if since and year >= since[0]:
        return Standing(route.status, PRINTED if since[1] == PRINTED else PRINTED_SINCE_PUBLIC)
    if since and route.status == CANCELLED and announced is not None:
        return Standing(PLANNED, PUBLIC)
    if year >= PRESENT_TENSE_FROM:
        return Standing(route.status, PRINTED_WITHOUT_YEAR)
    return Standing(UNKNOWN, YEAR_NOT_GIVEN)


def standing_of(route: Route, year: int) -> Standing:
    """Return the status of a route as of a year and what it rests on.

    A route is `planned` between the year it was announced and that of its opening or cancellation,
    and has no status before. Without an opening year, it is in operation from the earliest year for
    which an amount carried is given, and otherwise from `PRESENT_TENSE_FROM`; for years before
    that, no status is stated.
    """
    announced, opening = _year(route.announced), _opening(route)
    if opening and year >= opening[0]:
        return Standing(route.status, _OPENED_SINCE[opening[1]])
    if announced is not None and year < announced:
        return Standing(None, PRINTED)
    if opening:
        return Standing(None if announced is None else PLANNED, _BEFORE_OPENING[opening[1]])
    if route.status == UNKNOWN:
        return Standing(UNKNOWN, PRINTED)
    return _undated(route, year, announced)


def standing(route: Route, year: int) -> str | None:
    """Return the status of a route as of a year; None before its opening or announcement."""
    return standing_of(route, year).status


def opening_not_given(route: Route, year: int) -> bool:
    """Return whether a route operates at a later time, and nothing states it for the year."""
    return route.status == OPERATING and standing_of(route, year).basis == YEAR_NOT_GIVEN
