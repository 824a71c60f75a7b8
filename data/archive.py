"""The data package as one file to take away."""

import io
import zipfile
from pathlib import Path

from data.package import FOLDER, table_files

CITATION_FILE = FOLDER.parent / "CITATION.cff"


def package_archive(folder: Path = FOLDER) -> bytes:
    """Return a ZIP of the data package: its description, every table, and how to cite it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(folder / "datapackage.json", "datapackage.json")
        for path in table_files(folder):
            archive.write(path, path.relative_to(folder).as_posix())
        archive.write(CITATION_FILE, CITATION_FILE.name)
    return packed.getvalue()
