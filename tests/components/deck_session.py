"""What tests of the page of decks share: its data, adding a figure, the type of a sender."""

import json
from collections.abc import Callable
from typing import Any

import streamlit as st

from components.controls.gestures import read_message
from components.page import visit
from components.page.choice import Choice
from components.page.shell import View
from components.present.deck_data import page_data
from components.process.figures import stored
from data.choice.reading import from_query
from data.language.languages import language

COMPONENT = "deck"

Put = Callable[..., None]


def data(code: str = "en") -> dict[str, Any]:
    """Return the data for the script, as the browser receives it."""
    dataset, space = stored()
    found: dict[str, Any] = json.loads(
        json.dumps(page_data(View(dataset, space.start(code), language(code))))
    )
    return found


def add(figure: str, **query: str) -> None:
    """Add a figure as the button below it does."""
    message = read_message({"tab": "t", "number": 1, "changes": [[f"add:{figure}", "1"]]})
    assert message
    _dataset, space = stored()
    st.session_state[visit._CHOICE] = Choice(filters=from_query(query, space, "en")[0])
    st.session_state.pop(visit._TAKEN, None)
    visit._take(message)
