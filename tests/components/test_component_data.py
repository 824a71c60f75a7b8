"""Data of components are written once, as letters, and without tables."""

import json

import pandas as pd
import pytest
from streamlit.components.v2.bidi_component.main import BidiComponentMixin
from streamlit.proto.BidiComponent_pb2 import BidiComponent

from components.server import component_data

SENT = {"title": "Тасымал", "codes": ["a", "b"], "years": (2018, 2023), "none": None}


def test_data_arrive_as_they_were_given() -> None:
    message = BidiComponent()
    component_data._write_json(SENT, message)
    assert json.loads(message.json) == json.loads(json.dumps(SENT))
    assert message.WhichOneof("data") == "json"


def test_letters_are_not_escaped() -> None:
    message = BidiComponent()
    component_data._write_json(SENT, message)
    assert "Тасымал" in message.json
    assert len(message.json.encode()) < len(json.dumps(SENT))


def test_a_table_is_refused() -> None:
    with pytest.raises(TypeError):
        component_data._write_json({"table": pd.DataFrame()}, BidiComponent())


def test_what_names_a_component_has_none_of_its_data() -> None:
    message = BidiComponent()
    component_data._write_json(SENT, message)
    said = component_data._identity_without_data(
        BidiComponentMixin(),
        proto=message,
        data=SENT,
        component_name="atlas_head",
        isolate_styles=True,
        width="stretch",
        height="content",
        default=None,
    )
    assert said == {
        "component_name": "atlas_head",
        "isolate_styles": True,
        "width": "stretch",
        "height": "content",
        "default": None,
    }
