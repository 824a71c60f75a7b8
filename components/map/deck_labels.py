"""Labels of the interactive map: a layer for each zoom from which more of them are shown."""

from collections.abc import Mapping
from math import floor
from types import MappingProxyType
from typing import Any

import pydeck

from components.map.captions import WATER_LABEL
from components.map.deck_layers import (
    USUAL_TEXT,
    colour,
    layer,
    or_usual,
    path,
    text,
    unusual,
)
from components.map.labels import Label, Level
from components.page.tokens import Ground

LABEL_LAYER = "labels"
"""Beginning of the names of the layers of labels, before the zoom they are shown from."""

USUAL_LABEL: Mapping[str, object] = MappingProxyType(
    {"size": 11.5, "offset": [7.0, 0.0], "anchor": "start"}
)
"""What most labels have: the name of a place, to the right of it."""

LETTERS: Mapping[str, object] = MappingProxyType(
    {"sdf": True, "fontSize": 28, "buffer": 6, "radius": 8, "cutoff": 0.18, "smoothing": 0.16}
)
"""How deck.gl draws letters that have a halo; larger or sharper ones lose thin strokes."""

HALO = 4.0
"""Width of the halo of labels, in the units of deck.gl."""


def _label_row(label: Label, ground: Ground, usual: Mapping[str, object]) -> dict[str, Any]:
    water = label.kind == WATER_LABEL
    row = {
        "text": label.text,
        "at": path((label.position,))[0],
        "size": label.size,
        "color": colour(ground.water_ink if water else ground.ink, label.opacity),
        "offset": [round(label.dx, 1), round(label.dy, 1)],
        "anchor": {"left": "start", "middle": "middle", "right": "end"}[label.align],
    }
    return unusual(row, usual)


def label_layer(level: Level, ground: Ground) -> pydeck.Layer:
    """Return labels of routes, places, countries and waters, with a halo of the ground.

    `map_tools.js` reads the zoom from which they are shown in the name of the layer.
    """
    usual = {**USUAL_LABEL, "color": colour(ground.ink)}
    rows = [_label_row(label, ground, usual) for label in level.labels]
    return layer(
        "TextLayer",
        f"{LABEL_LAYER}-{floor(100 * level.zoom) / 100:.2f}",
        rows,
        get_text="text",
        get_position="at",
        get_size=or_usual("size", usual),
        get_color=or_usual("color", usual),
        get_angle=or_usual("angle", USUAL_TEXT),
        get_pixel_offset=or_usual("offset", usual),
        get_text_anchor=or_usual("anchor", usual),
        get_alignment_baseline=text("center"),
        font_settings=dict(LETTERS),
        outline_width=HALO,
        outline_color=colour(ground.plate),
        font_family=text('"Source Sans", sans-serif'),
        character_set=text("auto"),
        pickable=False,
    )
