"""All views of the landing page but its charts, as one component of the browser.

Headlines, key figures, the small map and the panel are one element to draw, where an element for
each would be a dozen: with every choice the browser has that much less to go through. What does
not differ from before is left as it stands.
"""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.assets import component_parts
from components.templates import macro

VIEWS = "views"
"""Key of the component."""

INTRO, STRIP, MAP, PANEL, FIRST, SECOND, THIRD, FOURTH = (
    "intro",
    "strip",
    "map",
    "panel",
    "first",
    "second",
    "third",
    "fourth",
)
"""Pieces of the page: introduction, key figures, heading of the map, panel, headings of charts."""


_skeleton = macro("overview/views.html", "skeleton")

_views = st.components.v2.component(
    "atlas_views",
    html=str(_skeleton((INTRO, STRIP), MAP, PANEL, (FIRST, SECOND, THIRD, FOURTH))),
    **component_parts("overview/views.js"),
    isolate_styles=False,
)


def show_views(*, pieces: Mapping[str, str], drawing: Mapping[str, Any] | None) -> None:
    """Draw the views; a click on the map is sent through the head of the page.

    Parameters
    ----------
    pieces : mapping of str to str
        HTML by name of the piece.
    drawing : mapping or None
        The fields of `components.map.svg_view.SvgMap`, with the map's alternative text as
        `label`; None where it cannot be drawn.
    """
    _views(
        key=VIEWS,
        data={"pieces": dict(pieces), "map": dict(drawing) if drawing else None},
    )
