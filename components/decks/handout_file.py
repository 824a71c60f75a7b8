"""A handout of a deck: pages in A4 with figures, values, sources and contradictions."""

import io
from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Frame,
    HRFlowable,
    KeepTogether,
    PageTemplate,
    Spacer,
)

from components.decks.deck_slides import DeckEdition
from components.decks.handout_content import HandoutSlide, handout_slide, text_table
from components.decks.handout_flow import Mark, Place, paragraph, table
from components.decks.pdf_pages import Drawing, Properties, joined_pages
from components.decks.pdf_text import printable, typeface
from components.decks.views import Progress, SlideView, StateView, no_progress
from components.export.converter import pdf_of
from components.export.picture import figure_svg
from components.page.tokens import PRINT
from components.text.lists import clauses
from data.choice.parameters import FilterSpace
from data.citation import citation
from data.decks.model import Deck
from data.language.languages import Language
from data.language.punctuation import sentences
from data.load.dataset import Dataset
from data.typeface import wrapped_lines

WIDTH, HEIGHT = A4
SIDE, TOP, FOOT = 42.0, 40.0, 46.0
"""Margins of a page in points."""

TEXT_WIDTH = WIDTH - 2 * SIDE
TALLEST = 520.0
"""Greatest height of a figure in points."""

FOOT_LETTERS = 8.0
SHORT_TABLE = 15
"""Rows up to which a table is not divided between pages."""

LEAST_ROOM = 150.0
"""Points that a slide needs at the end of a page; otherwise it begins a new one."""


def _first_line(text: str, width: float) -> str:
    """Return as much of a text as one line takes."""
    lines = wrapped_lines(text, FOOT_LETTERS, width)
    return lines[0] if len(lines) == 1 else f"{lines[0]} …"


def _foot(title: str) -> Any:  # noqa: ANN401, a function for reportlab
    shown = _first_line(printable(title)[:400], TEXT_WIDTH - 60)

    def draw(canvas: Any, _document: Any) -> None:  # noqa: ANN401, reportlab has no types
        canvas.setFont(typeface(bold=False), FOOT_LETTERS)
        canvas.setFillColor(HexColor(PRINT.quiet))
        canvas.drawString(SIDE, FOOT / 2, shown)
        canvas.drawRightString(WIDTH - SIDE, FOOT / 2, str(canvas.getPageNumber()))

    return draw


def _figure(state: StateView, language: Language, drawings: list[Drawing]) -> Iterator[Any]:
    """Yield the computed texts of a state, and its chart or map."""
    for line in state.lines:
        yield paragraph(line, "line")
    if state.subtitle:
        yield paragraph(state.subtitle, "text", quiet=True)
    texts = text_table(state)
    if texts:
        yield table(texts, TEXT_WIDTH)
    if state.figure is None or state.table:
        return
    root = figure_svg(state.figure, language=language)
    wide, high = (float(root.attrib[side]) for side in ("width", "height"))
    share = min(TEXT_WIDTH / wide, TALLEST / high)
    yield Spacer(0, 4)
    yield Place(pdf_of(root), (wide * share, high * share), state.link, drawings)
    yield Spacer(0, 6)


def _states(
    slide: HandoutSlide, heading: list[Any], language: Language, drawings: list[Drawing]
) -> Iterator[Any]:
    """Yield the states of a slide; the heading stays with the first of them."""
    states = slide.view.states
    before = states[0].title
    for number, state in enumerate(states):
        flow = list(heading) if number == 0 else []
        if state.title != before:
            flow.append(paragraph(state.title, "bold"))
        flow += _figure(state, language, drawings)
        yield KeepTogether(flow)
        if state.figure and not slide.common_notes:
            yield from (paragraph(note) for note in state.figure.notes)
            yield Spacer(0, 8)
        before = state.title


def _dashed(whole: str, part: str, language: Language) -> str:
    return language.gettext("{whole} – {part}").format(whole=whole, part=part)


def _texts(view: SlideView, language: Language) -> Iterator[Any]:
    if view.fault:
        yield paragraph(view.fault, "line")
    for date, text in view.paragraphs:
        yield paragraph(_dashed(date, text, language) if date else text, "line")
    state = view.states[0]
    if state.figure is None and state.source:
        yield paragraph(state.source, quiet=True)


def _tables(slide: HandoutSlide, language: Language) -> Iterator[Any]:
    _ = language.gettext
    for shown in slide.tables:
        caption = [paragraph(shown.caption, "text", quiet=True)] if shown.caption else []
        head = [paragraph(_("Table"), "head"), *caption, Spacer(0, 2)]
        drawn = table(shown, TEXT_WIDTH)
        if len(shown.columns[0].cells) <= SHORT_TABLE:
            yield KeepTogether([*head, drawn])
        else:
            yield CondPageBreak(LEAST_ROOM)
            yield from (*head, drawn)
    for count in slide.omitted:
        saying = _("The whole table has {count} rows and is in the Atlas.")
        yield paragraph(saying.format(count=language.number(count)), quiet=True)


def _lists(slide: HandoutSlide, language: Language) -> Iterator[Any]:
    _ = language.gettext
    yield from _tables(slide, language)
    for head, texts in (
        (_("Notes"), slide.common_notes),
        (_("Sources"), tuple(_source_lines(slide, language))),
    ):
        for number, text in enumerate(texts):
            shown_head = [paragraph(head, "head")] if number == 0 else []
            yield KeepTogether([*shown_head, paragraph(text)])
    yield from _contradictions(slide, language)


def _source_lines(slide: HandoutSlide, language: Language) -> Iterator[str]:
    for source in slide.sources:
        yield sentences((_dashed(source.name, source.title, language), *source.lines))


def _contradictions(slide: HandoutSlide, language: Language) -> Iterator[Any]:
    _ = language.gettext
    head = [paragraph(_("Contradictions"), "head")]
    for content in slide.contradictions:
        values = clauses(f"{what}: {written}" for what, written, _share in content.numbers)
        texts = (content.reason, values, clauses(content.others), content.treatment)
        first, *rest = [paragraph(text) for text in texts if text]
        yield KeepTogether([*head, paragraph(content.title, "bold"), first])
        yield from rest
        head = []
    if slide.repeated:
        saying = _("Described on an earlier slide: {titles}.")
        yield KeepTogether([*head, paragraph(saying.format(titles=clauses(slide.repeated)))])


def _slide(
    slide: HandoutSlide,
    number: int,
    language: Language,
    drawings: list[Drawing],
    contents: list[tuple[str, int]],
) -> Iterator[Any]:
    title = slide.view.states[0].title
    name = printable(f"{number}. {title}")
    rule = HRFlowable(
        width="100%", thickness=0.8, color=HexColor(PRINT.line), spaceBefore=16, spaceAfter=6
    )
    heading = [rule, Mark(name, contents), paragraph(f"{number}. {title}", "slide")]
    yield CondPageBreak(LEAST_ROOM)
    yield from _states(slide, heading, language, drawings)
    yield from _texts(slide.view, language)
    yield from _lists(slide, language)


def pages_of(
    flow: list[Any],
    *,
    title: str,
    language: Language,
    drawings: Sequence[Drawing] = (),
    contents: Sequence[tuple[str, int]] = (),
) -> bytes:
    """Return paragraphs, tables and drawings as pages in A4 with title and number at their foot.

    Parameters
    ----------
    flow : list
        Flowables of reportlab; the list is emptied.
    title : str
        Title of the file.
    language : Language
        Its language.
    drawings : sequence of Drawing
        Drawings that the flowables note, see `Place`.
    contents : sequence of pairs
        Entries of the list of contents that the flowables note, see `Mark`.
    """
    texts = io.BytesIO()
    frame = Frame(SIDE, FOOT, TEXT_WIDTH, HEIGHT - TOP - FOOT, 0, 0, 0, 0, id="text")
    document = BaseDocTemplate(
        texts, pagesize=A4, initialFontName=typeface(bold=False), title=printable(title)
    )
    document.addPageTemplates(PageTemplate("page", [frame], onPage=_foot(title)))
    document.build(flow)
    properties = Properties(
        title=printable(title),
        author=language.gettext("Kazakhstan–Türkiye Atlas"),
        tag=language.tag,
        contents=tuple(contents),
    )
    return joined_pages(texts.getvalue(), drawings, properties)


def deck_handout(  # noqa: PLR0913, each is a choice of the caller
    deck: Deck,
    *,
    dataset: Dataset,
    space: FilterSpace,
    code: str,
    address: str = "",
    progress: Progress = no_progress,
) -> bytes:
    """Return a handout of a deck as a PDF file of pages in A4.

    Each slide has its message, figures, table of values, notes, sources with paragraphs, and
    contradictions.

    Parameters
    ----------
    deck : Deck
        The deck.
    dataset : Dataset
        All tables.
    space : FilterSpace
        The valid filter values.
    code : str
        Language of the texts.
    address : str
        Address of the Atlas that figures lead to, ending in a slash; empty for none.
    progress : function
        Called after each slide; an exception of it ends the work.
    """
    edition = DeckEdition(deck=deck, dataset=dataset, space=space, code=code, address=address)
    words = edition.language
    drawings: list[Drawing] = []
    contents: list[tuple[str, int]] = []
    flow = [
        paragraph(edition.title, "title"),
        paragraph(citation(words), quiet=True),
        Spacer(0, 10),
    ]
    views = edition.views()
    described: set[str] = set()
    for number, view in enumerate(views, start=1):
        slide = handout_slide(view, edition, described)
        flow += _slide(slide, number, words, drawings, contents)
        progress(number, len(views))
    return pages_of(flow, title=edition.title, language=words, drawings=drawings, contents=contents)
