"""Encoding of a text file: UTF-8, UTF-16, Windows-1251 or Windows-1254, as UTF-8."""

import codecs
import re
from itertools import islice

from data.own_file.faults import Fault, OwnFileError

UTF8, UTF8_MARK, UTF16 = "UTF-8", "UTF-8 with mark", "UTF-16"
WINDOWS = ("Windows-1251", "Windows-1254")
_PYTHON_NAMES = {"Windows-1251": "cp1251", "Windows-1254": "cp1254"}

_PIECE = 1 << 20
_SAMPLE = 1 << 16
_MOST_NUL = 0.3
"""Share of zero bytes at even or odd places above which a text without a mark is UTF-16."""

_MOST_RUNS = 5_000
_HIGH = re.compile(rb"[\x80-\xff]+")


def _is_utf8(content: bytes) -> bool:
    if content.isascii():
        return True
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(content), _PIECE):
            decoder.decode(content[start : start + _PIECE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _utf16(content: bytes) -> str | None:
    """Return the name of a UTF-16 encoding; None if the content is not in one."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = content[:_SAMPLE]
    half = max(len(sample) // 2, 1)
    if sample[1::2].count(0) / half > _MOST_NUL:
        return "utf-16-le"
    if sample[0::2].count(0) / half > _MOST_NUL:
        return "utf-16-be"
    return None


def is_utf16(content: bytes) -> bool:
    """Return whether a text is in UTF-16."""
    return _utf16(content) is not None


def _windows(content: bytes) -> str:
    """Return the likelier one of the two encodings.

    Cyrillic words are runs of high bytes; Turkish words have single ones between ASCII letters.
    """
    found = islice(_HIGH.finditer(content), _MOST_RUNS)
    runs = [run.end() - run.start() for run in found]
    in_runs = sum(length for length in runs if length > 2)  # noqa: PLR2004, a word of three
    cyrillic = 2 * in_runs > sum(runs)
    return WINDOWS[0] if cyrillic else WINDOWS[1]


def as_utf8(content: bytes, *, coded: bool = False) -> tuple[bytes, str]:
    """Return a text as UTF-8 without a mark, and the name of its encoding.

    Parameters
    ----------
    content : bytes
        The content of the file.
    coded : bool
        Whether only ASCII signs of the text are needed; others are then replaced, which is faster.

    Raises
    ------
    OwnFileError
        If it is in none of the encodings.
    """
    utf16 = _utf16(content)
    if utf16:
        try:
            return content.decode(utf16).encode(), UTF16
        except (UnicodeDecodeError, UnicodeEncodeError):
            raise OwnFileError(Fault.ENCODING) from None
    if b"\0" in content:
        raise OwnFileError(Fault.NOT_A_TABLE)
    if _is_utf8(content):
        if content.startswith(codecs.BOM_UTF8):
            return content[len(codecs.BOM_UTF8) :], UTF8_MARK
        return content, UTF8
    name = _windows(content)
    if coded:
        return content.translate(bytes(range(128)) + b"?" * 128), name
    try:
        return content.decode(_PYTHON_NAMES[name]).encode(), name
    except UnicodeDecodeError:
        raise OwnFileError(Fault.ENCODING) from None
