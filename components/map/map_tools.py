"""Buttons, keys and scrolling of the interactive map, and its caption in full screen."""

from dataclasses import astuple

import streamlit as st

from components.assets import component_parts
from components.map.content import home_bounds
from components.map.legend import colour_legend
from components.page.visit import taken_message
from data.choice.camera import (
    DECIMALS,
    LATITUDES,
    LONGITUDES,
    REFERENCE,
    ZOOM_DECIMALS,
    ZOOMS,
)
from data.choice.map_parameters import CAMERA
from data.choice.parameters import Filters
from data.language.languages import Language
from data.load.dataset import Dataset

_tools = st.components.v2.component("atlas_map_tools", **component_parts("map/map_tools.js"))


def show_map_tools(*, dataset: Dataset, filters: Filters, language: Language, caption: str) -> None:
    """Add buttons and a caption to the interactive map of the page; without one, do nothing.

    Parameters
    ----------
    dataset : Dataset
        All tables.
    filters : Filters
        The reader's choice.
    language : Language
        Language of the names.
    caption : str
        What the map says when it fills the screen: year and number of routes.
    """
    _ = language.gettext
    bounds, _detail = home_bounds(dataset, filters)
    _tools(
        key="map_tools",
        height=1,
        data={
            "bounds": astuple(bounds),
            "camera": {
                "parameter": CAMERA.name,
                "value": CAMERA.write(filters.camera) if filters.camera else "",
                "canvas": REFERENCE,
                "decimals": (DECIMALS, ZOOM_DECIMALS),
                "limits": (LATITUDES, LONGITUDES, ZOOMS),
            },
            "heard": taken_message(),
            "names": {
                "group": _("Zoom of the map"),
                "in": _("Zoom in"),
                "out": _("Zoom out"),
                "reset": _("Show the whole view"),
                "hint": _("Ctrl and the mouse wheel, or two fingers, also zoom"),
            },
            "caption": caption,
            "legend": str(colour_legend(language, filters.compared_year)),
        },
    )
