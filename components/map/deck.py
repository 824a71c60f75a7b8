"""Interactive map: the content as a deck.gl specification, without external requests."""

import json
from functools import lru_cache

import pydeck
from pydeck.bindings.json_tools import default_serialize

from components.map.content import MapContent
from components.map.deck_labels import label_layer
from components.map.deck_layers import (
    DECIMALS,
    arrow_layer,
    ground_layers,
    point_layer,
    route_layers,
)
from components.page.screen import Screen
from components.page.tokens import DARK, LIGHT
from components.templates import macro

LEAST_ZOOM, GREATEST_ZOOM = 1.0, 9.0

TOOLTIP_STYLE = {
    "maxWidth": "230px",
    "fontSize": "13px",
    "lineHeight": "1.35",
    "color": "#FFFFFF",
    "backgroundColor": "#1F242B",
    "padding": "8px 10px",
    "borderRadius": "6px",
}

_tooltip = macro("map/deck.html", "tooltip")


class CompactDeck(pydeck.Deck):  # type: ignore[misc]
    """A deck that writes its specification once, without white space: shorter and faster."""

    def __init__(self, **props: object) -> None:
        super().__init__(**props)
        self._written = json.dumps(
            self, default=default_serialize, separators=(",", ":"), ensure_ascii=False
        )

    def to_json(self) -> str:
        """Return the specification."""
        return self._written


@lru_cache(maxsize=24)
def map_deck(content: MapContent, *, screen: Screen, round_: int) -> CompactDeck:
    """Return the interactive map.

    Land and water come by address, so that a change of filters sends only routes and labels.

    Parameters
    ----------
    content : MapContent
        What lies on the ground.
    screen : Screen
        Theme and width of the reader's screen.
    round_ : int
        Number in the names of the layers that can be clicked: another number makes the browser
        forget what was clicked.
    """
    ground = (DARK if screen.dark else LIGHT).ground
    camera = content.camera
    return CompactDeck(
        map_provider=None,
        layers=[
            *ground_layers(ground),
            *route_layers(content, ground, round_),
            arrow_layer(content.arrows),
            point_layer(content.points, ground, round_),
            *(label_layer(level, ground) for level in content.levels),
        ],
        initial_view_state=pydeck.ViewState(
            longitude=round(camera.longitude, DECIMALS),
            latitude=round(camera.latitude, DECIMALS),
            zoom=round(camera.zoom, DECIMALS),
            min_zoom=LEAST_ZOOM,
            max_zoom=GREATEST_ZOOM,
        ),
        tooltip={"html": str(_tooltip()), "style": TOOLTIP_STYLE},
    )
