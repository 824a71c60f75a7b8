"""The seal of the data package: proof that exactly these files have passed every check.

Checking every cell takes most of the time of a cold start, and files that have not changed since
they passed need no second check. ``python -m data.check`` checks everything and, where all is
sound, writes the seal. Files that differ from it by a single byte, and files without a seal, are
checked as they load.
"""

import hashlib
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
