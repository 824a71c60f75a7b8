"""Places of the numbers beside laid-over marks, so that none covers a printed number.

Where a mark lies on the screen is known only to the chart. So a row carries what stands near its
mark in the units of the axis, and an expression of the chart chooses the first free place. A number
without one is left out; the tooltip and the table have it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from components.charts.size import ROOT, in_rem

TAKEN = "record_taken"
"""Field of what stands near a mark, as `taken_near` writes it."""

NOTHING = "0 9999 0"
"""A triple of `TAKEN` that is far from every number."""

SIDE = "record_side"
ALONE = "record_alone"
"""Fields of what `sides` returns."""

ROOM = "record_room"
"""Field of an amount that the axis reaches."""

LINE_SHARE = 0.14
"""Share of the amounts of a chart that a line of letters below a mark takes at most."""

MOST_NEAR = 4
"""Number of things near a mark that its number avoids, in each of three columns."""

LABEL_WIDTH = 38
"""Pixels from the middle of a number to the middle of another beside it."""

HALF_MARK, HALF_LETTERS, GAP = 6, 7, 2
"""Half the height of a mark and of a line of letters, and the distance between both, in pixels."""

PRINTED_ABOVE, PRINTED_BELOW = -17, 18
"""Middle of a printed number above or below the end of its column or its point, in pixels."""

LETTER_WIDTH, NAME_WIDTH = 6.4, 64
"""Pixels that a letter of a number takes, and those that the name of a source needs."""

SEGMENT = 0.2
"""Where a mark stands on the way from the point of its year to that of the next one."""


@dataclass(frozen=True)
class Taken:
    """A part of the height of a year that something takes.

    Attributes
    ----------
    amount : float
        Amount beside which it stands.
    middle, half : float
        Its middle below the height of the amount, and half its height, in pixels at a root size
        of 16.
    """

    amount: float
    middle: float
    half: float


@dataclass(frozen=True)
class Sides:
    """Where the number of a mark may stand.

    Attributes
    ----------
    first : int
        -1 above the mark, 1 below, 0 nowhere.
    alone : bool
        Whether it may also stand on the other side, as the only number of its year.
    """

    first: int
    alone: bool


Row = Mapping[str, Any]


def _end(row: Row) -> float | None:
    """Return the amount at which the printed number of a row stands; None without a number."""
    if "total" in row:
        return row["top"] if row["total"] else None
    if not row.get("label"):
        return None
    end: float | None = row["end"] if row.get("end") is not None else row.get("value")
    return end


def _printed(rows: Iterable[Row]) -> Iterator[Taken]:
    for row in rows:
        if row.get("printed") is not None:
            yield Taken(row["printed"], 0, HALF_MARK)
        if (end := _end(row)) is not None:
            if "chosen" in row:
                yield Taken(end, 0, HALF_MARK)
            middle = PRINTED_ABOVE if end >= 0 else PRINTED_BELOW
            yield Taken(end, middle, HALF_LETTERS)


def _lines(rows: Iterable[Row], after: Sequence[Row]) -> Iterator[Taken]:
    """Return the lines where they pass the marks of their year."""
    ends = {row["series"]: _end(row) for row in after if row.get("series")}
    for row in rows:
        following = ends.get(row.get("series"))
        if "chosen" in row and following is not None and (end := _end(row)) is not None:
            yield Taken(end + SEGMENT * (following - end), 0, GAP)


def _half(row: Row) -> float:
    """Return half the height of the number of a row."""
    lines: int = row["record_label"].count("\n") + 1
    return HALF_LETTERS * lines


def sides(rows: Iterable[Row], own: Row) -> Sides:
    """Return where the number of a mark may stand.

    The number of the only mark of a year may stand above and below it. Of several, that of the
    highest one stands above, that of the lowest one below, and others have none.

    Parameters
    ----------
    rows : iterable of mapping
        Rows of a chart by year.
    own : mapping
        One of them, with a number beside its mark.
    """
    same = [row for row in rows if row.get("record_label") and row["year"] == own["year"]]
    if len(same) == 1:
        return Sides(1 if own["record"] < 0 else -1, alone=True)
    ranked = sorted(same, key=lambda row: -row["record"])
    return Sides(-1 if ranked[0] is own else 1 if ranked[-1] is own else 0, alone=False)


def _marks(rows: Iterable[Row], own: Row) -> Iterator[Taken]:
    """Return the other marks of a year."""
    for row in rows:
        if row is not own and row.get("record") is not None:
            yield Taken(row["record"], 0, HALF_MARK)


def _triples(found: Iterable[Taken], own: Row) -> Iterator[str]:
    nearest = sorted(found, key=lambda one: abs(one.amount - own["record"]))[:MOST_NEAR]
    half = _half(own)
    for one in nearest:
        yield f"{one.amount - own['record']:.6g} {-one.middle:g} {one.half + half:g}"
    yield from [NOTHING] * (MOST_NEAR - len(nearest))


def taken_near(rows: Sequence[Row], own: Row) -> str:
    """Return what stands near the mark of a row, as triples of numbers with spaces between.

    A triple is the amount above that of the mark, the middle above the height of that amount, and
    the least distance between the middles of the thing and of the number, both in pixels at a root
    size of 16. The first `MOST_NEAR` triples are for the column of the marks, the next ones for
    what is printed in that year, and the last ones for what is printed in the next year.

    Parameters
    ----------
    rows : sequence of mapping
        All rows of a chart by year, printed and laid over.
    own : mapping
        One of them, with a number beside its mark.
    """
    here = [row for row in rows if row.get("year") == own["year"]]
    after = [row for row in rows if row.get("year") == own["year"] + 1]
    columns = ((*_lines(here, after), *_marks(here, own)), tuple(_printed(here)), _printed(after))
    return " ".join(triple for column in columns for triple in _triples(column, own))


def _room(row: Row, span: float) -> float:
    """Return an amount that the axis has to reach, so that a number fits below a negative one."""
    amount = row.get("record") or 0.0
    lines = row["record_label"].count("\n") + 1 if row.get("record_label") else 0
    return amount - lines * LINE_SHARE * span if amount < 0 else 0.0


def with_places(rows: Sequence[Row]) -> list[Row]:
    """Return rows of a chart by year with the fields `TAKEN`, `SIDE`, `ALONE` and `ROOM`."""
    ends = (amount for row in rows for amount in (_end(row), row.get("record")))
    amounts = [0.0, *(amount for amount in ends if amount is not None)]
    span = max(amounts) - min(amounts)
    return [{**row, **_placed(rows, row), ROOM: _room(row, span)} for row in rows]


def _placed(rows: Sequence[Row], row: Row) -> Row:
    if not row.get("record_label"):
        return {TAKEN: "", SIDE: 0, ALONE: False}
    found = sides(rows, row)
    return {TAKEN: taken_near(rows, row), SIDE: found.first, ALONE: found.alone}


YEAR = "width / length(domain('x'))"
"""The expression of the width of a year."""

SHOWN = (
    f"({YEAR} < {in_rem(NAME_WIDTH)} ? split(datum.record_label, '\\n')[0] : datum.record_label)"
)
"""The expression of a number with the name of its source, which is left out in narrow years."""

_AMOUNT = f"(scale('y', 1) - scale('y', 0)) * {ROOT} / rem"
_HALF = f"{HALF_LETTERS} * length(split(datum.record_label, '\\n'))"


def _apart(place: str, column: int) -> str:
    """Return the expression that is true where a number covers nothing of a column of `TAKEN`."""
    first = 3 * MOST_NEAR * column
    return " && ".join(
        f"abs({_AMOUNT} * datum.beside[{number}] - datum.beside[{number + 1}] - ({place}))"
        f" >= datum.beside[{number + 2}]"
        for number in range(first, first + 3 * MOST_NEAR, 3)
    )


def _free(place: str, right: str) -> str:
    """Return the expression that is true where a number in some place covers nothing."""
    marks, here, after = (_apart(place, column) for column in range(3))
    return (
        f"(scale('y', datum.record) + {in_rem(1)} * ({place} + {_HALF}) < height && {marks}"
        f" && ({right} > {in_rem(LABEL_WIDTH)} || {here})"
        f" && ({YEAR} - {right} > {in_rem(LABEL_WIDTH)} || {after}))"
    )


def label_place(right: str) -> str:
    """Return the expression of the middle of a number below its mark, in pixels at a root size.

    The places are beside the mark and farther away. It is null if none is free, or if the number is
    wider than a year. The field `beside` holds the numbers of `TAKEN` as a list.

    Parameters
    ----------
    right : str
        Expression of the distance of the mark from the middle of its year.
    """
    near = f"({HALF_MARK + GAP} + {_HALF})"
    far = f"({HALF_MARK + 2 * (GAP + HALF_LETTERS)} + {_HALF})"
    chosen = "null"
    for place, condition in (
        (f"-{far}", f"datum.{ALONE} && "),
        (f"-{near}", f"datum.{ALONE} && "),
        (far, ""),
        (near, ""),
    ):
        directed = f"datum.{SIDE} * {place}"
        chosen = f"{condition}{_free(directed, right)} ? {directed} : {chosen}"
    letters = f"{in_rem(LETTER_WIDTH)} * length(split(datum.record_label, '\\n')[0])"
    return f"({YEAR} < {letters} || !datum.{SIDE} ? null : {chosen})"
