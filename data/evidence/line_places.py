"""Places that the lines of the map are drawn through."""

from collections.abc import Mapping

from data.evidence.routes import SEPARATOR
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset


@kept_with_dataset
def lines_through(dataset: Dataset) -> Mapping[str, frozenset[str]]:
    """Return the codes of the lines through each place that they are drawn through."""
    found: dict[str, set[str]] = {}
    if "lines" in dataset.tables:
        for line, waypoints in dataset.texts("lines", "waypoints").items():
            for place in waypoints.split(SEPARATOR):
                found.setdefault(place, set()).add(line)
    return {place: frozenset(lines) for place, lines in found.items()}
