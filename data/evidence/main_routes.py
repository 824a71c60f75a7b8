"""Main routes: those that the small map shows first, with the reason recorded for each."""

from data.evidence.routes import mapped
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset


@kept_with_dataset
def main_routes(dataset: Dataset) -> tuple[str, ...]:
    """Return the codes of the main routes that can be drawn, in their order; empty without any."""
    if not {"main_routes", "routes"} <= dataset.tables.keys():
        return ()
    rows = dataset.tables["main_routes"].sort_values("position")
    drawable = mapped(dataset)
    return tuple(code for code in rows["route"] if code in drawable)
