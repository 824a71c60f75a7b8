"""Values of components are those that Streamlit gives, as plain mappings."""

import pytest
from streamlit.components.v2.presentation import make_bidi_component_presenter
from streamlit.runtime.state.common import WidgetMetadata
from streamlit.runtime.state.session_state import SessionState, Value

from components.server.component_values import _presenter

EVENTS, STATE = "atlas_head__events", "atlas_head"
CASES: dict[str, tuple[object, object]] = {
    "nothing": ({}, None),
    "state": ({"address": "?lang=kk", "dark": True}, None),
    "event": ({"dark": False}, [{"event": "gesture", "value": {"years": "2019-2021"}}]),
    "two events": ({}, [{"event": "a", "value": 1}, {"event": "b", "value": 2}]),
    "an event twice": ({}, [{"event": "a", "value": 1}, {"event": "a", "value": 2}]),
    "event with the name of a state": ({"a": 0}, [{"event": "a", "value": 1}]),
    "event without value": ({}, [{"event": "a"}]),
    "forged events": ({"a": 0}, [3, None, {"event": 4, "value": 1}, {"value": 1}]),
    "state that is no mapping": ([1, 2], [{"event": "a", "value": 1}]),
    "no state": (None, [{"event": "a", "value": 1}]),
}


def session_with(events: object, kind: str = "json_trigger_value") -> SessionState:
    """Return a session in which a component has sent events."""
    session = SessionState()
    session._new_widget_state.widget_metadata[EVENTS] = WidgetMetadata(
        id=EVENTS,
        deserializer=lambda value: value,
        serializer=lambda value: value,
        value_type=kind,  # type: ignore[arg-type]
    )
    if events is not None:
        session._new_widget_state.states[EVENTS] = Value(events)
    return session


@pytest.mark.parametrize("name", CASES)
def test_values_are_those_of_streamlit(name: str) -> None:
    state, events = CASES[name]
    session = session_with(events)
    ours = _presenter(EVENTS, STATE)(state, session)
    theirs = make_bidi_component_presenter(EVENTS, STATE)(state, session)
    assert ours == theirs


@pytest.mark.parametrize("session", [SessionState(), session_with([], kind="json_value")])
def test_without_events_the_state_is_the_value(session: SessionState) -> None:
    state = {"dark": True}
    assert _presenter(EVENTS, STATE)(state, session) is state
