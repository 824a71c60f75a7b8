"""Messages of Streamlit's websocket protocol: which a browser may send, and what it learns.

A browser that shows the Atlas asks for runs of the script. The protocol has more: emptying caches,
reading the state of the git repository, writing files for programming assistants. Its first answer
states versions, the path of the script and an identifier of the machine.
"""

import hashlib
import json
from functools import lru_cache
from importlib.metadata import version
from pathlib import PurePath
from typing import Any

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session
from streamlit.runtime.app_session import AppSession

from data.citation import VERSION

NEEDED = frozenset({"stop_script", "app_heartbeat"})
"""Messages that pages of the Atlas send, besides requests for a run."""

PRESSED = "trigger_value"
FIELDS = frozenset({"json_value", "json_trigger_value", "string_value", PRESSED})
"""Fields that pages send: JSON of a component, chart or table, and whether a button was pressed.
With a value in another field, Streamlit could not store the state of the session."""

DEEPEST = 40
"""Greatest depth of lists and objects in such JSON; components of the Atlas need ten."""

LARGEST_PARSED = 2**20
"""Size in bytes from which a message is not parsed here; Streamlit refuses it by its size."""

_create = AppSession._create_new_session_message
_populate_theme = app_session._populate_theme_msg


def _is_shallow(value: object) -> bool:
    """Return whether lists and objects are nested at most `DEEPEST` times."""
    level: list[object] = [value]
    for _depth in range(DEEPEST):
        inner: list[object] = []
        for one in level:
            if isinstance(one, dict):
                inner += one.values()
            elif isinstance(one, list):
                inner += one
        if not inner:
            return True
        level = inner
    return False


def is_state(text: str) -> bool:
    """Return whether a text is JSON that is not nested deeply.

    Streamlit parses and copies it in each run of the session, as deep as it is nested.
    """
    try:
        return _is_shallow(json.loads(text))
    except (ValueError, RecursionError):
        return False


def _asks_for_a_run(state: ClientState) -> bool:
    for widget in state.widget_states.widgets:
        name = widget.WhichOneof("value")
        if name not in FIELDS or (name != PRESSED and not is_state(getattr(widget, name))):
            return False
    return True


def is_needed(content: bytes) -> bool:
    """Return whether a message of a browser may reach Streamlit.

    Parameters
    ----------
    content : bytes
        Content of a binary message. Streamlit closes the connection if it cannot be decoded.
    """
    if len(content) > LARGEST_PARSED:
        return True
    try:
        message = BackMsg.FromString(content)
    except DecodeError:
        return True
    kind = message.WhichOneof("type")
    if kind == "rerun_script":
        return _asks_for_a_run(message.rerun_script)
    return kind in NEEDED


@lru_cache(maxsize=1)
def build() -> str:
    """Return a short digest of the versions of Atlas and Streamlit.

    An open page is reloaded when it reconnects to a server with another build.
    """
    names = f"{VERSION} {version('streamlit')}"
    return hashlib.sha256(names.encode()).hexdigest()[:12]


def without_environment(message: ForwardMsg) -> ForwardMsg:
    """Remove versions, identifiers of the machine and paths from the first message of a session."""
    session = message.new_session
    session.main_script_path = PurePath(session.main_script_path).name
    environment, user = session.initialize.environment_info, session.initialize.user_info
    environment.Clear()
    environment.streamlit_version = build()
    user.Clear()
    # Both are required, so they stay present.
    environment.SetInParent()
    user.SetInParent()
    return message


def _create_without_environment(session: AppSession, *args: Any, **options: Any) -> ForwardMsg:  # noqa: ANN401, signature of Streamlit
    return without_environment(_create(session, *args, **options))


@lru_cache(maxsize=8)
def _theme(section: str) -> CustomThemeConfig:
    theme = CustomThemeConfig()
    _populate_theme(theme, section)
    return theme


def _populate_theme_once(message: CustomThemeConfig, section: str = "theme") -> None:
    """Write the theme of a section of the configuration, which is read once for all runs.

    Streamlit reads six sections in each run, which takes a tenth of the time of a change.
    """
    theme = _theme(section)
    if theme.ByteSize():
        message.MergeFrom(theme)


def hide_environment() -> None:
    """Let sessions start without stating versions, the machine or paths of the server."""
    app_session._populate_theme_msg = _populate_theme_once  # type: ignore[assignment]
    AppSession._create_new_session_message = _create_without_environment  # type: ignore[assignment, method-assign]
