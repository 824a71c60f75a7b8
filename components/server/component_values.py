"""Values of components, read without a new class for each.

Streamlit 1.67 defines a class of the values whenever it reads those of a component, several times
for each component and run. With it, a program can change single values. The Atlas does not; reading
took a twelfth of the time of a change of filters on the page of energy routes.
"""

from typing import Any

from streamlit.components.v2.bidi_component import main
from streamlit.runtime.state import SessionState
from streamlit.runtime.state.common import WidgetValuePresenter


def _presenter(
    aggregator_id: str,
    component_id: str | None = None,  # noqa: ARG001, signature of Streamlit
    allowed_state_keys: set[str] | None = None,  # noqa: ARG001, signature of Streamlit
) -> WidgetValuePresenter:
    """Return a function that joins the state of a component with the events of this run.

    Parameters
    ----------
    aggregator_id : str
        Id under which the events are stored.
    component_id, allowed_state_keys
        For writing, which values that are only read do not need.
    """

    def present(state: object, session: SessionState) -> object:
        held = session._new_widget_state
        known = held.widget_metadata.get(aggregator_id)
        if not isinstance(state, dict) or known is None or known.value_type != "json_trigger_value":
            return state
        try:
            events: Any = held[aggregator_id]
        except KeyError:
            events = ()
        happened = {
            event["event"]: event.get("value")
            for event in (events if isinstance(events, list) else ())
            if isinstance(event, dict) and isinstance(event.get("event"), str)
        }
        return {**happened, **state}

    return present


def read_component_values_plainly() -> None:
    """Let the values of components be read as plain mappings."""
    main.make_bidi_component_presenter = _presenter  # type: ignore[attr-defined]
