"""Controls of the choice within the content of a page: a list, a few options, or a year.

They show the reader's own choice until the server has confirmed it, and send it through the same
outbox as the head of the page, so that a control, the address and the figures agree in the end.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import streamlit as st

from components.assets import component_parts

Option = tuple[str, str]
"""What a link calls a choice, and what a reader calls it."""

_choices = st.components.v2.component(
    "atlas_choices",
    **component_parts("controls/choices.js", "controls/track.css", "controls/choices.css"),
)


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A few options or many, of which one is chosen.

    Attributes
    ----------
    kind : str
        `select` for a list that opens, `segments` for options side by side.
    parameter : str
        Parameter of a link that the choice sets.
    label : str
        What is chosen, for the reader.
    value : str
        The option in force.
    options : tuple of pairs of str
        The options; in a list they stand above the groups.
    groups : tuple of pairs
        Further options of a list, under a title each.
    """

    kind: Literal["select", "segments"]
    parameter: str
    label: str
    value: str
    options: tuple[Option, ...]
    groups: tuple[tuple[str, tuple[Option, ...]], ...] = ()

    def data(self) -> dict[str, Any]:
        """Return what the script draws."""
        return dict(vars(self))


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


def show_choices(controls: Sequence[Listed | Year], *, key: str) -> None:
    """Draw controls below each other.

    Parameters
    ----------
    controls : sequence of Listed or Year
        The controls, from top to bottom.
    key : str
        Key of the element.
    """
    _choices(key=key, data={"controls": [control.data() for control in controls]})
