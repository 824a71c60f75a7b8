"""Rows of a table that are used, and those that are left out, counted by reason."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.own_file.faults import Place, Reason, quoted
from data.own_file.model import MONTHS_OF_YEAR, LeftOut, OwnValue
from data.own_file.numerals import (
    LARGEST_USD,
    Decimal,
    TwoReadingsError,
    is_nothing,
    parse_number,
)

FIRST_YEAR, LAST_YEAR = 1950, 2099

_YEAR = re.compile(r"((?:19|20)\d\d)(?:\.0)?(?:-\d\d-\d\d.*)?")


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A number of the file with what it is.

    Attributes
    ----------
    place : Place
        Where it stands, and its text.
    reporter, flow : str
        Who states it, and of which flow.
    year, month : str
        Texts of the year and the month; an empty month for an annual value.
    usd : float
        How many US dollars its unit is.
    """

    place: Place
    reporter: str
    flow: str
    year: str
    month: str
    usd: float


@dataclass
class Sieve:
    """The rows that are still used, and a count of the others.

    Attributes
    ----------
    frame : DataFrame
        The rows, as in `Table.frame`.
    """

    frame: pd.DataFrame
    _counts: dict[Reason, int] = field(default_factory=dict)
    _first: dict[Reason, Place] = field(default_factory=dict)

    def keep(
        self,
        kept: "pd.Series[bool] | npt.NDArray[np.bool_] | list[bool]",
        reason: Reason,
        column: str = "",
    ) -> None:
        """Leave out the rows of which `kept` is false."""
        mask = np.asarray(kept, dtype=bool)
        dropped = len(mask) - int(mask.sum())
        if not dropped:
            return
        place = int((~mask).argmax())
        text = self.frame[column].iloc[place] if column in self.frame else ""
        row = int(self.frame.index[place])
        self.note(reason, Place(row=row, column=quoted(column), text=quoted(text)), dropped)
        self.frame = self.frame[mask]

    def drop_empty(self) -> None:
        """Leave out the rows without any text."""
        starts = self.frame.iloc[:, 0].isin([""])
        if starts.any():
            empty = (self.frame[starts].map(str.strip) == "").all(axis=1)
            self.keep(~self.frame.index.isin(empty[empty].index), Reason.EMPTY_ROW)

    def keep_in(self, column: str | None, allowed: Iterable[str], reason: Reason) -> None:
        """Leave out the rows whose cell of a column, if there is one, is not allowed."""
        if column is not None:
            self.keep(self.frame[column].isin(list(allowed)), reason, column)

    def keep_where(self, column: str, test: Callable[[str], object], reason: Reason) -> None:
        """Leave out the rows whose cell of a column does not pass a test."""
        allowed = {text for text in self.frame[column].unique() if test(text)}
        self.keep_in(column, allowed, reason)

    def note(self, reason: Reason, place: Place, count: int = 1) -> None:
        """Count rows or values that are left out."""
        self._counts[reason] = self._counts.get(reason, 0) + count
        if place.row < self._first.setdefault(reason, place).row:
            self._first[reason] = place

    def left_out(self) -> tuple[LeftOut, ...]:
        """Return what is left out, by reason in the order of `Reason`."""
        return tuple(
            LeftOut(reason=reason, count=self._counts[reason], first=self._first[reason])
            for reason in Reason
            if reason in self._counts
        )


@dataclass(frozen=True)
class _Read:
    cell: Cell
    year: int
    month: int
    usd: float


def _year(text: str) -> int | None:
    found = _YEAR.fullmatch(text.strip())
    return int(found[1]) if found and FIRST_YEAR <= int(found[1]) <= LAST_YEAR else None


def _value(cell: Cell, decimal: Decimal) -> float | Reason:
    text = cell.place.text
    if is_nothing(text):
        return Reason.NO_VALUE
    try:
        number = parse_number(text, decimal) * cell.usd
    except TwoReadingsError:
        return Reason.TWO_READINGS
    except ValueError:
        return Reason.UNREADABLE
    if number < 0:
        return Reason.NEGATIVE
    return Reason.ABSURD if number > LARGEST_USD else number


def _month(text: str, months: Callable[[str], int]) -> int | None:
    number = months(text) if text.strip() else 0
    return number if 0 <= number <= MONTHS_OF_YEAR else None


def _read(
    cells: Iterable[Cell], decimal: Decimal, months: Callable[[str], int], sieve: Sieve
) -> list[_Read]:
    found = []
    for cell in cells:
        shown = Place(
            row=cell.place.row, column=quoted(cell.place.column), text=quoted(cell.place.text)
        )
        year, month = _year(cell.year), _month(cell.month, months)
        if year is None:
            sieve.note(Reason.YEAR, Place(row=shown.row, text=quoted(cell.year)))
        elif month is None:
            sieve.note(Reason.MONTH, Place(row=shown.row, text=quoted(cell.month)))
        elif isinstance(usd := _value(cell, decimal), Reason):
            sieve.note(usd, shown)
        else:
            found.append(_Read(cell, year, month, usd))
    return found


def _unique(read: Sequence[_Read], sieve: Sieve) -> list[_Read]:
    """Leave out repeated values, and all values of a period that has different ones."""
    periods: dict[tuple[str, str, int, int], list[_Read]] = {}
    for one in read:
        key = (one.cell.reporter, one.cell.flow, one.year, one.month)
        periods.setdefault(key, []).append(one)
    kept = []
    for found in periods.values():
        first, *others = found
        place = others[0].cell.place if others else first.cell.place
        if all(one.usd == first.usd for one in others):
            kept.append(first)
            if others:
                sieve.note(Reason.REPEATED, place, len(others))
        else:
            sieve.note(Reason.CONFLICTING, place, len(found))
    return kept


def yearly_values(
    cells: Iterable[Cell], *, decimal: Decimal, months: Callable[[str], int], sieve: Sieve
) -> tuple[tuple[OwnValue, ...], int]:
    """Return the values by year, and the number of rows they come from.

    Months are added up; an annual value of the same year takes the place of its months.

    Parameters
    ----------
    cells : iterable of Cell
        The numbers of the file.
    decimal : Decimal
        Its decimal sign.
    months : function
        Returns the number of a month from its text; -1 for none.
    sieve : Sieve
        Counts what is left out.
    """
    kept = _unique(_read(cells, decimal, months, sieve), sieve)
    years: dict[tuple[str, str, int], list[_Read]] = {}
    for one in kept:
        years.setdefault((one.cell.reporter, one.cell.flow, one.year), []).append(one)
    values, rows = [], set()
    for (reporter, flow, year), found in sorted(years.items(), key=lambda item: item[0]):
        annual = [one for one in found if not one.month]
        parts = annual or found
        if annual and len(found) > 1:
            monthly = [one for one in found if one.month]
            sieve.note(Reason.MONTH_OF_YEAR, monthly[0].cell.place, len(monthly))
        rows |= {one.cell.place.row for one in parts}
        values.append(
            OwnValue(
                reporter=reporter,
                flow=flow,
                year=year,
                usd=sum(one.usd for one in parts),
                months=0 if annual else len(parts),
                row=min(one.cell.place.row for one in parts),
            )
        )
    return tuple(values), len(rows)
