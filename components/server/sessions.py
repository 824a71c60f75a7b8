"""Removal of closed sessions whose time with Streamlit has run out."""

import asyncio
from contextlib import suppress

from streamlit import config, runtime


def seconds_kept() -> float:
    """Return how long a session outlives its connection, in seconds."""
    return float(config.get_option("server.disconnectedSessionTTL"))


def _expire() -> None:
    # Streamlit drops an expired session when the next one closes, which may be never; it offers no
    # public way to drop it earlier.
    held: object = runtime.get_instance()
    for name in ("_session_mgr", "_session_storage", "_cache", "expire"):
        held = getattr(held, name, None)
    if callable(held):
        held()


def expire_closed_sessions(loop: asyncio.AbstractEventLoop) -> None:
    """Drop closed sessions whose time is over, on the event loop that owns them.

    Parameters
    ----------
    loop : AbstractEventLoop
        The server's event loop; one that has ended is left alone.
    """
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(_expire)
