"""The data package as one file to take away."""

import io
import zipfile
from pathlib import Path

from data.files import FileUnreadableError, read_regular
from data.package import DESCRIPTOR_FILE, FOLDER, table_files

CITATION_FILE = FOLDER.parent / "CITATION.cff"


def package_archive(folder: Path = FOLDER) -> bytes:
    """Return a ZIP of the data package: its description, every table, and how to cite it.

    Only regular files that the description names are packed: never a link, never a file that
    lies beside them. A file that cannot be read is left out.
    """
    packed = io.BytesIO()
    named = {
        DESCRIPTOR_FILE: folder / DESCRIPTOR_FILE,
        **{path.relative_to(folder).as_posix(): path for path in table_files(folder)},
        CITATION_FILE.name: CITATION_FILE,
    }
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in named.items():
            try:
                archive.writestr(name, read_regular(path))
            except FileUnreadableError:
                continue
    return packed.getvalue()
