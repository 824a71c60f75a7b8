"""Fixtures of tests of the page of decks."""

from typing import Any

import pytest
import streamlit as st

from components.page import visit
from components.page.choice import Choice
from components.present.acts import take_acts
from components.process.figures import stored
from tests.components.deck_session import COMPONENT, Put


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A session on the page of decks, in English."""
    held: dict[str, Any] = {}
    monkeypatch.setattr(st, "session_state", held)
    _dataset, space = stored()
    held[visit._CHOICE] = Choice(filters=space.start("en"))
    held[visit._SPACE] = space
    return held


@pytest.fixture
def put(session: dict[str, Any]) -> Put:
    """Return a function that sends changes of one browser tab."""
    numbers = iter(range(1, 10_000))

    def send(do: str, **fields: object) -> None:
        act = {"do": do, "order": next(numbers), **fields}
        session[COMPONENT] = {"acts": {"tab": "a", "acts": [act]}}
        take_acts(COMPONENT)

    return send
