"""Data that many visitors get are written once, and those of one visitor are added."""

import json

import pytest
from streamlit.proto.BidiComponent_pb2 import BidiComponent

from components import kept_json
from components.kept_json import KeptJson
from components.server import component_data

SENT = {"title": "Тасымал", "codes": ["a", "b"], "years": (2018, 2023), "none": None}
OWN = {"heard": ["tab", 3], "deck": '"},{"'}


def test_data_are_written_once(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = KeptJson(SENT)
    first = kept.text
    assert json.loads(first) == json.loads(json.dumps(SENT))
    monkeypatch.setattr(kept_json, "_json", None)
    message = BidiComponent()
    component_data._write_json(kept, message)
    assert message.json == first


def test_data_of_a_visitor_are_added_to_the_kept_text() -> None:
    kept = KeptJson(SENT)
    added = kept.with_own(**OWN)
    assert json.loads(added.text) == json.loads(json.dumps({**SENT, **OWN}))
    assert dict(added) == {**SENT, **OWN}
    assert dict(kept) == SENT
    assert kept.with_own().text == kept.text


def test_data_of_a_visitor_need_others_before() -> None:
    with pytest.raises(ValueError, match="nothing to add"):
        KeptJson().with_own(**OWN)


def test_data_equal_only_themselves() -> None:
    one, other = KeptJson(SENT), KeptJson(SENT)
    assert one != other
    assert len({one, other, one}) == 2
