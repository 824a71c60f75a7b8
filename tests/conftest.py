"""What tests of several rooms share."""

from dataclasses import replace
from itertools import combinations_with_replacement

import pytest

from data.choice.parameters import Filters, FilterSpace, filter_space
from data.load.dataset import Dataset, load_dataset
from tests.extended import extended_dataset

PRINTED_YEARS = (2018, 2023)
"""Years of Tables 7 and 8: expectations about printed values choose them, whatever was added."""


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """The tables of the repository."""
    return load_dataset()


@pytest.fixture(scope="session", params=["repository", "extended"])
def any_dataset(request: pytest.FixtureRequest, dataset: Dataset) -> Dataset:
    """The tables of the repository, and those of a copy with other years, ranges and units."""
    return dataset if request.param == "repository" else extended_dataset()


@pytest.fixture(scope="session")
def printed(space: FilterSpace) -> Filters:
    """The start in English, cut to the years that the dissertation prints."""
    return replace(space.start("en"), years=PRINTED_YEARS)


@pytest.fixture(scope="session")
def space(dataset: Dataset) -> FilterSpace:
    """What can be chosen from them."""
    return filter_space(dataset)


@pytest.fixture(scope="session")
def year_ranges(space: FilterSpace) -> list[tuple[int, int]]:
    """Every choice of years."""
    first, last = space.years
    return list(combinations_with_replacement(range(first, last + 1), 2))
