"""ZIP file of the data package, with its licence and how to cite it."""

import io
import zipfile
from pathlib import Path

from data.files import FileUnreadableError, read_regular
from data.load.package import DESCRIPTOR_FILE, FOLDER, table_files

CITATION_FILE = FOLDER.parent / "CITATION.cff"
LICENCE_FILE = FOLDER.parent / "LICENSE-DATA"
"""Licence of tables, labels and notes: CC BY 4.0. The code, under MIT, is not in the ZIP."""


def package_archive(folder: Path = FOLDER) -> bytes:
    """Return a ZIP of the data package: description, tables, licence and citation.

    Only regular files are packed, and of the folder only those that the description names: no
    links and no other files. Unreadable files are left out.

    Parameters
    ----------
    folder : Path
        Folder that holds `datapackage.json` and the files it names.
    """
    packed = io.BytesIO()
    named = {
        DESCRIPTOR_FILE: folder / DESCRIPTOR_FILE,
        **{path.relative_to(folder).as_posix(): path for path in table_files(folder)},
        CITATION_FILE.name: CITATION_FILE,
        LICENCE_FILE.name: LICENCE_FILE,
    }
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in named.items():
            try:
                archive.writestr(name, read_regular(path))
            except FileUnreadableError:
                continue
    return packed.getvalue()
