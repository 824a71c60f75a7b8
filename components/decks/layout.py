"""Layouts of slides: texts above a chart, or beside it where the chart needs the height."""

from dataclasses import replace

from components.decks.table_slide import table_size
from components.decks.views import SlideView, StateView
from components.decks.wall import is_tall, wall_height
from components.text.breaks import pieces
from data.typeface import text_width, wrapped_lines

ABOVE, BESIDE, MAP, PLAIN, DENSE = "above", "beside", "with-map", "plain", "dense"
TABULAR = "tabular"
"""Names of the layouts, which are classes of the style sheet."""

UNIT = "unit"
"""Addition to `BESIDE`: the unit stands above the chart."""

LETTERS, LINE = 28.0, 34.2
"""Size of the texts of a slide and height of a line, in pixels."""

ABOVE_WIDTH, ABOVE_TITLE, MOST_ABOVE = 1200.0, 42.0, 200.0
BESIDE_WIDTH, BESIDE_TITLE, MOST_BESIDE = 410.0, 38.0, 540.0
"""Width of the texts, size of the title, and greatest height of both, in pixels."""

UNIT_WIDTH, UNIT_LINES = 758.0, 2
"""Width of a unit above a chart in pixels, and the lines for which there is room."""

SMALL, SMALL_TITLE = "small-title", 30.0
"""Addition to `BESIDE` for a smaller title, and its size in pixels."""

LEAST_SHARE = 0.9
"""Share of its own height that a chart over years below its texts must have; rows with names
need the width instead."""

FRAME = 152.0
"""Height of a slide without texts and chart: margins, gaps and QR code, in pixels."""

SLIDE = 720.0
"""Height of a slide in pixels."""

TOO_MUCH_ABOVE = 270.0
"""Height of texts above a chart from which they are set as `DENSE`, in pixels."""

TITLE_LINE, BESIDE_GAP = 1.12, 8.0

PLAIN_TITLE, PLAIN_ROOM, PLAIN_GAP, DATED_GAP, DATE_GAP = 46.0, 572.0, 16.0, 14.0, 32.0
"""Of a plain text in pixels: size of its title, room for title and text, gaps between paragraphs
without and with dates, and the gap beside dates."""

CODE, NUMBER_HEIGHT = 84.0, 34.0
"""Side of the QR code and height of the number of a slide, in pixels."""

TABULAR_TITLE, TABULAR_LETTERS, TABULAR_ROOM = 34.0, 22.0, 560.0
"""Sizes of title and texts above a table, and height for them and the table, in pixels."""

TEXT_SIZES = (36, 34, 32, 30, 28, 24, 20, 16)
"""Sizes of a plain text in pixels; those below 28 only where a text is too long for it."""


def _kept_together(text: str) -> str:
    """Return a text in which spaces that a slide does not break at are non-breaking ones."""
    return " ".join(
        one.replace(" ", "\N{NO-BREAK SPACE}") if whole else one for one, whole in pieces(text)
    )


def _height(
    state: StateView, width: float, title: float, gap: float, letters: float = LETTERS
) -> float:
    texts = [text for text in (*state.lines, state.subtitle) if text]
    lines = sum(len(wrapped_lines(_kept_together(text), letters, width)) for text in texts)
    titles = len(wrapped_lines(state.title, title, width, bold=True))
    return titles * title * TITLE_LINE + lines * LINE * letters / LETTERS + gap * len(texts)


def _has_names(state: StateView) -> bool:
    """Return whether the rows of a chart have names at their left."""
    return any(row.get("category") for row in state.rows)


def _beside(view: SlideView) -> str:
    """Return the layout in which texts have room beside a chart, the largest; empty for none."""
    alone = [replace(state, subtitle="") for state in view.states]
    tried = (
        (BESIDE, view.states, BESIDE_TITLE),
        (f"{BESIDE} {UNIT}", alone, BESIDE_TITLE),
        (f"{BESIDE} {UNIT} {SMALL}", alone, SMALL_TITLE),
        (f"{BESIDE} {SMALL}", view.states, SMALL_TITLE),
    )
    units = [
        wrapped_lines(_kept_together(one.subtitle), LETTERS, UNIT_WIDTH) for one in view.states
    ]
    long = max(map(len, units)) > UNIT_LINES
    for layout, states, title in tried:
        if long and UNIT in layout:
            continue
        if max(_height(one, BESIDE_WIDTH, title, BESIDE_GAP) for one in states) <= MOST_BESIDE:
            return layout
    return ""


def layout_of(view: SlideView) -> str:
    """Return the layout of a slide, followed by `DENSE` if its texts are long."""
    first = view.states[0]
    if view.fault or not (first.specification or first.map or first.table):
        return PLAIN
    if first.table:
        return TABULAR
    if first.map:
        return MAP
    above = max(_height(state, ABOVE_WIDTH, ABOVE_TITLE, 0.0) for state in view.states)
    tall = any(is_tall(state.specification) for state in view.states)
    low = above > MOST_ABOVE or SLIDE - FRAME - above < LEAST_SHARE * max(
        0.0 if _has_names(state) else wall_height(state.specification) for state in view.states
    )
    beside = _beside(view) if tall or low else ""
    if beside or tall:
        return beside or f"{BESIDE} {DENSE}"
    return ABOVE if above <= TOO_MUCH_ABOVE else f"{ABOVE} {DENSE}"


def text_size(view: SlideView) -> int:
    """Return the size of letters, in pixels, at which a plain text or a table fits on its slide."""
    tables = [state.table for state in view.states if state.table]
    if tables:
        texts = max(
            _height(state, ABOVE_WIDTH, TABULAR_TITLE, 0.0, TABULAR_LETTERS)
            for state in view.states
        )
        return table_size(tables, TABULAR_ROOM - texts)
    titles = len(wrapped_lines(view.states[0].title, PLAIN_TITLE, ABOVE_WIDTH, bold=True))
    code = CODE - NUMBER_HEIGHT if view.states[0].qr else 0.0
    room = PLAIN_ROOM - code - titles * PLAIN_TITLE * TITLE_LINE

    def fits(size: int) -> bool:
        dates = max(
            (text_width(date, size, bold=True) for date, _text in view.paragraphs), default=0.0
        )
        gap = DATED_GAP if dates else PLAIN_GAP
        width = ABOVE_WIDTH - (dates + DATE_GAP if dates else 0.0)
        lines = sum(
            len(wrapped_lines(_kept_together(text), size, width)) for _date, text in view.paragraphs
        )
        return lines * size * LINE / LETTERS + gap * (len(view.paragraphs) - 1) <= room

    return next((size for size in TEXT_SIZES if fits(size)), TEXT_SIZES[-1])
