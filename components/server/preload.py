"""Scripts that a browser fetches while the server runs a page, instead of after it.

Streamlit's HTML page names the scripts of the frame only. The browser asks for the script of a
chart or of the map when the first of them has arrived, and that of the map has three megabytes.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import cast

from data.files import FileUnreadableError, read_regular

ELEMENTS = ("BidiComponent", "Html")
"""Beginnings of the file names of scripts that every page needs."""

CHARTS = (*ELEMENTS, "ArrowVegaLiteChart", "loadVegaEmbed", "embed")

OF_PAGES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "about": ELEMENTS,
        "present": ELEMENTS,
        "sources": ELEMENTS,
        "energy_routes": (*CHARTS, "DeckGlJsonChart"),
    }
)
"""Scripts by address of the page; every other page has charts."""

FOLDER = "static/js"
_IMPORT = re.compile(r'(?:from|import)"\./([\w.-]+\.js)"')
_IN_PAGE = re.compile(FOLDER + r"/([\w.-]+\.js)")
_HEAD = 8192
"""Imports stand in the first bytes of a script."""


def _text(path: Path, most: int | None = None) -> str:
    return read_regular(path)[:most].decode(errors="replace")


def _imported(folder: Path, first: Iterable[str], known: set[str]) -> list[str]:
    """Return scripts and those they import, without known ones, in the order of finding."""
    found: dict[str, None] = {}
    waiting = list(first)
    while waiting:
        name = waiting.pop(0)
        if name in found or name in known:
            continue
        found[name] = None
        waiting += _IMPORT.findall(_text(folder / name, _HEAD))
    return list(found)


@lru_cache(maxsize=1)
def _in_page(static: Path) -> frozenset[str]:
    """Return the scripts that Streamlit's HTML page names itself."""
    return frozenset(_IN_PAGE.findall(_text(static / "index.html")))


@lru_cache(maxsize=16)
def preload_link(page: str) -> str:
    """Return the header `Link` of a page, empty if its scripts are not found.

    Parameters
    ----------
    page : str
        Address of the page relative to the Atlas; empty for the landing page.
    """
    static = cast("Path", files("streamlit")) / "static"
    folder = static / FOLDER
    try:
        first = [
            path.name
            for name in OF_PAGES.get(page, CHARTS)
            for path in sorted(folder.glob(f"{name}.*.js"))
        ]
        names = _imported(folder, first, set(_in_page(static)))
    except FileUnreadableError:
        return ""
    return ", ".join(f"<./{FOLDER}/{name}>; rel=modulepreload" for name in names)
