"""HTML fragments of a page, which browsers render faster than Markdown."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePath
from urllib.parse import urlencode

from markupsafe import Markup

from components.charts.size import height_on_phone, takes_height
from components.figures.figure import Figure, Row
from components.overview.key_figures import KeyFigure
from components.templates import macro
from data.language.languages import Language

LONG_HEADLINE = 112
"""Length in characters above which a small card uses a smaller headline, to keep its height."""

LONGEST_HEADLINE = 150
"""Length in characters above which the first card, which has more room, does so too."""

LEAST_BESIDE = 21.5
"""Height in rem of a chart that stretches, in a card beside another, whose texts are longer."""

PIXELS_OF_REM = 16
"""Size of a rem for which the heights of charts are given."""

_TEMPLATE = "cards/markup.html"
_quiet_lines = macro(_TEMPLATE, "quiet_lines")
_screen_lines = macro(_TEMPLATE, "screen_lines")
_text_list = macro(_TEMPLATE, "text_list")
_alert = macro(_TEMPLATE, "alert")
_page_heading = macro(_TEMPLATE, "page_heading")
_page_footer = macro(_TEMPLATE, "page_footer")
_card_heading = macro(_TEMPLATE, "card_heading")
_part_of_card = macro(_TEMPLATE, "part_of_card")
_legend_part = macro(_TEMPLATE, "legend_part")
_figure_heading = macro(_TEMPLATE, "figure_heading")
_figure_style = lru_cache(maxsize=256)(macro(_TEMPLATE, "figure_style"))
_figure_foot = macro(_TEMPLATE, "figure_foot")
_folded = macro(_TEMPLATE, "folded")
_quiet_links = macro("cards/markup.html", "quiet_links")
_go_link = macro(_TEMPLATE, "go_link")
_add_button = macro(_TEMPLATE, "add_button")
_small_heading = macro(_TEMPLATE, "small_heading")
_source_entry = macro(_TEMPLATE, "source_entry")
_strong_line = macro(_TEMPLATE, "strong_line")
_key_figure_strip = macro(_TEMPLATE, "key_figure_strip")


def quiet_lines(texts: Iterable[str]) -> Markup:
    """Return small, subdued paragraphs."""
    return _quiet_lines(texts)


def screen_lines(texts: Iterable[str]) -> Markup:
    """Return small, subdued paragraphs that are not printed, such as how to use a chart."""
    told = [text for text in texts if text]
    return _screen_lines(told) if told else Markup()


def _one_line(text: str) -> str:
    return " ".join(text.split())


def text_list(texts: Iterable[str]) -> Markup:
    """Return untrusted texts as a list, unformatted and on one line each."""
    return _text_list(map(_one_line, texts))


def alert(title: str, faults: Sequence[str] = ()) -> Markup:
    """Return an error box with a title and a list of faults."""
    return _alert(title, [_one_line(fault) for fault in faults])


def page_heading(title: str) -> Markup:
    """Return the title of a page."""
    return _page_heading(title)


def page_footer(lines: Iterable[str]) -> Markup:
    """Return small, subdued paragraphs below a rule."""
    return _page_footer(lines)


def card_heading(title: str) -> Markup:
    """Return the title of a card."""
    return _card_heading(title)


def part_of_card(title: str, body: Markup, *, level: int = 4) -> Markup:
    """Return a part of a card with its title, a heading of a level; empty for an empty body."""
    return _part_of_card(title, body, level) if body else Markup()


def legend_part(title: str, legend: Markup, *, folds: bool = False) -> Markup:
    """Return the legend of a map as part of a card, not printed beside a picture of the map."""
    return _legend_part(folded(title, legend) if folds else part_of_card(title, legend, level=3))


def figure_heading(figure: Figure) -> Markup:
    """Return the headline of a figure with its subtitle and its values for screen readers.

    The values are not in the alternative text of the chart, because a change of it would redraw the
    chart with every filter change.
    """
    return _figure_heading(figure)


def figure_style(figure: Figure) -> Markup:
    """Return the heights of the chart of a figure as a style element; empty for a map.

    They depend on the form of the chart only, so a change of years leaves the element alone.
    """
    height = _plot_height(figure)
    if figure.form is None or not height:
        return Markup()
    beside = LEAST_BESIDE if takes_height(figure.form.spec) else 0
    on_phone = height_on_phone(figure.form.spec) / PIXELS_OF_REM
    return _figure_style(figure.id, height, beside, round(on_phone, 2))


def _plot_height(figure: Figure) -> float:
    """Return the least height of a chart in rem, so that it grows with the screen; 0 for a map."""
    height = figure.form.spec.get("height") if figure.form else 0
    return round(height / PIXELS_OF_REM, 2) if isinstance(height, int | float) else 0


def figure_foot(figure: Figure, *, source: str, shown: Sequence[str], language: Language) -> Markup:
    """Return what stands below a chart: its source, and its notes, which are folded.

    Parameters
    ----------
    figure : Figure
        The figure; if it is empty, its notes say why and are not folded.
    source : str
        Line that names where its values stand.
    shown : sequence of str
        Remarks that are not folded.
    language : Language
        Language of the card.
    """
    empty = (
        not figure.text_table.rows
        if figure.text_table
        else figure.form is not None and not any(map(_in_full_colour, figure.rows))
    )
    notes = () if empty else figure.notes
    counted = language.gettext("Notes ({count})").format(count=language.number(len(notes)))
    said = [*shown, *(figure.notes if empty else ())]
    return _figure_foot(source, figure.hint, said, counted, notes)


def _in_full_colour(row: Row) -> bool:
    return bool(row.get("opacity", 1.0) == 1.0)


def folded(title: str, body: Markup) -> Markup:
    """Return HTML that expands by a click on its title, without a rerun of the app."""
    return _folded(title, body)


@dataclass(frozen=True)
class Target:
    """Target of a link within the Atlas: the script of a page, and the link parameters it sets."""

    page: str
    sets: Mapping[str, str] = field(default_factory=dict)


def go_link(target: Target, text: str) -> Markup:
    """Return a link to another page; the page head adds the current filters to it."""
    stem = PurePath(target.page).stem
    address = "./" if stem == "dashboard" else f"./{stem}"
    if target.sets:
        address = f"{address}?{urlencode(target.sets)}"
    return _go_link(address, json.dumps({**target.sets, "page": target.page}), text)


def quiet_links(links: Iterable[Markup]) -> Markup:
    """Return links in one line below a card."""
    return _quiet_links(list(links))


def add_button(figure: str, language: Language) -> Markup:
    """Return a button that adds a figure as it is shown to the visitor's deck."""
    _ = language.gettext
    return _add_button(figure, _("Add to deck"), _("Added to your deck"))


def small_heading(
    figure: Figure,
    *,
    hint: str,
    conflicts: int,
    links: Iterable[Markup],
    language: Language,
) -> Markup:
    """Return the heading of a small card: headline, subtitle, hint and collapsed notes.

    Parameters
    ----------
    figure : Figure
        The figure; if it is empty, its notes are not collapsed.
    hint : str
        How to use its chart.
    conflicts : int
        Number of contradictions about its values.
    links : iterable of Markup
        Links beside the notes, the last to the full figure.
    language : Language
        Language of the card.
    """
    _ = language.gettext
    notes = [] if figure.no_row_matches else list(figure.notes)
    shown = [figure.finding] if figure.finding else []
    shown += list(figure.notes) if figure.no_row_matches else []
    notes[:0] = [text for text in (figure.subtitle, hint) if text]
    summary = _("Notes")
    if conflicts:
        summary = f"\N{WARNING SIGN} {language.number(conflicts)} · {summary}"
        told = language.ngettext(
            "{count} contradiction in the source concerns these values; open the "
            "full chart to read it.",
            "{count} contradictions in the source concern these values; open the "
            "full chart to read them.",
            conflicts,
        )
        notes.append(told.format(count=language.number(conflicts)))
    return _small_heading(
        figure,
        long=len(figure.headline) > LONG_HEADLINE,
        longest=len(figure.headline) > LONGEST_HEADLINE,
        shown=shown,
        summary=summary,
        notes=notes,
        links=links,
    )


def source_entry(name: str, title: str, lines: Iterable[str]) -> Markup:
    """Return one origin: its name, its title, and lines about its use."""
    return _source_entry(name, title, lines)


def strong_line(text: str) -> Markup:
    """Return a bold paragraph."""
    return _strong_line(text)


def key_figure_strip(figures: Iterable[KeyFigure]) -> Markup:
    """Return key figures as a description list: value, unit, change, source and other values."""
    return _key_figure_strip(figures)
