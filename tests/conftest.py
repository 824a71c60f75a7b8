"""What tests of several rooms share, and how a whole run is divided among the processors."""

import gc
import os
from dataclasses import replace
from itertools import combinations_with_replacement
from typing import Any

import pytest

from components.server.component_search import skip_component_search
from data.choice.parameters import Filters, FilterSpace, filter_space
from data.load.dataset import Dataset, load_dataset
from tests.extended import extended_dataset
from tests.schedule import Schedule, group, place

PRINTED_YEARS = (2018, 2023)
"""Years of Tables 7 and 8: expectations about printed values choose them, whatever was added."""


# As `serve.py` does for the server: each test of a page starts its own.
skip_component_search()

# A worker keeps so many objects that collections of all of them take a twentieth of its time.
gc.set_threshold(20_000, 20, 20)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One worker more than processors in a run of folders, none in a run of single files.

    Tests of the browser wait for a part of their time.
    """
    folders = all((config.invocation_params.dir / argument).is_dir() for argument in config.args)
    return len(os.sched_getaffinity(0)) + 1 if folders and not config.option.collectonly else 0


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Schedule:
    """Divide the tests by their groups."""
    return Schedule(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the tests of a group stand together, the longest groups of the last stage first."""
    order: dict[str, int] = {}
    for item in items:
        order.setdefault(group(item.nodeid), len(order))
    items.sort(key=lambda item: (*place(item.nodeid), order[group(item.nodeid)]))


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
