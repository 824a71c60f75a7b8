"""The page of decks, as one component of the browser."""

from functools import partial

import streamlit as st

from components.assets import component_parts
from components.page.shell import View
from components.present.acts import take_acts
from components.present.deck_data import page_data

DECK = "deck"
"""Key of the component."""

_deck = st.components.v2.component(
    "atlas_deck", **component_parts("present/present.js", "present/present.css")
)


def show_deck(view: View) -> None:
    """Draw the deck of the visitor or a built-in one, with its editor, files and downloads."""
    _deck(key=DECK, data=page_data(view), on_acts_change=partial(take_acts, DECK))
