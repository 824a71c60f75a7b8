"""Files of decks that a visitor opens on the page of decks."""

import base64
import json
from typing import Any

import pytest

from components.page.held_deck import own_draft, slide_count
from data.decks.files import deck_text
from data.decks.parts import FORMAT
from tests.components.deck_session import Put, add, data


def opened(put: Put, content: bytes, name: str = "mine.json") -> list[str]:
    put("open_file", name=name, text=base64.b64encode(content).decode())
    found: list[str] = data()["problems"]
    return found


def test_a_saved_deck_is_opened_again(session: dict[str, Any], put: Put) -> None:
    del session
    add("trade_balance", years="2019-2021")
    saved = own_draft().deck
    put("clear")
    assert slide_count() == 0
    assert opened(put, deck_text(saved).encode()) == []
    assert own_draft().deck == saved


BROKEN = {
    "no JSON": (b"{", "not readable as JSON"),
    "no text": (b"\xff\xfe\x00", "UTF-8"),
    "foreign": (b'{"slides": []}', "not a deck of the Atlas"),
    "empty": (b"", "not readable as JSON"),
}


@pytest.mark.parametrize(("content", "said"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_reported_and_changes_nothing(
    session: dict[str, Any], put: Put, content: bytes, said: str
) -> None:
    del session
    add("trade_balance")
    (problem,) = opened(put, content, "<b>.json")
    assert said in problem
    assert problem.startswith("<b>.json")
    assert slide_count() == 1
    put("dismiss")
    assert data()["problems"] == []


def test_the_rest_of_a_file_with_faults_is_loaded(session: dict[str, Any], put: Put) -> None:
    del session
    content = {
        "format": FORMAT,
        "version": 9,
        "slides": [{"figure": "gone", "message": "A"}, {"seconds": 5}, {"figure": "survey_q01"}],
    }
    problems = opened(put, json.dumps(content).encode())
    assert len(problems) == 3
    assert "slide 1, field “figure”" in problems[1]
    assert [slide.figure for slide in own_draft().deck.slides] == ["gone", "survey_q01"]
    assert "gone" in data()["slides"][0]["faults"][0]
