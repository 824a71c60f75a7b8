"""XLSX workbooks, and files that are no tables: recognised by their first bytes, sizes checked."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import Any

from data.own_file.faults import Fault, OwnFileError

LARGEST_UNPACKED = 300_000_000
"""Greatest total size of the unpacked parts of a workbook, in bytes."""

GREATEST_RATIO = 250
"""Greatest ratio of the unpacked to the packed size; real sheets stay below 50."""

MOST_PARTS = 5_000

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM",
    b"%PDF",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"RIFF",
    b"II*\0",
    b"MM\0*",
    b"PAR1",
    b"SQLite format",
    b"PK\x05\x06",
)
"""First bytes of pictures, documents and archives."""

_MARKUP = re.compile(rb"\s*(<!doctype|<html|<table|<\?xml|<svg|\{\\rtf)", re.IGNORECASE)
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_PIECE = 1 << 20
_WHOLE = 1e15
"""Numbers below it have all their digits."""

Row = list[str]


def refuse_other_kinds(content: bytes) -> None:
    """Raise an `OwnFileError` for content that is no table of text and no XLSX workbook."""
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise OwnFileError(Fault.EMPTY)
    if content.startswith(_OLE):
        raise OwnFileError(Fault.OLD_WORKBOOK)
    if _MARKUP.match(content[:200]):
        raise OwnFileError(Fault.NOT_A_TABLE)
    if content.startswith(_OTHER) and not (content.startswith(b"BM") and content[:64].isascii()):
        raise OwnFileError(Fault.NOT_A_TABLE)


def is_workbook(content: bytes) -> bool:
    """Return whether the content is a ZIP archive, as workbooks are."""
    return content.startswith(_ZIP)


def _check_parts(archive: zipfile.ZipFile) -> list[str]:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if "xl/workbook.xml" not in names:
        other = "xl/workbook.bin" in names or "content.xml" in names
        raise OwnFileError(Fault.OTHER_WORKBOOK if other else Fault.NOT_A_TABLE)
    size = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if (
        len(parts) > MOST_PARTS
        or size > LARGEST_UNPACKED
        or size > GREATEST_RATIO * packed + _PIECE
    ):
        raise OwnFileError(Fault.PACKED)
    if any(part.flag_bits & 1 for part in parts):
        raise OwnFileError(Fault.OLD_WORKBOOK)
    return names


def _has_formulas(archive: zipfile.ZipFile, names: list[str]) -> bool:
    """Unpack the sheets piece by piece, which also checks their stated sizes."""
    found, total = False, 0
    for name in names:
        if not name.startswith("xl/"):
            continue
        with archive.open(name) as part:
            before = b""
            while piece := part.read(_PIECE):
                total += len(piece)
                if total > LARGEST_UNPACKED:
                    raise OwnFileError(Fault.PACKED)
                if name.startswith("xl/worksheets/") and not found:
                    found = _FORMULA.search(before + piece) is not None
                before = piece[-8:]
    return found


def _cell(value: Any) -> str:  # noqa: ANN401, whatever a cell has
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < _WHOLE else repr(value)
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def sheets(content: bytes) -> Iterator[tuple[str, list[Row]]]:
    """Yield name and rows of each sheet of a workbook, all cells as text.

    Raises
    ------
    OwnFileError
        If it is no XLSX workbook, is damaged, or unpacks to too much.
    """
    from python_calamine import CalamineWorkbook  # noqa: PLC0415, only for workbooks

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            for name in book.sheet_names:
                rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
                yield name, [[_cell(value) for value in row] for row in rows]
    except (OwnFileError, MemoryError, GeneratorExit):
        raise
    except Exception:  # noqa: BLE001, calamine and its panics have no common base
        raise OwnFileError(Fault.DAMAGED) from None


def check_workbook(content: bytes) -> bool:
    """Check sizes and parts of a workbook, and return whether a sheet has formulas.

    Raises
    ------
    OwnFileError
        If it is no XLSX workbook, is damaged, or unpacks to too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _has_formulas(archive, _check_parts(archive))
    except OwnFileError:
        raise
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError):
        raise OwnFileError(Fault.DAMAGED) from None
    except Exception:  # noqa: BLE001, zlib and lzma raise their own
        raise OwnFileError(Fault.DAMAGED) from None
