"""Pieces of a page as HTML, every text escaped: lighter for the browser than Markdown."""

from collections.abc import Iterable
from html import escape

from components.key_figures import KeyFigure


def quiet_lines(texts: Iterable[str]) -> str:
    """Return small, subdued paragraphs."""
    return "".join(f'<p class="atlas-quiet">{escape(text)}</p>' for text in texts)


def text_list(texts: Iterable[str]) -> str:
    """Return texts of unknown origin as a list, shown as they stand on one line each."""
    items = "".join(f"<li>{escape(' '.join(text.split()))}</li>" for text in texts)
    return f'<ul class="atlas-list">{items}</ul>'


def page_heading(title: str, choice: str) -> str:
    """Return the title of a page with what the reader has chosen below it."""
    return f'<h1 class="atlas-title">{escape(title)}</h1>{quiet_lines([choice])}'


def figure_heading(headline: str, subtitle: str) -> str:
    """Return the headline of a figure with its subtitle below it."""
    return f'<h2 class="atlas-headline">{escape(headline)}</h2>{quiet_lines([subtitle])}'


def source_entry(name: str, title: str, lines: Iterable[str]) -> str:
    """Return one origin: its name and what it holds, and below how it is used."""
    return f"<p><strong>{escape(name)}</strong> · {escape(title)}</p>{quiet_lines(lines)}"


def atlas_name(name: str) -> str:
    """Return the name of the Atlas as it stands above the menu."""
    return f'<p class="atlas-name">{escape(name)}</p>'


def key_figure_strip(figures: Iterable[KeyFigure], remark: str) -> str:
    """Return the key figures as a list of terms, each with its change and its source."""
    cells = "".join(
        f"<div><dt>{escape(figure.label)}</dt>"
        f'<dd class="value">{escape(figure.value)}</dd>'
        f'<dd class="quiet">{escape(figure.change)}</dd>'
        f'<dd class="quiet">{escape(figure.source)}</dd></div>'
        for figure in figures
    )
    return f'<dl class="atlas-strip">{cells}</dl>{quiet_lines([remark])}'
