"""All views of the landing page but its charts, as one component of the browser.

Headlines, key figures, the small map and the panel are one element to draw, where an element for
each would be a dozen: with every choice the browser has that much less to go through. What does
not differ from before is left as it stands.
"""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.assets import asset

VIEWS = "views"
"""Key of the component."""

STRIP, MAP, PANEL, FIRST, SECOND, THIRD, FOURTH = (
    "strip",
    "map",
    "panel",
    "first",
    "second",
    "third",
    "fourth",
)
"""Pieces of the page: key figures, what stands above the map and below it, and above each chart."""


def _piece(name: str) -> str:
    return f'<div class="atlas-piece atlas-at-{name}" data-piece="{name}"></div>'


_SKELETON = (
    f"{_piece(STRIP)}"
    f'<div class="atlas-mapped">{_piece(MAP)}'
    '<div class="atlas-map" role="img"></div><p class="atlas-missing" role="status"></p>'
    f"{_piece(PANEL)}</div>"
    f"{''.join(map(_piece, (FIRST, SECOND, THIRD, FOURTH)))}"
)

_views = st.components.v2.component(
    "atlas_views", html=_SKELETON, js=asset("outbox.js", "views.js"), isolate_styles=False
)


def show_views(*, pieces: Mapping[str, str], drawing: Mapping[str, Any] | None) -> None:
    """Draw the views; a click on the map is sent through the head of the page.

    Parameters
    ----------
    pieces : mapping of str to str
        HTML by name of the piece.
    drawing : mapping or None
        The fields of `components.mapping.overview.SmallMap`, with the map's alternative text as
        `label`; None where it cannot be drawn.
    """
    _views(
        key=VIEWS,
        data={"pieces": dict(pieces), "map": dict(drawing) if drawing else None},
    )
