"""Removal of expired sessions from Streamlit's session storage."""

import asyncio
from contextlib import suppress

from streamlit import config, runtime


def seconds_kept() -> float:
    """Return how long Streamlit keeps a session after its connection is closed, in seconds."""
    return float(config.get_option("server.disconnectedSessionTTL"))


def _expire() -> None:
    # Streamlit removes an expired session only when another one closes, and has no public method to
    # remove it earlier.
    target: object = runtime.get_instance()
    for name in ("_session_mgr", "_session_storage", "_cache", "expire"):
        target = getattr(target, name, None)
    if callable(target):
        target()


def expire_closed_sessions(loop: asyncio.AbstractEventLoop) -> None:
    """Remove expired sessions, on the event loop of the server.

    Parameters
    ----------
    loop : AbstractEventLoop
        The server's event loop; nothing happens if it is closed.
    """
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(_expire)
