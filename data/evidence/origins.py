"""Origins of values: parts of the dissertation, and publications outside it."""

from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset
from data.load.package import OUTSIDE_KIND


@kept_with_dataset
def outside_origins(dataset: Dataset) -> frozenset[str]:
    """Return the codes of the origins outside the dissertation."""
    kinds = dataset.texts("origins", "kind")
    return frozenset(code for code, kind in kinds.items() if kind == OUTSIDE_KIND)


def is_outside(dataset: Dataset, origin: str) -> bool:
    """Return whether an origin is a publication outside the dissertation."""
    return origin in outside_origins(dataset)
