"""Sources of the basemap: pinned packages of the npm registry."""

import base64
import hashlib
import json
import re
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Source:
    """A package of the registry, pinned by version and by the digest of its archive."""

    name: str
    version: str
    sha512: str
    member: str


COUNTRIES = Source(
    "world-atlas",
    "2.0.2",
    "IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ==",
    "package/countries-10m.json",
)
LAKES = Source(
    "plotly.js",
    "4.1.1",
    "fYLAOj091/+M4h1rmtVIkRIpdkz5/P9IdNUeB9wKmCUyvewuUdlCYR5ryqDWP7Cb36Dn4EvSrs6YKvRJ9ukNdQ==",
    "package/dist/plotly-geo-assets.js",
)


def fetch(source: Source, folder: Path) -> Path:
    """Fetch the archive of a package and compare its digest.

    Raises
    ------
    RuntimeError
        If npm is missing, or the digest is not that of the source.
    """
    npm = shutil.which("npm")
    if npm is None:
        message = "npm is needed to fetch the source packages"
        raise RuntimeError(message)
    listing = subprocess.run(  # noqa: S603 - the arguments are the constants above
        [
            npm,
            "pack",
            "--json",
            "--pack-destination",
            str(folder),
            f"{source.name}@{source.version}",
        ],
        check=True,
        capture_output=True,
        text=True,
    )
    archive = folder / str(json.loads(listing.stdout)[0]["filename"])
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode("ascii")
    if digest != source.sha512:
        message = f"{source.name} {source.version} is not the archive that was chosen: {digest}"
        raise RuntimeError(message)
    return archive


def member(archive: Path, name: str) -> str:
    """Return the text of a file in an archive.

    Raises
    ------
    RuntimeError
        If the archive holds no such file.
    """
    with tarfile.open(archive) as packed:
        file = packed.extractfile(name)
        if file is None:
            message = f"{archive.name} holds no file {name}"
            raise RuntimeError(message)
        return file.read().decode("utf-8")


def world_in_script(script: str) -> dict[str, Any]:
    """Take the 1:50m world out of plotly's script: an object literal whose keys lack quotes."""
    start = script.index("module.exports = ", script.index('"dist/topojson/world_50m.json"'))
    rest = script[start + len("module.exports = ") :]
    quoted = re.sub(r"([{,]\s*)([A-Za-z_]\w*)(\s*:)", r'\1"\2"\3', rest)
    world: dict[str, Any]
    world, _ = json.JSONDecoder().raw_decode(quoted)
    return world
