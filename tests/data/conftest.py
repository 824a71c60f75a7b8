"""Fixtures of the tests of `data`."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from data.load import kept_checks
from data.load.dataset import Dataset
from tests.data.copies import Change, load_changed


@pytest.fixture
def broken(tmp_path: Path) -> Callable[[str, Change], Dataset]:
    """Return a function that changes the text of one table in a copy and loads the copy."""
    return partial(load_changed, tmp_path)


@pytest.fixture
def nothing_kept() -> Iterator[None]:
    """Let every table be checked by the checks as they are during the test, and again after it."""
    kept_checks._KEPT.clear()
    yield
    kept_checks._KEPT.clear()
