"""A deck as PDF: one page for each state of its slides."""

import io

from reportlab.pdfgen.canvas import Canvas

from components.decks.deck_slides import DeckEdition, Page, deck_pages
from components.decks.pdf_pages import Drawing, Properties, joined_pages
from components.decks.pdf_text import POINTS_PER_PIXEL, Sheet, printable, typeface
from components.decks.slide_picture import state_svg
from components.decks.slide_plan import HEIGHT, WIDTH
from components.decks.views import Progress, no_progress
from components.export.converter import pdf_of
from data.choice.parameters import FilterSpace
from data.decks.model import Deck
from data.language.languages import Language
from data.load.dataset import Dataset


def _drawing(page: Page, number: int, language: Language) -> Drawing | None:
    box = page.plan.picture
    if box is None:
        return None
    return Drawing(
        content=pdf_of(state_svg(page.state, box.width, box.height, language)),
        page=number,
        left=box.left * POINTS_PER_PIXEL,
        bottom=(HEIGHT - box.top - box.height) * POINTS_PER_PIXEL,
        width=box.width * POINTS_PER_PIXEL,
        height=box.height * POINTS_PER_PIXEL,
    )


def _write(sheet: Sheet, page: Page) -> None:
    sheet.write(page.plan.title)
    for block in page.plan.blocks:
        sheet.write(block)
    if page.plan.code:
        sheet.code(page.state.link, page.plan.code)


def deck_pdf(  # noqa: PLR0913, each is a choice of the caller
    deck: Deck,
    *,
    dataset: Dataset,
    space: FilterSpace,
    code: str,
    address: str = "",
    progress: Progress = no_progress,
) -> bytes:
    """Return a deck as a PDF file with one page for each state of its slides.

    Texts can be selected, and the typeface is embedded.

    Parameters
    ----------
    deck : Deck
        The deck, with at least one slide.
    dataset : Dataset
        All tables.
    space : FilterSpace
        The valid filter values.
    code : str
        Language of the slides.
    address : str
        Address of the Atlas that links and QR codes lead to, ending in a slash; empty for none.
    progress : function
        Called after each page; an exception of it ends the work.
    """
    edition = DeckEdition(deck=deck, dataset=dataset, space=space, code=code, address=address)
    words = edition.language
    pages = list(deck_pages(edition))
    texts = io.BytesIO()
    size = (WIDTH * POINTS_PER_PIXEL, HEIGHT * POINTS_PER_PIXEL)
    canvas = Canvas(texts, pagesize=size, initialFontName=typeface(bold=False))
    drawings = []
    for number, page in enumerate(pages):
        _write(Sheet(canvas, HEIGHT), page)
        canvas.showPage()
        drawn = _drawing(page, number, words)
        if drawn:
            drawings.append(drawn)
        progress(number + 1, len(pages))
    canvas.save()
    properties = Properties(
        title=printable(edition.title),
        author=words.gettext("Kazakhstan–Türkiye Atlas"),
        tag=words.tag,
        contents=tuple(
            (f"{page.number}. {printable(page.state.title)}", number)
            for number, page in enumerate(pages)
            if page.step == 1
        ),
    )
    return joined_pages(texts.getvalue(), drawings, properties)
