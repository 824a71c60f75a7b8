"""Controls of the choice within the content of a page: a list, a few options, or a year.

They show the reader's own choice until the server has confirmed it, and send it through the same
outbox as the head of the page, so that a control, the address and the figures agree in the end.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from components.assets import asset

Option = tuple[str, str]
"""What a link calls a choice, and what a reader calls it."""

_choices = st.components.v2.component(
    "atlas_choices",
    js=asset("outbox.js", "controls.js", "choices.js"),
    css=asset("track.css", "choices.css"),
)


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A list of options, of which one is chosen; `groups` carry a title each."""

    parameter: str
    label: str
    value: str
    options: tuple[Option, ...]
    groups: tuple[tuple[str, tuple[Option, ...]], ...] = ()

    def data(self) -> dict[str, Any]:
        """Return what the script draws."""
        return {"kind": "select", **vars(self)}


@dataclass(frozen=True, kw_only=True)
class Segments:
    """A few options side by side, of which one is chosen."""

    parameter: str
    label: str
    value: str
    options: tuple[Option, ...]

    def data(self) -> dict[str, Any]:
        """Return what the script draws."""
        return {"kind": "segments", **vars(self)}


@dataclass(frozen=True, kw_only=True)
class Year:
    """One year out of a range, both ends included."""

    parameter: str
    label: str
    value: int
    lowest: int
    highest: int

    def data(self) -> dict[str, Any]:
        """Return what the script draws."""
        return {"kind": "year", **vars(self)}


def show_choices(controls: Sequence[Listed | Segments | Year], *, key: str) -> None:
    """Draw controls below each other.

    Parameters
    ----------
    controls : sequence of Listed, Segments or Year
        The controls, from top to bottom.
    key : str
        Key of the element.
    """
    _choices(key=key, data={"controls": [control.data() for control in controls]})
