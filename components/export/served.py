"""Whether this server serves files by address; light, since the server starts with it."""

from dataclasses import dataclass

FOLDER = "export"
"""First part of the address of every file."""


@dataclass
class _Served:
    here: bool = False


_SERVED = _Served()


def note_served() -> None:
    """Note that this server serves files."""
    _SERVED.here = True


def is_served() -> bool:
    """Return whether this server serves files; `streamlit run dashboard.py` does not."""
    return _SERVED.here
