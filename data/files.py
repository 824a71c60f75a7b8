"""Safe reading and atomic replacement of single files.

Reading returns the bytes of a regular file or raises the broken rule. A file is replaced by
renaming, so that a reader gets the old content or the new one, never a part.
"""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from data.problems import Rule

LARGEST_FILE = 256 * 2**20
"""Greatest size of a data file in bytes; larger files are not read."""

_READ_FLAGS = (
    os.O_RDONLY
    # A named pipe would block when opened, and a link may point outside the folder.
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class FileUnreadableError(Exception):
    """Error for a file that cannot be read.

    Parameters
    ----------
    rule : Rule
        The broken rule.
    expected : str
        Requirement of the rule; may be empty.
    """

    def __init__(self, rule: Rule, expected: str = "") -> None:
        super().__init__(rule.value)
        self.rule = rule
        self.expected = expected


def _is_regular(path: Path) -> bool:
    return stat.S_ISREG(path.lstat().st_mode)


def read_regular(path: Path) -> bytes:
    """Read a regular file, without following links or blocking on pipes.

    Raises
    ------
    FileUnreadableError
        With `Rule.FILE_PRESENT` if the file is missing or may not be opened,
        `Rule.REGULAR_FILE` if it is a folder, a link, a pipe or a device, and
        `Rule.FILE_SIZE` if it has more than `LARGEST_FILE` bytes.
    """
    try:
        if not _is_regular(path):
            raise FileUnreadableError(Rule.REGULAR_FILE)
        with os.fdopen(os.open(path, _READ_FLAGS), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise FileUnreadableError(Rule.REGULAR_FILE)
            content = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError):
        raise FileUnreadableError(Rule.FILE_PRESENT) from None
    if len(content) > LARGEST_FILE:
        raise FileUnreadableError(Rule.FILE_SIZE, str(LARGEST_FILE // 2**20))
    return content


def replace_file(path: Path, content: bytes) -> None:
    """Replace a file atomically.

    The content is written to a hidden file in the same folder, which is then renamed.

    Parameters
    ----------
    path : Path
        Path of the file; it need not exist.
    content : bytes
        The complete new content.

    Raises
    ------
    OSError
        If the folder cannot be written; the old file is unchanged.
    """
    number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o644
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def is_editor_file(name: str) -> bool:
    """Return whether a file name is that of a temporary or backup file of an editor."""
    return name.startswith((".", "#", "~")) or name.endswith("~")


def folder_files(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Yield name and status of every entry of a folder, sorted by name; links are not followed.

    Entries deleted meanwhile and temporary files of editors are left out. A missing or unreadable
    folder has no entries.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if not is_editor_file(entry.name):
                with suppress(OSError):
                    yield entry.name, entry.stat(follow_symlinks=False)
