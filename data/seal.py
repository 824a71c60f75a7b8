"""The seal of the data package: proof that exactly these files have passed every check.

Checking every cell takes most of the time of a cold start, and files that have not changed since
they passed need no second check. ``python -m data.seal`` checks everything and, where all is
sound, writes the seal. Files that differ from it by a single byte, and files without a seal, are
checked as they load.
"""

import hashlib
import sys
from pathlib import Path

from data.package import FOLDER, table_files

SEAL = "seal.txt"

RULES = (
    "schema.py",
    "geometry_checks.py",
    "geometry.py",
    "package.py",
    "dataset.py",
    "problems.py",
)
"""Code that says what a sound table is: a change of it breaks the seal as well."""


def digest(folder: Path) -> str:
    """Return a digest of the data package of a folder and of the rules it is held against."""
    code = Path(__file__).parent
    found = hashlib.sha256()
    for path in (
        *(code / name for name in RULES),
        folder / "datapackage.json",
        *table_files(folder),
    ):
        content = path.read_bytes()
        found.update(f"{path.name} {len(content)}\n".encode())
        found.update(content)
    return found.hexdigest()


def is_sealed(folder: Path = FOLDER) -> bool:
    """Tell whether the data package of a folder is the one that its seal was written for."""
    try:
        return (folder / SEAL).read_text(encoding="ascii").strip() == digest(folder)
    except (OSError, UnicodeDecodeError):
        return False


def write_seal(folder: Path = FOLDER) -> None:
    """Check the data package of a folder and write its seal.

    Raises
    ------
    ValueError
        Where a table has a fault; the message names every one.
    """
    from data.dataset import load_dataset  # noqa: PLC0415, which asks this module for the seal

    problems = load_dataset(folder, trust_seal=False).problems
    if problems:
        raise ValueError("\n".join(str(problem) for problem in problems))
    (folder / SEAL).write_text(digest(folder) + "\n", encoding="ascii")


if __name__ == "__main__":
    try:
        write_seal()
    except ValueError as faults:
        sys.exit(str(faults))
