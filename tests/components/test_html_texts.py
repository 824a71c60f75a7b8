"""Markup is sent as Streamlit would send it, whatever it looks like."""

import pytest
from streamlit.elements import html
from streamlit.testing.v1 import AppTest

from components.server import html_texts

MARKUP = (
    "<p>Сауда</p>",
    "\n    <p>\n      indented\n    </p>\n",
    "<style>p { color: red; }</style>",
    "<!-- a --><style>p {}</style><p>both</p>",
    "README.md",
)


def page(text: str) -> None:
    """Show markup; the function is the script of a page."""
    import streamlit as st  # noqa: PLC0415, only the text of the function is run

    st.html(text)


def sent(markup: str) -> list[tuple[int, str]]:
    """Return the part of the page and the text of everything that is sent for markup."""
    app = AppTest.from_function(page, args=(markup,))
    app.run()
    assert not app.exception
    parts = app._tree.children.items()
    return [(part, str(one.proto.body)) for part, block in parts for one in block.get("html")]


@pytest.mark.parametrize("markup", MARKUP)
def test_markup_is_sent_as_before(markup: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sent(markup)
    assert len(before) == 1
    for name in ("_is_file", "clean_text", "_html_only_style_tags"):
        monkeypatch.setattr(html, name, getattr(html, name))
    html_texts.examine_markup_once()
    assert [sent(markup), sent(markup)] == [before, before]
