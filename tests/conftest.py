"""What tests of several rooms share, and how a whole run is divided among the processors."""

import os
from collections.abc import Hashable
from dataclasses import replace
from itertools import combinations_with_replacement
from pathlib import Path

import pytest

from data.choice.parameters import Filters, FilterSpace, filter_space
from data.load.dataset import Dataset, load_dataset
from tests.extended import extended_dataset

PRINTED_YEARS = (2018, 2023)
"""Years of Tables 7 and 8: expectations about printed values choose them, whatever was added."""


TESTS = Path(__file__).parent
TIMED = "timed"
"""Group of the tests that measure time, which run one after the other."""


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One worker for each processor in a run of folders, none in a run of single files."""
    folders = all((config.invocation_params.dir / argument).is_dir() for argument in config.args)
    return len(os.sched_getaffinity(0)) if folders and not config.option.collectonly else 0


def _place(item: pytest.Item) -> int:
    """Linters first, then what needs no browser, then the browser: a fault is shown early."""
    folder = item.path.relative_to(TESTS).parts[0]
    return {"test_house.py": 0, "browser": 2}.get(folder, 1)


def _group(item: pytest.Item) -> str:
    """Name of the tests that one worker runs one after the other: those of a module."""
    marks = [str(mark.args[0]) for mark in item.iter_markers("xdist_group")]
    return marks[0] if marks else item.path.relative_to(TESTS).as_posix()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Order the tests, and name the group of each that has none.

    Tests of a group stand together, in the order of the first of them, so that a worker starts a
    server or loads a dataset once. Checkers of the code, each a process of its own, and tests of
    the browser, which are few and slow, are divided one by one.
    """
    order: dict[Hashable, int] = {}
    for item in items:
        order.setdefault(_group(item), len(order))
    items.sort(key=lambda item: (_place(item), order[_group(item)]))
    for item in items:
        if _place(item) == 1 and not list(item.iter_markers("xdist_group")):
            item.add_marker(pytest.mark.xdist_group(_group(item)))


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
