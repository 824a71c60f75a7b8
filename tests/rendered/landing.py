"""Sentences of the landing page and of the head of every page."""

from collections.abc import Iterator, Mapping
from typing import Any

from components.controls.page_head import PAGES, Place, head_data
from components.controls.share import share_remarks
from components.overview.landing import prepare
from components.page.choice import Choice
from components.page.shell import View
from data.choice.parameters import Filters, FilterSpace
from data.language.languages import language
from data.load.dataset import Dataset
from tests.rendered.document import Document, Sentence, beside
from tests.rendered.html_text import html_sentences
from tests.rendered.situations import every_situation

ADDRESSES = ("", "http://localhost:8501/", "https://example.org/atlas", "nowhere")
DRAWN = ("label", "missing", "unknown")
"""Texts of the small map beside its drawing."""


def add_landing(document: Document, *, dataset: Dataset, space: FilterSpace, code: str) -> None:
    """Add the pieces of the landing page under every choice."""
    blocks: dict[str, Any] = {}
    found = every_situation(space, code)
    for name, filters in found.items():
        shown = prepare(View(dataset, filters, language(code)))
        for piece, markup in shown.pieces.items():
            if piece not in blocks:
                blocks[piece] = document.block("Landing page", piece, once=True)
            said = list(html_sentences(markup, without_conflicts=True))
            if piece == "map" and shown.drawing:
                said += [("map", str(shown.drawing[part])) for part in DRAWN]
            blocks[piece].add(said, choice=name)


def add_head(document: Document, *, dataset: Dataset, space: FilterSpace, code: str) -> None:
    """Add labels, menu, options and chips of the head, and the remarks on links."""
    block = document.block("Head of every page", "Labels, menu, filters and their options")
    start = Choice(filters=space.start(code))
    data = head_data(Place(page=PAGES[0].path), start, space, dataset)
    for name in ("labels", "menu", "language", "sectors", "choices", "questions"):
        block.add(beside(_said(data[name], name), "option"))
    block = document.block("Head of every page", "Chips of the active filters")
    found = every_situation(space, code)
    for choice, filters in found.items():
        block.add(_chips(filters, space, dataset), choice=choice)
    block = document.block("Head of every page", "Remarks on the link")
    for address in ADDRESSES:
        said = [("", remark) for remark in share_remarks(address, language(code))]
        block.add(said, choice=address or "no address")


def _chips(filters: Filters, space: FilterSpace, dataset: Dataset) -> Iterator[Sentence]:
    data = head_data(Place(page=PAGES[0].path), Choice(filters=filters), space, dataset)
    for label, *_codes in data["chips"]:
        yield "chip", label


CODES = ("paths", "current", "parameter", "value")
"""Parts of the data of controls that hold codes and addresses."""


def _said(part: Any, name: str) -> Iterator[Sentence]:
    """Yield the texts that a reader sees; the first part of an option is its code."""
    if isinstance(part, Mapping):
        for key, value in part.items():
            if key not in CODES:
                yield from _said(value, name if key in {"labels", "options", "entries"} else key)
    elif isinstance(part, tuple) and len(part) == 2 and not isinstance(part[1], tuple | list):
        yield "option", str(part[1])
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _said(value, name)
    elif isinstance(part, str):
        yield name, part
