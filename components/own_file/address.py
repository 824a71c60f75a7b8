"""Address that a visitor's file is sent to; imports nothing, for a fast start."""

from dataclasses import dataclass

OWN_FOLDER = "own-file"
"""First path segment of the address that takes a file."""


@dataclass
class _Taken:
    here: bool = False


_TAKEN = _Taken()


def note_taken() -> None:
    """Record that this server takes files."""
    _TAKEN.here = True


def takes_files() -> bool:
    """Return whether this server takes files; `streamlit run dashboard.py` does not."""
    return _TAKEN.here
