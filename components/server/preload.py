"""Scripts that a browser fetches while the server runs a page, instead of after it.

Streamlit's HTML page names the scripts of the frame only. The browser asks for the script of a
chart or of the map when the first of them has arrived, and that of the map has three megabytes.
It asks for that of a component when the component has arrived, and would then read it after it has
drawn the charts, whose height and names for screen readers some components change.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import cast

from components.assets import script_addresses
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
"""Scripts of Streamlit by address of the page; every other page has charts."""

EVERYWHERE = ("controls/page_head.js", "page/print_places.js")
"""Scripts of the components that every page has."""

CARDS = (*EVERYWHERE, "cards/card_actions.js")

LISTS = (*CARDS, "controls/choices.js")

COMPONENTS_OF_PAGES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "": ("overview/views.js", *EVERYWHERE),
        "about": (*EVERYWHERE, "about/citing.js", "about/method.js"),
        "education": CARDS,
        "energy_routes": (
            *LISTS,
            "controls/button_row.js",
            "map/map_tools.js",
            "map/svg_component.js",
            "page/screen_probe.js",
        ),
        "investment": CARDS,
        "own_file": (
            *EVERYWHERE,
            "controls/button_row.js",
            "controls/select_list.js",
            "own_file/upload.js",
        ),
        "present": (*EVERYWHERE, "present/present.js"),
        "source_comparison": LISTS,
        "sources": (
            *EVERYWHERE,
            "controls/choices.js",
            "controls/pager.js",
            "controls/select_list.js",
            "page/screen_probe.js",
        ),
        "survey": LISTS,
        "targets": LISTS,
        "trade": CARDS,
    }
)
"""Scripts of components by address of the page, as it is at first."""

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


def preload_link(page: str) -> str:
    """Return the header `Link` of a page, empty if its scripts are not found.

    Empty too for what is no page of Streamlit, such as that of a talk, a deck or a printed list.

    Parameters
    ----------
    page : str
        Address of the page relative to the Atlas; empty for the landing page.
    """
    if page not in COMPONENTS_OF_PAGES:
        return ""
    names = script_addresses(COMPONENTS_OF_PAGES[page])
    return ", ".join(f"<./{name}>; rel=modulepreload" for name in (*_of_streamlit(page), *names))


@lru_cache(maxsize=16)
def _of_streamlit(page: str) -> tuple[str, ...]:
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
        return ()
    return tuple(f"{FOLDER}/{name}" for name in names)
