"""Forged messages of Streamlit's protocol: pages stay, and other sessions notice nothing."""

import asyncio
import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.state.common import WidgetMetadata
from streamlit.runtime.state.session_state import Serialized, WStates

from components.controls.gestures import latest_message
from components.present.acts import read_acts
from components.server import widget_values
from components.server.protocol import DEEPEST, is_needed, is_state
from tests.browser.server import running_server
from tests.hostile.corpus import BROKEN, LINKS, VALUES
from tests.hostile.forger import Forger, forged

PAGES = ("", "energy_routes", "present")
"""Pages that together have every kind of chart and most components."""

LOUD = ("failed", "Traceback", "Uncaught")


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile") / "log"


@pytest.fixture(scope="module")
def address(log: Path) -> Iterator[str]:
    with running_server(log=log) as server:
        yield server.address


async def send_values(address: str, page: str) -> list[str]:
    """Send every value in every place of a page, and return the errors that it showed."""
    async with Forger(address, page) as forger:
        assert forger.widgets
        for value in VALUES:
            places = [
                list(forged(identifier, kind, value))
                for identifier, (kind, _fragment) in forger.widgets.items()
            ]
            for states in zip(*(place * (4 // len(place)) for place in places), strict=True):
                request = forger.request()
                for identifier, state in states:
                    request.widget_states.widgets.add(id=identifier, **state)
                await forger.run(request)
        return forger.faults


@pytest.mark.parametrize("page", PAGES)
def test_no_forged_value_breaks_a_page(address: str, log: Path, page: str) -> None:
    before = log.stat().st_size
    assert asyncio.run(send_values(address, page)) == []
    told = log.read_text(encoding="utf-8")[before:]
    assert [line for line in told.splitlines() if "failed" in line] == []


def test_no_hostile_link_breaks_a_page(address: str) -> None:
    async def follow() -> list[str]:
        faults: list[str] = []
        for number, link in enumerate(LINKS):
            async with Forger(address, PAGES[number % len(PAGES)], link) as forger:
                faults += forger.faults
        return faults

    assert asyncio.run(follow()) == []


def test_forged_requests_do_not_end_a_session(address: str) -> None:
    async def send() -> list[str]:
        async with Forger(address, "trade") as forger:
            for name in ("page_script_hash", "page_name", "fragment_id", "query_string"):
                for text in ("\0", "../" * 99, "x" * 100_000, "🏴"):
                    state = ClientState()
                    setattr(state, name, text)
                    await forger.send(state)
            many = forger.request()
            many.cached_message_hashes.extend(["x" * 32] * 5_000)
            many.context_info.timezone = "../../etc"
            many.context_info.locale = "x" * 5_000
            many.context_info.color_scheme = "<b>"
            many.context_info.timezone_offset = -(2**31)
            await forger.run(many)
            forger.faults.clear()
            await forger.run(forger.request())
            return forger.faults

    assert asyncio.run(send()) == []


@pytest.mark.parametrize("text", BROKEN, ids=lambda text: repr(text[:12]))
def test_broken_and_deep_states_do_not_reach_streamlit(text: str) -> None:
    for field in ("json_value", "json_trigger_value", "string_value"):
        message = BackMsg()
        message.rerun_script.widget_states.widgets.add(id="x", **{field: text})
        assert not is_needed(message.SerializeToString())


@pytest.mark.parametrize(
    ("field", "value"), [("int_value", 5), ("bool_value", True), ("bytes_value", b"x")]
)
def test_states_in_other_fields_do_not_reach_streamlit(field: str, value: object) -> None:
    message = BackMsg()
    widget = message.rerun_script.widget_states.widgets.add(id="x")
    assert not is_needed(message.SerializeToString())
    setattr(widget, field, value)
    assert not is_needed(message.SerializeToString())
    widget.trigger_value = True
    assert is_needed(message.SerializeToString())


def test_states_of_the_depth_that_components_need_reach_streamlit() -> None:
    assert is_state("[" * DEEPEST + "]" * DEEPEST)
    assert not is_state("[" * (DEEPEST + 1) + "1" + "]" * (DEEPEST + 1))


def unreadable() -> WStates:
    """Return the state of a session with a chart whose value is `null`."""
    states = WStates()
    metadata: WidgetMetadata[Any] = WidgetMetadata(
        id="chart",
        deserializer=lambda text: {} if text is None else json.loads(text)["selection"],
        serializer=json.dumps,
        value_type="string_value",
    )
    states.set_widget_metadata(metadata)
    states["chart"] = Serialized(WidgetState(id="chart", string_value="null"))
    return states


def test_an_unreadable_value_is_as_if_nobody_had_touched_the_widget() -> None:
    states = unreadable()
    assert widget_values._get_or_default(states, "chart") == {}
    assert widget_values._get_or_default(states, "chart") == {}
    with pytest.raises(KeyError):
        widget_values._get_or_default(states, "nothing")


def test_streamlit_still_fails_at_an_unreadable_value() -> None:
    """If this fails, Streamlit does it itself, and the module can go."""
    with pytest.raises(TypeError):
        widget_values._get(unreadable(), "chart")


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
keys = st.sampled_from(["tab", "number", "changes", "acts", "order", "do", "key", "name", "text"])
messages = st.dictionaries(keys, anything | st.lists(st.dictionaries(keys, anything)))


@settings(max_examples=60, deadline=None)
@given(messages | anything)
def test_no_message_of_a_component_raises(sent: object) -> None:
    latest_message(sent)
    latest_message([sent, sent])
    tab, acts = read_acts(sent)
    assert len(tab) <= 40
    assert all(act.order > 0 for act in acts)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_of_a_message_raise(content: bytes) -> None:
    assert is_needed(content) in {True, False}


def test_the_corpus_is_whole() -> None:
    assert len(set(VALUES)) == len(VALUES) >= 25
    assert len(set(LINKS)) == len(LINKS) >= 15
    for value in VALUES:
        json.loads(value)
    assert not list(chain.from_iterable(LINKS)).count("\n")
