"""The Atlas with a copy of its data that tests can edit."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from components.process.figures import stored
from data.language import languages
from data.load import dataset
from data.load.dataset import Dataset, load_dataset
from tests.data.copies import copy_package

PATIENCE_S = 20.0
"""Time limit for the Atlas to read an edit, in seconds."""


def _content(loaded: Dataset) -> object:
    rows = {name: len(table) for name, table in loaded.tables.items()}
    return loaded.problems, loaded.omitted, loaded.files, rows


class AtlasFolder:
    """A copy of the data package and of the translation catalogues.

    Parameters
    ----------
    folder : Path
        An empty folder.
    """

    def __init__(self, folder: Path) -> None:
        copy_package(folder)
        shutil.copytree(languages.CATALOGUES, folder / "locale")
        self.folder = folder

    def __truediv__(self, path: str) -> Path:
        return self.folder / path


def settled() -> Dataset:
    """Wait until the Atlas has read the current files, and return its dataset."""
    wanted = _content(load_dataset())
    waited_until = time.monotonic() + PATIENCE_S
    while _content(stored()[0]) != wanted and time.monotonic() < waited_until:
        time.sleep(0.1)
    found = stored()[0]
    assert _content(found) == wanted
    return found


@contextmanager
def atlas_in(folder: Path) -> Iterator[AtlasFolder]:
    """Make the Atlas read a copy of its files in a folder, and restore it afterwards."""
    with pytest.MonkeyPatch.context() as patch:
        copied = AtlasFolder(folder)
        patch.setattr(dataset.load_dataset, "__defaults__", (folder,))
        patch.setattr(dataset.fingerprint, "__defaults__", (folder,))
        patch.setattr(languages, "CATALOGUES", folder / "locale")
        yield copied
    settled()
