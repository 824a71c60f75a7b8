"""Pieces of a page as HTML, every text escaped: lighter for the browser than Markdown."""

from collections.abc import Iterable
from html import escape

from components.figure import Figure
from components.key_figures import KeyFigure
from data.languages import Language


def quiet_lines(texts: Iterable[str]) -> str:
    """Return small, subdued paragraphs."""
    return "".join(f'<p class="atlas-quiet">{escape(text)}</p>' for text in texts)


def text_list(texts: Iterable[str]) -> str:
    """Return texts of unknown origin as a list, shown as they stand on one line each."""
    items = "".join(f"<li>{escape(' '.join(text.split()))}</li>" for text in texts)
    return f'<ul class="atlas-list">{items}</ul>'


def page_heading(title: str) -> str:
    """Return the title of a page."""
    return f'<h1 class="atlas-title">{escape(title)}</h1>'


def figure_heading(headline: str, subtitle: str) -> str:
    """Return the headline of a figure with its subtitle below it."""
    return f'<h2 class="atlas-headline">{escape(headline)}</h2>{quiet_lines([subtitle])}'


def folded(title: str, body: str) -> str:
    """Return HTML that a reader unfolds by its title, without a run of the app."""
    return f'<details class="atlas-more"><summary>{escape(title)}</summary>{body}</details>'


def small_heading(figure: Figure, conflicts: int, language: Language) -> str:
    """Return what a small card says of its figure: all of it, the notes folded away.

    Parameters
    ----------
    figure : Figure
        The figure; one without rows says at once why, and what would show something.
    conflicts : int
        How many contradictions of the source touch its values.
    language : Language
        Language of the card.
    """
    _ = language.gettext
    notes = list(figure.notes) if figure.rows else []
    shown = [figure.finding] if figure.finding else []
    shown += [] if figure.rows else list(figure.notes)
    if figure.hint:
        notes.insert(0, figure.hint)
    notes.insert(0, figure.subtitle)
    summary = _("Notes")
    if conflicts:
        summary = f"\N{WARNING SIGN} {language.number(conflicts)} · {summary}"
        told = language.ngettext(
            "{count} contradiction of the source touches these values; open the figure in full "
            "below to read it.",
            "{count} contradictions of the source touch these values; open the figure in full "
            "below to read them.",
            conflicts,
        )
        notes.append(told.format(count=language.number(conflicts)))
    return (
        f'<section class="atlas-small"><h2 class="atlas-headline">{escape(figure.headline)}</h2>'
        f"{quiet_lines(shown)}"
        f"{folded(summary, quiet_lines(notes))}</section>"
    )


def source_entry(name: str, title: str, lines: Iterable[str]) -> str:
    """Return one origin: its name and what it holds, and below how it is used."""
    return f"<p><strong>{escape(name)}</strong> · {escape(title)}</p>{quiet_lines(lines)}"


def key_figure_strip(figures: Iterable[KeyFigure], remark: str) -> str:
    """Return the key figures as a list of terms, each with its change and its source."""
    cells = "".join(
        f'<div title="{escape(figure.source)}"><dt>{escape(figure.label)}</dt>'
        f'<dd class="value">{escape(figure.value)}</dd>'
        f'<dd class="quiet">{escape(figure.change)}</dd>'
        f'<dd class="quiet since">{escape(figure.since)}</dd></div>'
        for figure in figures
    )
    return f'<dl class="atlas-strip">{cells}</dl><p class="atlas-small-print">{escape(remark)}</p>'
