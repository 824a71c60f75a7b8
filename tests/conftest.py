"""What tests of several rooms share."""

from itertools import combinations_with_replacement

import pytest

from data.dataset import Dataset, load_dataset
from data.filters import FilterSpace, filter_space


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """The tables of the repository."""
    return load_dataset()


@pytest.fixture(scope="session")
def space(dataset: Dataset) -> FilterSpace:
    """What can be chosen from them."""
    return filter_space(dataset)


@pytest.fixture(scope="session")
def year_ranges(space: FilterSpace) -> list[tuple[int, int]]:
    """Every choice of years."""
    first, last = space.years
    return list(combinations_with_replacement(range(first, last + 1), 2))
