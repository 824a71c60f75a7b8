"""A visitor's file in the session: what was read, and the file in use."""

import json
from dataclasses import dataclass, replace

import streamlit as st

from components.own_file.held_answers import ANSWERS
from components.page.own_years import extend_years, restore_years
from data.own_file.faults import Refused, from_fault_record
from data.own_file.model import OwnFile, from_record

_TOKEN = "atlas_own_token"  # noqa: S105, a key of the session, not a secret
_HELD = "atlas_own_file"


@dataclass(frozen=True)
class Held:
    """What a session holds of the visitor's files.

    Attributes
    ----------
    read : OwnFile or None
        The file that was read and is not in use yet.
    refused : Refused or None
        The file that was refused.
    used : OwnFile or None
        The file in use.
    on_charts : bool
        Whether the visitor has turned it on for the charts of trade.
    """

    read: OwnFile | None = None
    refused: Refused | None = None
    used: OwnFile | None = None
    on_charts: bool = False


def own_token() -> str:
    """Return the secret by which this session sends its files."""
    token: str = st.session_state.get(_TOKEN, "")
    if not ANSWERS.knows(token):
        token = ANSWERS.new_token()
        st.session_state[_TOKEN] = token
    return token


def held() -> Held:
    """Return what this session holds."""
    found: Held = st.session_state.get(_HELD, Held())
    return found


def take_answer() -> None:
    """Take the answer about the last file that this session has sent, if there is one."""
    answer = ANSWERS.take(own_token())
    if not answer:
        return
    record = json.loads(answer)
    if "file" in record:
        now = replace(held(), read=from_record(record["file"]), refused=None)
    else:
        now = replace(held(), refused=from_fault_record(record["fault"]), read=None)
    st.session_state[_HELD] = now


def use_file() -> None:
    """Use the file that was read; it takes the place of another one."""
    found = held()
    if found.read is not None and found.read.values:
        st.session_state[_HELD] = Held(used=found.read)
        restore_years()


def discard_file() -> None:
    """Discard the file that was read and not used."""
    st.session_state[_HELD] = replace(held(), read=None, refused=None)


def show_on_charts(shown: bool) -> None:  # noqa: FBT001, an argument of a button
    """Turn the file in use on or off for the charts of trade."""
    found = replace(held(), on_charts=shown)
    st.session_state[_HELD] = found
    if shown and found.used is not None:
        extend_years(value.year for value in found.used.values)
    else:
        restore_years()


def remove_file() -> None:
    """Remove the file in use, and all that is held."""
    st.session_state.pop(_HELD, None)
    restore_years()
