"""The Atlas with a copy of its data that tests can edit."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from components.process import dataset as current
from components.process.figures import _CURRENT
from data.language import languages
from data.load import dataset
from data.load.dataset import Dataset
from tests.data.copies import copy_package

PATIENCE_S = 20.0
"""Time limit for the Atlas to read an edit, in seconds."""

LOOK_EVERY_S, GRACE_S = 0.02, 0.1
"""Times after which the Atlas looks for an edit and shows a fault, in seconds: nobody is editing.
`tests/components/test_current_dataset.py` has the tests of the times that readers see."""


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
    waited_until = time.monotonic() + PATIENCE_S
    while (found := _CURRENT.snapshot()).marks != dataset.fingerprint():
        assert time.monotonic() < waited_until, "the Atlas has not read the files"
        time.sleep(LOOK_EVERY_S)
    return found.dataset


@contextmanager
def atlas_in(folder: Path) -> Iterator[AtlasFolder]:
    """Make the Atlas read a copy of its files in a folder.

    Afterwards it reads its own again as soon as it is asked; `settled` waits for that.
    """
    with pytest.MonkeyPatch.context() as patch:
        copied = AtlasFolder(folder)
        patch.setattr(current, "LOOK_EVERY_S", LOOK_EVERY_S)
        patch.setattr(current, "GRACE_S", GRACE_S)
        patch.setattr(dataset.load_dataset, "__defaults__", (folder,))
        patch.setattr(dataset.fingerprint, "__defaults__", (folder,))
        patch.setattr(languages, "CATALOGUES", folder / "locale")
        yield copied
