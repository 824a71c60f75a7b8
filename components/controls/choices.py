"""Filter controls within the content of a page: select boxes, segments, year sliders.

They show the user's choice at once and send it through the same outbox as the page head, so that
control, address and figures stay consistent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import streamlit as st

from components.assets import component_parts
from components.page.visit import taken_message

Option = tuple[str, str]
"""Code and label of an option."""

_choices = st.components.v2.component(
    "atlas_choices",
    **component_parts("controls/choices.js", "controls/track.css", "controls/choices.css"),
)


@dataclass(frozen=True, kw_only=True)
class Listed:
    """Control to select one of several options.

    Attributes
    ----------
    kind : str
        `select` for a drop-down list, `segments` for options side by side.
    parameter : str
        Name of the link parameter that it sets.
    label : str
        Label of the control.
    value : str
        Code of the selected option.
    options : tuple of pairs of str
        Options, listed before the groups.
    groups : tuple of pairs
        Titles and options of groups in a drop-down list.
    """

    kind: Literal["select", "segments"]
    parameter: str
    label: str
    value: str
    options: tuple[Option, ...]
    groups: tuple[tuple[str, tuple[Option, ...]], ...] = ()

    def data(self) -> dict[str, Any]:
        """Return the data for the script."""
        return dict(vars(self))


@dataclass(frozen=True, kw_only=True)
class Year:
    """Control to select one year from `lowest` to `highest`, both included."""

    parameter: str
    label: str
    value: int
    lowest: int
    highest: int

    def data(self) -> dict[str, Any]:
        """Return the data for the script."""
        return {"kind": "year", **vars(self)}


@dataclass(frozen=True, kw_only=True)
class SearchField:
    """Field for a search text of at most `longest` characters."""

    parameter: str
    label: str
    value: str
    placeholder: str
    longest: int

    def data(self) -> dict[str, Any]:
        """Return the data for the script."""
        return {"kind": "search", **vars(self)}


def show_choices(controls: Sequence[Listed | Year | SearchField], *, key: str) -> None:
    """Draw controls in one column.

    Parameters
    ----------
    controls : sequence of Listed, Year or SearchField
        The controls, from top to bottom.
    key : str
        Streamlit key of the element.
    """
    _choices(
        key=key,
        data={"controls": [control.data() for control in controls], "heard": taken_message()},
    )
