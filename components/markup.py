"""Pieces of a page as HTML, every text escaped: lighter for the browser than Markdown."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from components.figure import Figure
from components.key_figures import KeyFigure
from data.languages import Language

LONG_HEADLINE = 100
"""Characters above which a small card sets its headline in smaller type, to keep its height."""


def quiet_lines(texts: Iterable[str]) -> str:
    """Return small, subdued paragraphs."""
    return "".join(f'<p class="atlas-quiet">{escape(text)}</p>' for text in texts)


def text_list(texts: Iterable[str]) -> str:
    """Return texts of unknown origin as a list, shown as they stand on one line each."""
    items = "".join(f"<li>{escape(' '.join(text.split()))}</li>" for text in texts)
    return f'<ul class="atlas-list">{items}</ul>'


def alert(title: str, faults: Sequence[str] = ()) -> str:
    """Return a box that says what went wrong, with every fault."""
    told = text_list(faults) if faults else ""
    return f'<div class="atlas-alert" role="alert">{escape(title)}{told}</div>'


def page_heading(title: str) -> str:
    """Return the title of a page."""
    return f'<h1 class="atlas-title">{escape(title)}</h1>'


def _spoken(figure: Figure) -> str:
    """Return the values of a figure for screen readers, unseen by others.

    A chart's own alternative text is part of its specification, and changing it would make the
    browser draw the chart anew with every choice; this text follows the choice instead.
    """
    said = figure.spoken
    return f'<p class="atlas-unseen">{escape(said)}</p>' if said else ""


def figure_heading(figure: Figure) -> str:
    """Return the headline of a figure with its subtitle below it."""
    headline = f'<h2 class="atlas-headline">{escape(figure.headline)}</h2>'
    return f"{headline}{quiet_lines([figure.subtitle])}{_spoken(figure)}"


def folded(title: str, body: str) -> str:
    """Return HTML that a reader unfolds by its title, without a run of the app."""
    return f'<details class="atlas-more"><summary>{escape(title)}</summary>{body}</details>'


@dataclass(frozen=True)
class Target:
    """Where a link within the Atlas leads: a page, and parameters of a link that it sets."""

    page: str
    sets: Mapping[str, str] = field(default_factory=dict)


def go_link(target: Target, text: str) -> str:
    """Return a link to another page; the head of the page follows it with the whole choice."""
    sets = escape(json.dumps({**target.sets, "page": target.page}))
    return f'<a class="atlas-go" href="#" data-go="{sets}">{escape(text)}</a>'


def small_heading(
    figure: Figure, *, hint: str, conflicts: int, target: Target, language: Language
) -> str:
    """Return what a small card says of its figure: all of it, the notes folded away.

    Parameters
    ----------
    figure : Figure
        The figure; one with nothing to show says at once why, and what would.
    hint : str
        How its drawing can be used.
    conflicts : int
        How many contradictions of the source touch its values.
    target : Target
        Page that shows the figure in full.
    language : Language
        Language of the card.
    """
    _ = language.gettext
    notes = [] if figure.silent else list(figure.notes)
    shown = [figure.finding] if figure.finding else []
    shown += list(figure.notes) if figure.silent else []
    notes[:0] = [text for text in (figure.subtitle, hint) if text]
    summary = _("Notes")
    if conflicts:
        summary = f"\N{WARNING SIGN} {language.number(conflicts)} · {summary}"
        told = language.ngettext(
            "{count} contradiction of the source touches these values; open the figure in full to "
            "read it.",
            "{count} contradictions of the source touch these values; open the figure in full to "
            "read them.",
            conflicts,
        )
        notes.append(told.format(count=language.number(conflicts)))
    full = go_link(target, _("Table, sources, download"))
    size = " long" if len(figure.headline) > LONG_HEADLINE else ""
    return (
        f'<section class="atlas-small"><h2 class="atlas-headline{size}">'
        f"{escape(figure.headline)}</h2>"
        f"{quiet_lines(shown)}{_spoken(figure)}"
        f'<div class="atlas-foot">{folded(summary, quiet_lines(notes))}{full}</div></section>'
    )


def source_entry(name: str, title: str, lines: Iterable[str]) -> str:
    """Return one origin: its name and what it holds, and below how it is used."""
    return f"<p><strong>{escape(name)}</strong> · {escape(title)}</p>{quiet_lines(lines)}"


def _also(figure: KeyFigure) -> str:
    """Return the other values of a key figure with a warning sign; nothing where there are none."""
    if not figure.also:
        return ""
    return f'<dd class="quiet also">\N{WARNING SIGN} {escape(figure.also)}</dd>'


def key_figure_strip(figures: Iterable[KeyFigure], remark: str) -> str:
    """Return the key figures as a list of terms, each with its change, source and other values."""
    cells = "".join(
        f'<div title="{escape(" ".join(filter(None, (figure.source, figure.also_source))))}">'
        f"<dt>{escape(figure.label)}</dt>{_also(figure)}"
        f'<dd class="value">{escape(figure.value)}</dd>'
        f'<dd class="quiet change">{escape(figure.change)}</dd>'
        f'<dd class="quiet since">{escape(figure.since)}</dd></div>'
        for figure in figures
    )
    return f'<dl class="atlas-strip">{cells}</dl><p class="atlas-small-print">{escape(remark)}</p>'
