"""A deck as a presentation with native charts that can be edited."""

import io
from typing import Any

import segno
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.slide import Slide, SlideLayout
from pptx.util import Emu

from components.decks.deck_slides import DeckEdition, Page, deck_pages
from components.decks.native_grid import native_grid
from components.decks.native_readers import native_chart
from components.decks.pptx_chart import add_chart
from components.decks.pptx_grid import add_grid
from components.decks.pptx_text import (
    EMU_PER_PIXEL,
    FAMILY,
    WIDER,
    clean,
    describe,
    emu,
    write,
)
from components.decks.slide_picture import state_png
from components.decks.slide_plan import HEIGHT, WIDTH
from components.decks.slide_texts import Block, Box, Measure
from components.decks.views import Progress, SlideView, no_progress
from data.choice.parameters import FilterSpace
from data.decks.model import Deck
from data.language.languages import Language
from data.load.dataset import Dataset

TITLE_ONLY = 5
"""Number of the layout of the default template that has a title alone."""

LONGEST_PROPERTY = 255
LONGEST_DESCRIPTION = 2_000
"""Characters of the title in the properties of the file, and of an alternative text."""

MINUTE = 60

MANY_ROWS = 8
"""Rows from which a table needs the height of a slide."""


def _bare(presentation: Any) -> SlideLayout:  # noqa: ANN401, a presentation of python-pptx
    """Set size and typeface of a presentation, and return its only layout."""
    presentation.slide_width = Emu(round(WIDTH * EMU_PER_PIXEL))
    presentation.slide_height = Emu(round(HEIGHT * EMU_PER_PIXEL))
    layout = presentation.slide_layouts[TITLE_ONLY]
    for other in list(presentation.slide_layouts):
        if other != layout:
            presentation.slide_layouts.remove(other)
    master = presentation.slide_master
    for shapes in (layout.placeholders, master.placeholders):
        for shape in list(shapes):
            if shape.placeholder_format.type in {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.BODY}:
                box = Box(left=40, top=30, width=WIDTH - 80, height=100)
                shape.left, shape.top, shape.width, shape.height = emu(box)
            else:
                shape._element.getparent().remove(shape._element)
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = theme.blob.replace(b'"Calibri"', f'"{FAMILY}"'.encode())
    return layout


def _tall(view: SlideView) -> bool:
    """Return whether a slide has a table of many rows."""
    grids = [native_grid(state) for state in view.states]
    return any(len(grid.rows) >= MANY_ROWS for grid in grids if grid)


def _add_text(slide: Slide, block: Block, language: Language) -> None:
    if any(one.text for one in block.texts):
        write(slide.shapes.add_textbox(*emu(block.box)).text_frame, block, language)


def _add_title(slide: Slide, block: Block, language: Language) -> None:
    title = slide.shapes.title
    if title is None:
        return
    title.left, title.top, title.width, title.height = emu(block.box)
    write(title.text_frame, block, language)


def _description(page: Page) -> str:
    """Return the alternative text of a picture: its kind, its title, and its values."""
    figure = page.state.figure
    said = (page.state.description, page.state.title, figure.spoken if figure else "")
    text = " ".join(f"{one.rstrip('.')}." for one in said if one)
    return text[:LONGEST_DESCRIPTION]


def _add_picture(slide: Slide, page: Page, box: Box, language: Language) -> None:
    state = page.state
    chart = native_chart(state)
    grid = None if chart else native_grid(state)
    if chart:
        shape = add_chart(slide, chart, box, state.subtitle, language)
    elif grid:
        shape = add_grid(slide, grid, box, language)
    else:
        content, width, height = state_png(state, box.width, box.height, language)
        place = Box(
            left=box.left + (box.width - width) / 2, top=box.top, width=width, height=height
        )
        shape = slide.shapes.add_picture(io.BytesIO(content), *emu(place))
    describe(shape, _description(page))


def _add_code(slide: Slide, link: str, box: Box) -> None:
    drawn = io.BytesIO()
    segno.make(link, error="m", micro=False).save(drawn, kind="png", scale=8, border=3)
    drawn.seek(0)
    shape = slide.shapes.add_picture(drawn, *emu(box))
    shape.click_action.hyperlink.address = link
    describe(shape, link)


def duration(seconds: int, language: Language) -> str:
    """Return the target time of a slide in minutes and seconds; empty for none."""
    if not seconds:
        return ""
    minutes, rest = divmod(seconds, MINUTE)
    return language.gettext("Target time: {time}").format(time=f"{minutes}:{rest:02d}")


def _notes(page: Page, language: Language) -> str:
    """Return target time, step, speaker's notes, texts without room, and notes of the figure."""
    steps = len(page.view.states)
    step = language.gettext("Step {step} of {steps}").format(step=page.step, steps=steps)
    parts = (
        duration(page.view.seconds, language) if page.step == 1 else "",
        step if steps > 1 else "",
        page.view.notes,
        *page.plan.cut,
        *(page.state.figure.notes if page.state.figure else ()),
    )
    return clean("\n".join(part for part in parts if part))


def _add_page(presentation: Any, layout: SlideLayout, page: Page, language: Language) -> None:  # noqa: ANN401, as above
    slide = presentation.slides.add_slide(layout)
    _add_title(slide, page.plan.title, language)
    for block in page.plan.blocks:
        _add_text(slide, block, language)
    if page.plan.picture:
        _add_picture(slide, page, page.plan.picture, language)
    if page.plan.code:
        _add_code(slide, page.state.link, page.plan.code)
    notes = slide.notes_slide.notes_text_frame
    if notes is not None:
        notes.text = _notes(page, language)


def deck_pptx(  # noqa: PLR0913, each is a choice of the caller
    deck: Deck,
    *,
    dataset: Dataset,
    space: FilterSpace,
    code: str,
    address: str = "",
    progress: Progress = no_progress,
) -> bytes:
    """Return a deck as a PPTX file: a slide for each state, with notes and native charts.

    Parameters
    ----------
    deck : Deck
        The deck.
    dataset : Dataset
        All tables.
    space : FilterSpace
        The valid filter values.
    code : str
        Language of the slides.
    address : str
        Address of the Atlas that links and QR codes lead to, ending in a slash; empty for none.
    progress : function
        Called after each slide; an exception of it ends the work.
    """
    edition = DeckEdition(deck=deck, dataset=dataset, space=space, code=code, address=address)
    words = edition.language
    presentation = Presentation()
    layout = _bare(presentation)
    pages = list(deck_pages(edition, Measure(WIDER), _tall))
    for done, page in enumerate(pages, start=1):
        _add_page(presentation, layout, page, words)
        progress(done, len(pages))
    properties = presentation.core_properties
    properties.title = clean(edition.title)[:LONGEST_PROPERTY]
    properties.author = words.gettext("Kazakhstan–Türkiye Atlas")
    properties.language = words.tag
    content = io.BytesIO()
    presentation.save(content)
    return content.getvalue()
