"""Values of charts and components that a browser sends, if Streamlit cannot read them.

Streamlit 1.67 reads a value in each run of the session. A value of a wrong type, such as `null` for
a chart, would make every later run of that session fail.
"""

import logging
from typing import Any

from streamlit.runtime.state.session_state import Value, WStates

_LOGGER = logging.getLogger(__name__)
_get = WStates.__getitem__


def _get_or_default(states: WStates, key: str) -> Any:  # noqa: ANN401, of any widget
    """Return the value of a widget; that of an untouched one if it cannot be read."""
    metadata = states.widget_metadata.get(key)
    try:
        return _get(states, key)
    except Exception as error:
        if metadata is None or key not in states.states:
            raise
        _LOGGER.warning("a value from a browser was not readable: %s", type(error).__name__)
        value = metadata.deserializer(None)
        states.states[key] = Value(value)
        return value


def replace_unreadable_values() -> None:
    """Let widgets with an unreadable value be as if nobody had touched them."""
    WStates.__getitem__ = _get_or_default  # type: ignore[method-assign]
