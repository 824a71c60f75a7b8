"""Markup that many visitors see, examined once.

Streamlit 1.67 looks for a file with the name of the markup, removes its indentation and searches it
for styles, in each run of each visitor.
"""

from functools import lru_cache

from streamlit.elements import html


def _names_no_file(body: str) -> bool:  # noqa: ARG001, signature of Streamlit
    """Return False: the Atlas gives Streamlit markup only."""
    return False


def examine_markup_once() -> None:
    """Let markup that many visitors see be examined once."""
    html._is_file = _names_no_file  # type: ignore[assignment]
    # 1 to 20 KB each, and as much again for the text in the key.
    html.clean_text = lru_cache(maxsize=512)(html.clean_text)  # type: ignore[assignment, attr-defined]
    html._html_only_style_tags = lru_cache(maxsize=512)(html._html_only_style_tags)
