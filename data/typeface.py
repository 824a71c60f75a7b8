"""Text widths in the typeface of exported charts, and subsets of it to embed."""

import io
import re
import tempfile
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any
from unicodedata import category

from data.fonts import FONT_FAMILY, FONT_FILES
from data.language.punctuation import inseparable
from data.lasting import kept_over_reloads

LAYOUT_FAMILY = "Atlas Sans"
"""Family name of the copies that charts are laid out with; see `layout_fonts`."""

SIGNS = MappingProxyType({"\N{WARNING SIGN}": "(!)"})
"""Signs that the typeface lacks, and what is written for them."""

_USUAL = re.compile("[ -~\xa0-\u017fА-ёғқңөұүһәіҒҚҢӨҰҮҺӘІ–—‘’“”…«»]+")
"""Characters that the typeface has, so that it need not be read for them."""

_FAMILY_NAME_IDS = frozenset({1, 3, 4, 6, 16, 21})
_KEPT_FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl"]


def _opened(*, bold: bool) -> Any:  # noqa: ANN401, fontTools has no public types
    from fontTools.ttLib import TTFont  # noqa: PLC0415, loaded for the first export only

    return TTFont(FONT_FILES[bold], lazy=True)


@cache
def _advances(*, bold: bool) -> tuple[dict[int, int], int]:
    """Return the width of each code point in font units, and the number of units per em."""
    font = _opened(bold=bold)
    widths = font["hmtx"]
    found = {code: int(widths[glyph][0]) for code, glyph in font.getBestCmap().items()}
    return found, int(font["head"].unitsPerEm)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of one line of text in pixels, without kerning.

    Parameters
    ----------
    text : str
        The line. A character missing in the typeface counts as one em.
    size : float
        Font size in pixels.
    bold : bool
        Whether to use the bold style.
    """
    advances, em = _advances(bold=bold)
    return sum(advances.get(ord(character), em) for character in text) * size / em


def missing_letters(text: str) -> str:
    """Return the characters of a text that the typeface lacks, each once; spaces are left out.

    Parameters
    ----------
    text : str
        The text; control characters count as spaces.
    """
    unusual = [sign for sign in dict.fromkeys(_USUAL.sub("", text)) if sign not in SIGNS]
    if not unusual:
        return ""
    known = _advances(bold=False)[0]
    return "".join(
        sign for sign in unusual if ord(sign) not in known and category(sign)[0] not in "CZ"
    )


_PARAMETERS = re.compile(r"[^&]*&|[^&]+$")
"""Parts of an address, each with the sign that ends it."""


def wrapped_lines(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """Break text into lines of at most `width` pixels; a longer word gets a line of its own.

    A longer address is broken between its parameters.

    Parameters
    ----------
    text : str
        The text; its line breaks are kept.
    size : float
        Font size in pixels.
    width : float
        Greatest width of a line in pixels.
    bold : bool
        Whether to use the bold style.
    """
    lines = []
    for part in text.split("\n"):
        line = ""
        for word in inseparable(part).split(" "):
            whole = text_width(word, size, bold=bold) <= width
            for place, piece in enumerate((word,) if whole else _PARAMETERS.findall(word)):
                gap = "" if place or not line else " "
                longer = f"{line}{gap}{piece}"
                if line and text_width(longer, size, bold=bold) > width:
                    lines.append(line)
                    line = piece
                else:
                    line = longer
        lines.append(line)
    return lines


@kept_over_reloads
@lru_cache(maxsize=64)
def embedded_font(characters: str, *, bold: bool) -> bytes:
    """Return a subset of the typeface as a WOFF file.

    Parameters
    ----------
    characters : str
        The characters to include, unique and sorted, so that equal sets share a cache entry.
    bold : bool
        Whether to take the bold style.
    """
    from fontTools import subset  # noqa: PLC0415, as above

    options = subset.Options(
        layout_features=_KEPT_FEATURES, hinting=False, notdef_outline=True, name_IDs=[1, 2, 4, 6]
    )
    cutter = subset.Subsetter(options)
    cutter.populate(text=characters)
    font = _opened(bold=bold)
    cutter.subset(font)
    font.flavor = "woff"
    packed = io.BytesIO()
    font.save(packed)
    return packed.getvalue()


@cache
def layout_fonts() -> Path:
    """Return a folder with the typeface under the name `LAYOUT_FAMILY`.

    vl-convert 1.9 measures text wrongly in a family whose name ends in a digit: Cyrillic letters
    get twice their width. The licence requires another name for changed copies. The folder is
    removed when the process ends.
    """
    folder = Path(_temporary_folder().name)
    for bold, path in FONT_FILES.items():
        font = _opened(bold=bold)
        for record in font["name"].names:
            if record.nameID in _FAMILY_NAME_IDS:
                renamed = record.toUnicode().replace(FONT_FAMILY, LAYOUT_FAMILY)
                record.string = renamed.replace("SourceSans3", "AtlasSans")
        font.save(folder / f"Atlas{path.name}")
    return folder


@cache
def _temporary_folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="atlas-fonts-")
