"""Flag whether this server serves exported files; imports nothing, for a fast start."""

from dataclasses import dataclass

FOLDER = "export"
"""First path segment of the address of every exported file."""


@dataclass
class _Served:
    here: bool = False


_SERVED = _Served()


def note_served() -> None:
    """Record that this server serves files."""
    _SERVED.here = True


def is_served() -> bool:
    """Return whether this server serves files; `streamlit run dashboard.py` does not."""
    return _SERVED.here
