"""Seal of the data package: digests of files that passed every check.

Checking every cell takes most of the time of a cold start, so files unchanged since their last
check are not checked again. ``python -m data.check`` checks everything and writes the seal if there
is no fault. Files that differ from the seal or are missing in it are checked when loaded.

The first line of the seal is a digest of the described files, of the descriptor and of the rules.
Every further line has the SHA-256, the number of lines and the path of one file, so that a page can
list the files changed since the last check.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from data.files import FileUnreadableError, read_regular
from data.language import languages
from data.load.description import Description, read_description, undescribed_files
from data.load.package import DESCRIPTOR_FILE, FOLDER
from data.load.rows import count_lines

SEAL = "seal.txt"
CATALOGUE_FOLDER = "locale"

RULES = (
    "load/schema.py",
    "load/geometry_checks.py",
    "geometry.py",
    "load/package.py",
    "load/description.py",
    "load/entries.py",
    "load/needs.py",
    "load/rows.py",
    "load/table_loading.py",
    "load/dataset.py",
    "problems.py",
)
"""Modules with the rules for tables; a change of these also invalidates the seal."""

_WHOLE = re.compile(r"[0-9a-f]{64}")
_FILE = re.compile(r"(?P<digest>[0-9a-f]{64}) +(?P<lines>[0-9]+) (?P<path>.+)")


@dataclass(frozen=True)
class SealedFile:
    """SHA-256 and number of lines, including the header, of a sealed file."""

    digest: str
    lines: int


@dataclass(frozen=True)
class Seal:
    """Digests of the last check without a fault.

    Attributes
    ----------
    whole : str
        Digest of the described files, the descriptor and the rules; empty without a seal.
    files : mapping of str to SealedFile
        The files by path.
    """

    whole: str = ""
    files: Mapping[str, SealedFile] = field(default_factory=dict)

    @property
    def catalogues(self) -> Mapping[str, str]:
        """Digests of the translation catalogues by file name."""
        prefix = f"{CATALOGUE_FOLDER}/"
        return {
            path.removeprefix(prefix): sealed.digest
            for path, sealed in self.files.items()
            if path.startswith(prefix)
        }


def sealed_file(content: bytes) -> SealedFile:
    """Return the digest and number of lines of a file content."""
    return SealedFile(hashlib.sha256(content).hexdigest(), count_lines(content))


def read_files(folder: Path, description: Description) -> dict[str, bytes]:
    """Return the contents of readable described files by path, in the order of the package."""
    found = {}
    for resource in description.package.resources:
        try:
            found[resource.path] = read_regular(folder / resource.path)
        except FileUnreadableError:
            continue
    return found


def whole_digest(description: Description, files: Mapping[str, bytes]) -> str:
    """Return a digest of the described files, the descriptor and the rules.

    Raises
    ------
    OSError
        If the code of a rule cannot be read.
    """
    code = Path(__file__).parents[1]
    found = hashlib.sha256()
    rules = ((name, (code / name).read_bytes()) for name in RULES)
    for path, content in (*rules, (DESCRIPTOR_FILE, description.content), *files.items()):
        found.update(f"{path} {len(content)}\n".encode("utf-8", "backslashreplace"))
        found.update(content)
    return found.hexdigest()


def _catalogues() -> Iterator[tuple[str, bytes]]:
    for code in languages.LANGUAGE_CODES:
        name = f"{code}.po"
        try:
            yield f"{CATALOGUE_FOLDER}/{name}", read_regular(languages.CATALOGUES / name)
        except FileUnreadableError:
            continue


def seal_text(description: Description, files: Mapping[str, bytes]) -> str:
    """Return the text of the seal of described files, without its last line end.

    Raises
    ------
    OSError
        If the code of a rule cannot be read.
    """
    lines = [whole_digest(description, files)]
    named = ((DESCRIPTOR_FILE, description.content), *files.items(), *_catalogues())
    for path, content in named:
        sealed = sealed_file(content)
        lines.append(f"{sealed.digest} {sealed.lines:>6} {path}")
    return "\n".join(lines)


def digest(folder: Path = FOLDER) -> str:
    """Return the text of the seal of a folder, without its last line end."""
    description = read_description(folder)
    return seal_text(description, read_files(folder, description))


def read_seal(folder: Path = FOLDER) -> Seal:
    """Read the seal of a folder; an empty one if it is missing or invalid."""
    try:
        text = read_regular(folder / SEAL).decode("utf-8")
    except (FileUnreadableError, UnicodeDecodeError):
        return Seal()
    whole, *rest = text.removesuffix("\n").split("\n")
    matched = [_FILE.fullmatch(line) for line in rest]
    named = [match for match in matched if match]
    if not (text.endswith("\n") and _WHOLE.fullmatch(whole) and len(named) == len(rest)):
        return Seal()
    files = {match["path"]: SealedFile(match["digest"], int(match["lines"])) for match in named}
    return Seal(whole, files)


def is_sealed(folder: Path = FOLDER) -> bool:
    """Return whether the data package of a folder matches its seal."""
    description = read_description(folder)
    contents = read_files(folder, description)
    is_alone = not any(undescribed_files(folder, description))
    return is_alone and seal_matches(read_seal(folder), description, contents)


def seal_matches(seal: Seal, description: Description, files: Mapping[str, bytes]) -> bool:
    """Return whether a seal matches these files and the current rules."""
    try:
        return seal.whole == whole_digest(description, files)
    except OSError:
        return False
