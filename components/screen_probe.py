"""Asks the browser what its screen can do; it answers only where that differs from a desk's."""

import streamlit as st

from components.screen import Screen

NARROW_PIXELS = 640

_KEY = "atlas_screen"

_ASK = f"""
export default function({{ setStateValue }}) {{
  const narrow = window.innerWidth < {NARROW_PIXELS};
  const canvas = document.createElement('canvas');
  const webgl = Boolean(canvas.getContext('webgl2'));
  if (narrow) setStateValue('narrow', true);
  if (!webgl) setStateValue('without_webgl', true);
}}
"""

_ask = st.components.v2.component("atlas_screen", js=_ASK)


def _nothing() -> None:
    """Let the new state alone start the run that follows."""


def reader_screen() -> Screen:
    """Return the reader's screen as far as the browser has told; a desk's on the first run."""
    answer = _ask(key=_KEY, height=1, on_narrow_change=_nothing, on_without_webgl_change=_nothing)
    return Screen(
        dark=st.context.theme.type == "dark",
        narrow=bool(answer.get("narrow")),
        webgl=not answer.get("without_webgl"),
    )
