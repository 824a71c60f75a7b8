"""Sentences of whole pages, from top to bottom, in every state of their controls."""

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest.mock import patch

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block as Container

from components.controls.chosen import state_key
from components.controls.page_head import PAGES
from components.figures.registry import FIGURES
from components.map.explorer import FIGURE_GROUPS
from components.sources.views import VIEWS
from data.choice.parameters import FilterSpace
from tests.rendered.document import Document, Sentence, beside
from tests.rendered.html_text import html_sentences
from tests.rendered.situations import PIPELINE

REPOSITORY = Path(__file__).parents[2]
PANELS = ("table", "sources", "contradictions", "download", "cite")
"""Tabs below a chart."""

SERVED = (
    "components.cards.figure_panels.is_served",
    "components.sources.views.is_served",
    "components.own_file.page.takes_files",
)
"""Functions that say whether files can be downloaded, as they can from a running server."""

ADDRESSES = (
    "components.cards.card_actions.text_address",
    "components.controls.page_head.text_address",
    "components.map.svg_view.text_address",
)
"""Functions that may send an address in the place of texts, as a running server does."""

SEARCH_FOR_COMPONENTS = (
    "streamlit.components.v2.component_manager.BidiComponentManager."
    "discover_and_register_components"
)
"""The search of installed packages for components takes a second a page, and finds none."""

State = Mapping[str, str]


def _states(path: str, space: FilterSpace) -> Iterator[tuple[str, dict[str, str], State]]:
    """Yield the states of a page: name, parameters of its link, chosen buttons."""
    yield "as opened", {}, {}
    for panel in PANELS:
        yield f"tab {panel}", {}, {f"panel_{figure}": panel for figure in FIGURES}
    if path == "pages/survey.py":
        for section in space.sections[1:]:
            yield section, {"section": section}, {}
    if path == "pages/energy_routes.py":
        yield "a pipeline", {"selected": PIPELINE}, {}
        for group in FIGURE_GROUPS:
            panels = {f"panel_{figure}": "sources" for figure in FIGURES}
            yield f"figures {group}", {}, {"map_figures": group, **panels}
    if path == "pages/sources.py":
        for view in VIEWS:
            yield f"view {view}", {"tab": view}, {}
    yield "an invalid link", {"years": "2030", "colour": "red"}, {}


def _data_texts(part: Any, name: str = "") -> Iterator[Sentence]:
    """Yield the texts in the data of a control within a page."""
    if isinstance(part, Mapping):
        for key, value in part.items():
            if key in {"label", "options", "groups", "controls", "names"}:
                yield from _data_texts(value, key)
    elif isinstance(part, list):
        # Code and label; a button of a kind of lines has its colour as well.
        if len(part) in {2, 3} and all(isinstance(one, str) for one in part):
            yield "option", part[1]
            return
        for value in part:
            yield from _data_texts(value, name)
    elif isinstance(part, str):
        yield name, part


def _deck_texts(data: Mapping[str, Any]) -> Iterator[Sentence]:
    """Yield the texts of the page of decks."""
    yield from (("text", text) for text in data["labels"].values())
    yield from (("text", data[name]) for name in ("total", "title") if data[name])
    yield from (("option", name) for _code, name in data["decks"])
    for slide in data["slides"]:
        yield from (("text", slide[name]) for name in ("title", "about"))


def _element(element: Any) -> Iterator[Sentence]:
    kind = element.type
    if kind == "html":
        yield from html_sentences(element.proto.body)
    elif kind == "bidi_component":
        data = json.loads(element.proto.json or "{}") or {}
        if "html" in data:
            yield from html_sentences(data["html"])
        elif "slides" in data:
            yield from _deck_texts(data)
        elif "share" not in data and "pieces" not in data:
            yield from _data_texts(data)
    elif kind in {"arrow_data_frame", "dataframe", "arrow_table", "table"}:
        yield "columns", " | ".join(map(str, element.value.columns))
        yield "alternative text", getattr(element.proto, "alt", "")
    elif kind in {"text_input", "selectbox", "button"}:
        yield "label", element.label
        yield "placeholder", getattr(element.proto, "placeholder", "")
        for option in getattr(element, "options", ()):
            yield "option", option
    elif kind in {"info", "warning", "error"}:
        yield kind, element.value


def _elements(container: Container) -> Iterator[Sentence]:
    for _place, child in sorted(container.children.items()):
        if isinstance(child, Container):
            yield "heading", getattr(child, "label", "") or ""
            yield from _elements(child)
        else:
            yield from _element(child)


def page_sentences(
    path: str, code: str, query: Mapping[str, str], state: State
) -> Iterator[Sentence]:
    """Run a page, and yield its texts from top to bottom.

    Parameters
    ----------
    path : str
        Script of the page.
    code : str
        Language.
    query : mapping of str to str
        Parameters of its link.
    state : mapping of str to str
        Chosen buttons by their rows.
    """
    app = AppTest.from_file(str(REPOSITORY / "dashboard.py"), default_timeout=60)
    if path != PAGES[0].path:
        app.switch_page(path)
    for name, text in {"lang": code, **query}.items():
        app.query_params[name] = text
    for row, button in state.items():
        app.session_state[state_key(row)] = button
    with ExitStack() as patches:
        for name in SERVED:
            patches.enter_context(patch(name, return_value=True))
        patches.enter_context(patch(SEARCH_FOR_COMPONENTS))
        for name in ADDRESSES:
            patches.enter_context(patch(name, return_value=None))
        app.run()
    assert not app.exception, [error.message for error in app.exception]
    yield from _elements(app.main)


def add_pages(document: Document, *, space: FilterSpace, code: str) -> None:
    """Add what pages say beside the texts that stand in the document already."""
    for entry in PAGES[1:]:
        block = document.block("Pages, without the texts above", entry.path, once=True)
        for name, query, state in _states(entry.path, space):
            said = page_sentences(entry.path, code, query, state)
            block.add(beside(said, "option"), choice=name)
