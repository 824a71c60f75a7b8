"""Check the data package in full and seal it: run ``python -m data.check`` after an edit."""

import sys
from pathlib import Path

from data.dataset import load_dataset
from data.package import FOLDER
from data.seal import SEAL, digest


def write_seal(folder: Path = FOLDER) -> None:
    """Check the data package of a folder and write its seal.

    Raises
    ------
    ValueError
        Where a table has a fault; the message names every one.
    """
    problems = load_dataset(folder, trust_seal=False).problems
    if problems:
        raise ValueError("\n".join(str(problem) for problem in problems))
    (folder / SEAL).write_text(digest(folder) + "\n", encoding="ascii")


if __name__ == "__main__":
    try:
        write_seal()
    except ValueError as faults:
        sys.exit(str(faults))
