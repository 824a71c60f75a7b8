"""The lock file `requirements.lock`: every package with its version and digests."""

import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

REPOSITORY = Path(__file__).parents[2]
WANTED = REPOSITORY / "requirements.txt"
LOCK = REPOSITORY / "requirements.lock"
TOOL = str(Path(sys.executable).parent / "uv")
COMMAND = "python -m tests.dependencies lock"

_DIGEST = re.compile(r"--hash=(sha256:[0-9a-f]{64})")


@dataclass(frozen=True)
class Locked:
    """A package of the lock file.

    Attributes
    ----------
    name, version : str
        Name in its canonical form, and version.
    marker : Marker or None
        The platforms and versions of Python that need it; None for all.
    digests : tuple of str
        SHA-256 of its files.
    """

    name: str
    version: str
    marker: Marker | None
    digests: tuple[str, ...]

    def is_for(self, environment: Mapping[str, str] | None = None) -> bool:
        """Return whether an environment needs it; this one by default."""
        return self.marker is None or self.marker.evaluate(dict(environment or {}))


def locked(text: str) -> list[Locked]:
    """Return the packages of a lock file; a package has several versions if markers divide them."""
    joined = re.sub(r"\\\n\s*", " ", text)
    found = []
    for line in joined.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        requirement = Requirement(line.partition(" --hash")[0])
        (version,) = requirement.specifier
        name = canonicalize_name(requirement.name)
        digests = tuple(_DIGEST.findall(line))
        found.append(Locked(name, version.version, requirement.marker, digests))
    return found


def requirements(text: str) -> list[Requirement]:
    """Return the packages that `requirements.txt` names."""
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return [Requirement(line) for line in lines if line]


def renew(arguments: Sequence[str] = ()) -> None:
    """Write the lock file anew; locked versions are kept unless `--upgrade` is an argument."""
    options = ("--generate-hashes", "--universal", "--python-version", "3.11", "--quiet")
    subprocess.run(
        [
            *(TOOL, "pip", "compile", WANTED.name, "--output-file", LOCK.name, *options),
            *("--custom-compile-command", COMMAND, *arguments),
        ],
        cwd=REPOSITORY,
        check=True,
        stdout=subprocess.DEVNULL,
    )
