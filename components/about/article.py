"""Sections of the About page as HTML: headings, paragraphs, lists, terms, links."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from components.page.shell import Draw, View
from components.templates import joined, macro

_TEMPLATE = "about/article.html"
_grid = macro(_TEMPLATE, "grid")
_single = macro(_TEMPLATE, "single")
_section = macro(_TEMPLATE, "section")
_lead = macro(_TEMPLATE, "lead")
_paragraphs = macro(_TEMPLATE, "paragraphs")
_bullets = macro(_TEMPLATE, "bullets")
_terms = macro(_TEMPLATE, "terms")
_swatches = macro(_TEMPLATE, "swatches")
_links = macro(_TEMPLATE, "links")

Part = Callable[[View], Markup]
"""Returns a section of the page as HTML."""


@dataclass(frozen=True)
class Swatch:
    """A colour of the legend and its meaning.

    Attributes
    ----------
    colours : tuple of str
        Values of the style `background`, drawn side by side.
    meaning : str
        What the colours mean.
    """

    colours: tuple[str, ...]
    meaning: str


def article(*parts: Part) -> Draw:
    """Return a function that draws sections side by side, as many as the width allows."""

    def draw(view: View) -> None:
        st.html(_grid(joined(part(view) for part in parts)))

    return draw


def lead(texts: Iterable[str]) -> Markup:
    """Return the first paragraphs of a page, in larger type."""
    return _lead(texts)


def section(title: str, *bodies: Markup) -> Markup:
    """Return a section with its heading."""
    return _section(title, joined(bodies))


def single_section(title: str, *bodies: Markup) -> Markup:
    """Return a section that has the whole width."""
    return _single(section(title, *bodies))


def paragraphs(texts: Iterable[str]) -> Markup:
    """Return paragraphs of plain text."""
    return _paragraphs(texts)


def bullets(texts: Iterable[str | Markup]) -> Markup:
    """Return a list of sentences."""
    return _bullets(texts)


def terms(pairs: Sequence[tuple[str | Markup, str | Markup]]) -> Markup:
    """Return terms with their explanations."""
    return _terms(pairs)


def swatches(entries: Sequence[Swatch]) -> Markup:
    """Return a legend of colours."""
    return _swatches(entries)


def links(entries: Iterable[Markup]) -> Markup:
    """Return links to other pages in one line."""
    return _links(entries)
