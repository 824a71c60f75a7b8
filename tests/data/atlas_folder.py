"""The running Atlas reads a copy of the data package, which a test may edit as it likes."""

import shutil
import time
from pathlib import Path

import pytest

from data import dataset, languages
from tests.data.copies import copy_package

LOOK_S = 0.6
"""Longer than the Atlas waits before it looks at its files again."""


class AtlasFolder:
    """A copy of the data package and of the catalogues.

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

    def header_only(self, *paths: str) -> None:
        """Leave nothing but the header of table files."""
        for path in paths:
            file = self.folder / path
            file.write_text(file.read_text(encoding="utf-8").splitlines()[0] + "\n", "utf-8")
        self.settle()

    def settle(self) -> None:
        """Wait until the Atlas looks at its files again."""
        time.sleep(LOOK_S)


def use_folder(folder: Path, patch: pytest.MonkeyPatch) -> AtlasFolder:
    """Let the Atlas read a copy of its files in a folder until the patch is undone."""
    copied = AtlasFolder(folder)
    patch.setattr(dataset.load_dataset, "__defaults__", (folder,))
    patch.setattr(dataset.fingerprint, "__defaults__", (folder,))
    patch.setattr(languages, "CATALOGUES", folder / "locale")
    copied.settle()
    return copied
