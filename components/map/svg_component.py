"""The component of the browser that draws the map as SVG, where no graphics card draws WebGL."""

from functools import lru_cache

import streamlit as st

from components.assets import component_parts
from components.kept_json import KeptJson
from components.map.svg_view import SvgMap
from components.templates import macro

_place = macro("map/svg.html", "place")

_map = st.components.v2.component(
    "atlas_svg_map",
    html=str(_place()),
    **component_parts("map/svg_component.js"),
    isolate_styles=False,
)


@lru_cache(maxsize=96)
def _data(drawn: SvgMap, label: str) -> KeptJson:
    return KeptJson({**vars(drawn), "label": label})


def show_svg_map(drawn: SvgMap, *, label: str, key: str) -> None:
    """Draw a map; a click on it is sent through the head of the page.

    Parameters
    ----------
    drawn : SvgMap
        The map.
    label : str
        What kind of map it is, for those who do not see it.
    key : str
        Key of the component.
    """
    _map(key=key, data=_data(drawn, label))
