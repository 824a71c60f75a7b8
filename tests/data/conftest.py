"""Fixtures of the tests of `data`."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from data.load.dataset import Dataset
from tests.data.copies import Change, load_changed


@pytest.fixture
def broken(tmp_path: Path) -> Callable[[str, Change], Dataset]:
    """Return a function that changes the text of one table in a copy and loads the copy."""
    return partial(load_changed, tmp_path)
