"""Component that reports screen properties of the browser and their changes."""

from dataclasses import asdict, replace

import streamlit as st

from components.assets import component_parts
from components.page.screen import Screen
from components.page.tokens import BREAKPOINTS

_KEY = "atlas_screen"

_ask = st.components.v2.component("atlas_screen", **component_parts("page/screen_probe.js"))


def _nothing() -> None:
    """No-op: the state change triggers the rerun."""


def _known() -> Screen:
    """Return the last reported screen; before the first report, that of a desktop computer."""
    told = st.session_state.get(_KEY)
    known = Screen(dark=st.context.theme.type == "dark")
    if not isinstance(told, dict):
        return known
    return replace(
        known,
        dark=told["dark"] if isinstance(told.get("dark"), bool) else known.dark,
        narrow=told.get("narrow") is True,
        webgl=not without if isinstance(without := told.get("without_webgl"), bool) else None,
    )


def reader_screen() -> Screen:
    """Return the last reported screen, and draw the component that reports changes."""
    known = _known()
    said = {name: value for name, value in asdict(known).items() if name != "webgl"}
    _ask(
        key=_KEY,
        data={
            "narrow_pixels": BREAKPOINTS["phone"],
            "known": {
                **said,
                "without_webgl": None if known.webgl is None else not known.webgl,
            },
        },
        height=1,
        on_narrow_change=_nothing,
        on_without_webgl_change=_nothing,
        on_dark_change=_nothing,
    )
    return known
