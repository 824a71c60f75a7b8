"""Mirror view: what both reporters of a flow state, and the difference."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.own_file.model import (
    EXPORT,
    IMPORT,
    KAZAKHSTAN,
    TURKIYE,
    OwnFile,
    OwnValue,
)

DIRECTIONS = (KAZAKHSTAN, TURKIYE)
"""Countries that goods come from."""

TURNOVER = "turnover"


@dataclass(frozen=True, kw_only=True)
class Mirror:
    """What both countries state of the goods that one sells to the other in a year.

    Attributes
    ----------
    seller : str
        The country that exports.
    year : int
        The year.
    export, imported : OwnValue or None
        The exports as the seller states them, and the imports as the buyer does.
    """

    seller: str
    year: int
    export: OwnValue | None
    imported: OwnValue | None

    @property
    def comparable(self) -> bool:
        """Whether both values exist and cover the same months."""
        return (
            self.export is not None
            and self.imported is not None
            and (self.export.months == self.imported.months or self._whole)
        )

    @property
    def _whole(self) -> bool:
        both = (self.export, self.imported)
        return all(value is not None and value.complete for value in both)

    @property
    def difference(self) -> float | None:
        """Imports minus exports in US dollars; None if they are not comparable."""
        if not self.comparable or self.export is None or self.imported is None:
            return None
        return self.imported.usd - self.export.usd

    @property
    def per_cent(self) -> float | None:
        """The difference in per cent of the exports; None without one, or without exports."""
        difference = self.difference
        if difference is None or self.export is None or not self.export.usd:
            return None
        return difference / self.export.usd * 100


def mirrors(file: OwnFile) -> tuple[Mirror, ...]:
    """Return what both countries state, by seller and year."""
    found = []
    for seller in DIRECTIONS:
        buyer = TURKIYE if seller == KAZAKHSTAN else KAZAKHSTAN
        exports, imports = file.found(seller, EXPORT), file.found(buyer, IMPORT)
        found += [
            Mirror(seller=seller, year=year, export=exports.get(year), imported=imports.get(year))
            for year in sorted({*exports, *imports})
        ]
    return tuple(found)


def measure_values(file: OwnFile, measure: str, reporter: str) -> Mapping[int, OwnValue]:
    """Return what a reporter states of a measure of Kazakhstan, by year.

    Parameters
    ----------
    file : OwnFile
        The file.
    measure : str
        `exports` or `imports` of Kazakhstan, or `TURNOVER`, their sum where both are stated for
        the same months.
    reporter : str
        `KAZAKHSTAN` or `TURKIYE`.
    """
    own = reporter == KAZAKHSTAN
    sold = file.found(reporter, EXPORT if own else IMPORT)
    bought = file.found(reporter, IMPORT if own else EXPORT)
    if measure != TURNOVER:
        return sold if measure == "exports" else bought
    return {
        year: OwnValue(
            reporter=reporter,
            flow="",
            year=year,
            usd=one.usd + bought[year].usd,
            months=one.months,
            row=one.row,
        )
        for year, one in sold.items()
        if year in bought
        and (one.months == bought[year].months or (one.complete and bought[year].complete))
    }
