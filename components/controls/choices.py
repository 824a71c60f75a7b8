"""Filter controls within the content of a page: select boxes, segments, toggles, years.

They show the user's choice at once and send it through the same outbox as the page head, so that
control, address and figures stay consistent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import streamlit as st

from components.assets import component_parts
from components.kept_json import KeptJson
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
class Toggles:
    """Buttons side by side that show and hide one code each; the value is empty for all.

    Attributes
    ----------
    parameter, label : str
        Name of the link parameter, and name of the group.
    value : str
        Shown codes as a link has them, separated by commas.
    options : tuple of tuples of str
        Code, label and colour of the sample of each button.
    """

    parameter: str
    label: str
    value: str
    options: tuple[tuple[str, str, str], ...]

    def data(self) -> dict[str, Any]:
        """Return the data for the script."""
        return {"kind": "toggles", **vars(self)}


@dataclass(frozen=True, kw_only=True)
class Year:
    """Control to select one year from `lowest` to `highest`, both included.

    Attributes
    ----------
    parameter, label : str
        Name of the link parameter that it sets, and label of the control.
    value, lowest, highest : int
        Selected year, and the first and the last that can be selected.
    play : pair of str
        Names of a button that plays through the years: while it stands, and while it plays. Empty
        for no such button.
    """

    parameter: str
    label: str
    value: int
    lowest: int
    highest: int
    play: tuple[str, str] | tuple[()] = ()

    def data(self) -> dict[str, Any]:
        """Return the data for the script."""
        own = {"kind": "year", **vars(self)}
        return own if self.play else {name: own[name] for name in own if name != "play"}


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


Choice = Listed | Toggles | Year | SearchField


@lru_cache(maxsize=256)
def _data(controls: tuple[Choice, ...]) -> KeptJson:
    return KeptJson({"controls": [control.data() for control in controls]})


def show_choices(controls: Sequence[Choice], *, key: str) -> None:
    """Draw controls in one column.

    Parameters
    ----------
    controls : sequence of Listed, Toggles, Year or SearchField
        The controls, from top to bottom.
    key : str
        Streamlit key of the element.
    """
    _choices(key=key, data=_data(tuple(controls)).with_own(heard=taken_message()))
