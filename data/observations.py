"""What a year prints of an indicator: a value, or a range, in a unit and with a qualifier."""

from dataclasses import dataclass, replace

from data.languages import LANGUAGE_CODES, Language
from data.units import converted

PRINTED = "printed"
COMPUTED = "computed"

INTENTIONS = frozenset({"planned", "target"})
"""Qualifiers of values that are intended, not measured."""

MEASURED = frozenset({"exact", "about", "inferred"})
"""Qualifiers of values that can be computed with; of the others one end is not known."""


@dataclass(frozen=True, kw_only=True)
class Quantity:
    """A value, or the two ends of a range, in a unit.

    Attributes
    ----------
    value : float or None
        The value; None for a range.
    low, high : float or None
        The ends of a range; None for a value.
    unit : str
        A code of `units`.
    qualifier : str
        How firmly the source states it.
    """

    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str
    qualifier: str = "exact"

    def in_unit(self, unit: str) -> "Quantity":
        """Return the same quantity in another unit of the same base; ValueError otherwise."""
        ends = (
            None if end is None else converted(end, self.unit, unit)
            for end in (self.value, self.low, self.high)
        )
        value, low, high = ends
        return replace(self, value=value, low=low, high=high, unit=unit)


@dataclass(frozen=True, kw_only=True)
class Observation:
    """What one year prints of one indicator: a value or a range.

    Attributes
    ----------
    year : int
        Calendar year.
    indicator : str
        What is measured, a code of `indicators`.
    value : float or None
        The value, in `unit`; None for a range.
    low, high : float or None
        The ends of a range, in `unit`; None for a value.
    unit : str
        A code of `units`.
    qualifier : str
        How firmly the source states it.
    origin : str
        Where it stands, a code of `origins`.
    paragraph : str
        Paragraphs that print it or what it is computed from, joined by a semicolon; empty for an
        origin outside the dissertation.
    method : str
        `PRINTED` or `COMPUTED`.
    sectors : str
        Sector codes it speaks of, joined by a semicolon.
    notes : tuple of str
        What a reader must know, in the order of `LANGUAGE_CODES`; empty where there is nothing.
    source : Quantity or None
        What is printed, where it was converted to the unit of the series.
    """

    year: int
    indicator: str
    value: float | None
    low: float | None = None
    high: float | None = None
    unit: str
    qualifier: str
    origin: str
    paragraph: str
    method: str = PRINTED
    sectors: str = ""
    notes: tuple[str, ...] = ()
    source: Quantity | None = None

    def note(self, language: Language) -> str:
        """Return the note in one language."""
        return self.notes[LANGUAGE_CODES.index(language.code)] if self.notes else ""

    @property
    def is_range(self) -> bool:
        """Whether a range is printed."""
        return self.value is None

    @property
    def ends(self) -> tuple[float, float]:
        """Lowest and highest printed number; equal for a value."""
        if self.value is not None:
            return self.value, self.value
        return self.low or 0.0, self.high or 0.0

    @property
    def bounds(self) -> tuple[float, float]:
        """Interval in which the quantity lies according to value, range and qualifier."""
        low, high = self.ends
        if self.qualifier == "over":
            return low, float("inf")
        if self.qualifier in {"under", "up_to"}:
            return float("-inf"), high
        return low, high

    @property
    def measured(self) -> float | None:
        """The value where it can be computed with; None for a range, a bound, a plan, a target."""
        return self.value if self.qualifier in MEASURED else None

    @property
    def quantity(self) -> Quantity:
        """What is printed, in the unit of print."""
        own = Quantity(value=self.value, low=self.low, high=self.high, unit=self.unit)
        return self.source or own


Series = tuple[Observation, ...]
"""Observations of one indicator from one origin, in one unit and in the order of the years."""
