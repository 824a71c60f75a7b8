"""The map under everything: land, lakes and lines, read from files the browser fetches too."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

BASEMAP_FOLDER = Path(__file__).resolve().parent.parent / "static" / "basemap"
GROUND_LICENCE = "LICENSE-GROUND.md"
"""Name in a ZIP of the licences of the sources of the ground."""

LAYERS = ("land", "lakes", "borders", "disputed")
SMALL = "small"
"""All layers in one, with less detail, for a map as small as a card."""

#: West, south, east and north end of what is drawn: Iceland to Japan, the sea route included.
EXTENT = (-25.0, -2.0, 150.0, 74.0)


def _file_name(name: str) -> str:
    if name not in (*LAYERS, SMALL):
        message = f"no layer {name!r} in the basemap"
        raise ValueError(message)
    return f"{name}.json"


@lru_cache(maxsize=16)
def basemap_layer(name: str) -> dict[str, Any]:
    """Read one layer of the basemap.

    Parameters
    ----------
    name : str
        One of `LAYERS`, or `SMALL`. `land` holds one feature a country with its ISO 3166-1 code
        of two letters in the property `code`; `borders` and `disputed` hold one feature of lines.
        `SMALL` holds them all, each with its `layer` among its properties.

    Returns
    -------
    dict
        A GeoJSON feature collection, the same object at every call: not to be changed.

    Raises
    ------
    ValueError
        Where the basemap has no such layer.
    """
    text = (BASEMAP_FOLDER / _file_name(name)).read_text(encoding="utf-8")
    layer: dict[str, Any] = json.loads(text)
    return layer


def basemap_address(name: str) -> str:
    """Return the address a browser fetches a layer by.

    It is relative to the page, so that an Atlas served under a base path finds its own files.

    Parameters
    ----------
    name : str
        One of `LAYERS`, or `SMALL`.

    Raises
    ------
    ValueError
        Where the basemap has no such layer.
    """
    return f"app/static/basemap/{_file_name(name)}"
