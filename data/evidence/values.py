"""`Value`: a cell, fact, stake, answer or computed number, with its identifier and its source."""

from dataclasses import dataclass, replace

from data.evidence.units import converted
from data.language.languages import LANGUAGE_CODES, Language
from data.load.identifiers import YEARLY_TABLES

PRINTED = "printed"
COMPUTED = "computed"

INTENTIONS = frozenset({"planned", "target", "forecast"})
"""Qualifiers of values that are intended or expected, not measured."""

MEASURED = frozenset({"exact", "about", "inferred"})
"""Qualifiers of measured values, with which computations are allowed."""

SERIES_TABLES = YEARLY_TABLES
"""Tables with one value for each year, indicator and origin."""

Texts = tuple[str, ...]
"""A text in each language, in the order of `LANGUAGE_CODES`."""

QuantityKey = tuple[str, str, str, str]
"""Indicator, entity, counterpart and period; equal for values of the same quantity."""


@dataclass(frozen=True, kw_only=True)
class Quantity:
    """A number, or the two ends of a range, in a unit.

    Attributes
    ----------
    value : float or None
        The number; None for a range.
    low, high : float or None
        The ends of a range; None for a number.
    unit : str
        A code of `units`.
    qualifier : str
        Certainty of the value in the source, such as `exact`, `about` or `planned`.
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
class Value:
    """One printed or computed value, with its quantity, unit, qualifier and source.

    Attributes
    ----------
    id : str
        The fact's identifier, or `table7:2022:turnover`, `survey:5:no_answer`,
        `project:holder:paragraph` for a stake. That of a computed value ends in `computed`, or in
        the paragraph whose values it is computed from.
    table : str
        Table of the value, or of the inputs of a computed one.
    subject : str
        A code of `subjects`.
    indicator : str
        Measured indicator, named as in its table or by the computation.
    quantity : tuple of str
        Indicator, entity, counterpart and period in the codes of the table of facts; equal for
        values of the same quantity.
    names, notes : tuple of str
        Texts in the order of `LANGUAGE_CODES`; a computed value has no notes.
    value, low, high : float or None
        The number, or the ends of a range, in `unit`.
    qualifier : str
        Certainty of the value in the source, such as `exact`, `about` or `planned`.
    unit : str
        A code of `units`.
    origin : str
        A code of `origins`.
    paragraph : str
        Paragraphs that print it or its inputs, joined by semicolons; empty for an origin outside
        the dissertation.
    reference : str
        The bracketed reference as printed.
    speaker : str
        A code of `speakers`: the quoted person who claims it; empty for the author.
    sectors : str
        Sector codes, joined by semicolons.
    inputs : tuple of str
        Identifiers of the values that it is computed from; empty for a printed value.
    source : Quantity or None
        The printed quantity, if the value was converted to another unit.
    """

    id: str
    table: str
    subject: str
    indicator: str
    quantity: QuantityKey
    names: Texts
    notes: Texts = ()
    value: float | None
    low: float | None = None
    high: float | None = None
    qualifier: str
    unit: str
    origin: str
    paragraph: str
    reference: str = ""
    speaker: str = ""
    sectors: str = ""
    inputs: tuple[str, ...] = ()
    source: Quantity | None = None

    def __hash__(self) -> int:
        # Values are cache keys; hashing all their texts would be slow.
        return hash((self.id, self.unit, self.value, self.low))

    @property
    def period(self) -> str:
        """Year, month, day or span of the value."""
        return self.quantity[3]

    @property
    def year(self) -> int:
        """Calendar year of a value of a yearly series; ValueError for other periods."""
        return int(self.period)

    @property
    def measure(self) -> tuple[str, str, str]:
        """Indicator, entity and counterpart, without the period."""
        return self.quantity[:3]

    @property
    def method(self) -> str:
        """`COMPUTED` or `PRINTED`."""
        return COMPUTED if self.inputs else PRINTED

    @property
    def printed_ids(self) -> tuple[str, ...]:
        """Identifier of a printed value, or identifiers of the inputs of a computed one."""
        return self.inputs or (self.id,)

    @property
    def twin(self) -> str:
        """Identifier of the printed counterpart of a computed value; empty for a printed value."""
        return self.id.rpartition(":")[0] if self.inputs else ""

    def name(self, language: Language) -> str:
        """Return the name of the measured quantity in one language."""
        return self.names[LANGUAGE_CODES.index(language.code)]

    def note(self, language: Language) -> str:
        """Return the note in one language; empty if there is none."""
        return self.notes[LANGUAGE_CODES.index(language.code)] if self.notes else ""

    @property
    def is_range(self) -> bool:
        """True if the value is a range."""
        return self.value is None

    @property
    def ends(self) -> tuple[float, float]:
        """Lowest and highest printed number; equal for a single number."""
        if self.value is not None:
            return self.value, self.value
        return self.low or 0.0, self.high or 0.0

    @property
    def bounds(self) -> tuple[float, float]:
        """Interval of the quantity according to value, range and qualifier."""
        low, high = self.ends
        if self.qualifier == "over":
            return low, float("inf")
        if self.qualifier in {"under", "up_to"}:
            return float("-inf"), high
        return low, high

    @property
    def measured(self) -> float | None:
        """The number to compute with; None for a range, a bound, a plan or a target."""
        return self.value if self.qualifier in MEASURED else None

    @property
    def size(self) -> Quantity:
        """Value or range in its unit, without source."""
        return Quantity(
            value=self.value,
            low=self.low,
            high=self.high,
            unit=self.unit,
            qualifier=self.qualifier,
        )

    @property
    def as_printed(self) -> Quantity:
        """Value or range in the printed unit."""
        return self.source or self.size

    def in_unit(self, unit: str) -> "Value":
        """Return the same value in another unit of the same base; ValueError otherwise."""
        if self.unit == unit:
            return self
        size = self.size.in_unit(unit)
        return replace(
            self,
            value=size.value,
            low=size.low,
            high=size.high,
            unit=unit,
            source=self.as_printed,
        )


Series = tuple[Value, ...]
"""Values of one indicator from one origin, in one unit and in the order of the years."""
