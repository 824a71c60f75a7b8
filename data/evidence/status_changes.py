"""Routes and facilities whose status differs between two years."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from data.evidence.routes import OPERATING, UNKNOWN, mapped
from data.evidence.standing import standing
from data.load.dataset import Dataset


@dataclass(frozen=True)
class StatusChange:
    """Status of a route or facility in an earlier and a later year.

    Attributes
    ----------
    before : str or None
        Status in the earlier year; None before its announcement or opening.
    after : str
        Status in the later year.
    """

    before: str | None
    after: str

    @property
    def opened(self) -> bool:
        """Whether it went into operation between the years."""
        return self.after == OPERATING

    @property
    def added(self) -> bool:
        """Whether it was announced between the years and does not operate in the later one."""
        return self.before is None and not self.opened


@lru_cache(maxsize=64)
def status_changes(dataset: Dataset, first: int, last: int) -> Mapping[str, StatusChange]:
    """Return the changes of status between two years, by the code of the route or facility.

    Where no status is stated for the earlier year, nothing says that it has changed.

    Parameters
    ----------
    dataset : Dataset
        All tables.
    first, last : int
        The earlier and the later year.
    """
    found = {}
    for code, route in mapped(dataset).items():
        before, after = standing(route, first), standing(route, last)
        if after is not None and before not in {after, UNKNOWN}:
            found[code] = StatusChange(before, after)
    return MappingProxyType(found)
