"""Places and sizes of the texts and the picture of a slide, for files without a browser."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from components.decks.layout import (
    ABOVE,
    ABOVE_TITLE,
    ABOVE_WIDTH,
    BESIDE,
    BESIDE_TITLE,
    BESIDE_WIDTH,
    CODE,
    DATED_GAP,
    LETTERS,
    MAP,
    NUMBER_HEIGHT,
    PLAIN,
    PLAIN_GAP,
    PLAIN_TITLE,
    UNIT,
    layout_of,
    text_size,
)
from components.decks.slide_texts import Block, Box, Measure, Text
from components.decks.views import SlideView, StateView

WIDTH, HEIGHT = 1280.0, 720.0
"""Size of a slide in pixels; all places are in these pixels."""

LEFT, TOP, BOTTOM = 40.0, 30.0, 18.0
"""Margins of a slide."""

GAP, CODE_GAP = 10.0, 24.0
"""Between header, picture and footer, and beside the QR code."""

NUMBER_WIDTH = 110.0
SOURCE_LETTERS, MOST_SOURCE = 20.0, 92.0
NARROW_SOURCE, MOST_NARROW_SOURCE = 18.0, 120.0
"""Size of the source line and its greatest height, below a chart and beside it."""

BESIDE_LEFT = 482.0
MOST_HEADER, MOST_BESIDE, MOST_PLAIN_TITLE = 250.0, 520.0, 220.0
"""Greatest height of the texts above a picture, beside it, and of the title of a plain text."""

PLAIN_TOP, PLAIN_BOTTOM, DATE_GAP = 44.0, 60.0, 32.0


@dataclass(frozen=True, kw_only=True)
class SlidePlan:
    """Texts and places of one state of a slide.

    Attributes
    ----------
    title : Block
        The title.
    blocks : tuple of Block
        All other texts.
    picture : Box or None
        Place of chart or map; None for a plain text.
    code : Box or None
        Place of the QR code; None without a link.
    cut : tuple of str
        Full texts of which only the beginning has room.
    """

    title: Block
    blocks: tuple[Block, ...]
    picture: Box | None = None
    code: Box | None = None
    cut: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Foot:
    """Number of a slide as written, and the source line of each of its states."""

    number: str
    sources: tuple[str, ...]


def _title(text: str, size: float) -> Text:
    return Text(text=text, size=size, bold=True)


def _below_title(state: StateView, gap: float, *, unit: bool) -> list[Text]:
    lines = [Text(text=line, size=LETTERS, before=gap) for line in state.lines]
    if unit and state.subtitle:
        lines.append(Text(text=state.subtitle, size=LETTERS, colour="quiet", before=gap))
    return lines


def _header(  # noqa: PLR0913, a size, a width and a height
    state: StateView, size: float, width: float, most: float, measure: Measure, *, unit: bool
) -> tuple[Block, Block, float, tuple[str, ...]]:
    """Return title, the texts below it, their height, and what was cut."""
    gap = 4.0 if width == ABOVE_WIDTH else 8.0
    every = (_title(state.title, size), *_below_title(state, gap, unit=unit))
    texts, cut = measure.fitted(every, width, most)
    high = measure.height(texts[:1], width)
    rest = measure.height(texts[1:], width)
    space = texts[1].before if len(texts) > 1 else 0.0
    title = Block(box=Box(left=LEFT, top=TOP, width=width, height=high), texts=texts[:1])
    below = Box(left=LEFT, top=TOP + high + space, width=width, height=rest)
    return title, Block(box=below, texts=texts[1:]), high + space + rest, cut


def _number(text: str, left: float, *, end: bool = True) -> Block:
    top = HEIGHT - BOTTOM - NUMBER_HEIGHT
    box = Box(left=left, top=top, width=NUMBER_WIDTH, height=NUMBER_HEIGHT)
    return Block(box=box, texts=(Text(text=text, size=LETTERS * 0.86, colour="quiet"),), end=end)


def _source(line: str, size: float, width: float, most: float, measure: Measure) -> Block:
    texts = [Text(text=line, size=size, colour="quiet")] if line else []
    shown, _cut = measure.fitted(texts, width, most)
    high = measure.height(shown, width)
    box = Box(left=LEFT, top=HEIGHT - BOTTOM - high, width=width, height=high)
    return Block(box=box, texts=shown, foot=True)


def _above(view: SlideView, foot: Foot, layout: str, measure: Measure) -> Iterator[SlidePlan]:
    heads = [
        _header(state, ABOVE_TITLE, ABOVE_WIDTH, MOST_HEADER, measure, unit=layout != MAP)
        for state in view.states
    ]
    code = any(state.qr for state in view.states)
    number_left = WIDTH - LEFT - NUMBER_WIDTH
    code_left = number_left - CODE_GAP - CODE
    width = (code_left if code else number_left) - CODE_GAP - LEFT
    sources = [_source(line, SOURCE_LETTERS, width, MOST_SOURCE, measure) for line in foot.sources]
    top = TOP + max(high for _title, _texts, high, _cut in heads) + GAP
    high = max(CODE if code else NUMBER_HEIGHT, *(source.box.height for source in sources))
    picture = Box(left=LEFT, top=top, width=ABOVE_WIDTH, height=HEIGHT - BOTTOM - high - GAP - top)
    for state, (title, texts, _high, cut), source in zip(view.states, heads, sources, strict=True):
        yield SlidePlan(
            title=title,
            blocks=(texts, source, _number(foot.number, number_left)),
            picture=picture,
            code=_code(code_left) if state.qr else None,
            cut=cut,
        )


def _code(left: float) -> Box:
    return Box(left=left, top=HEIGHT - BOTTOM - CODE, width=CODE, height=CODE)


def _beside(view: SlideView, foot: Foot, layout: str, measure: Measure) -> Iterator[SlidePlan]:
    unit = UNIT in layout.split()
    wide = WIDTH - LEFT - BESIDE_LEFT
    units = [
        measure.fitted(
            [Text(text=state.subtitle, size=LETTERS, colour="quiet")] if unit else [], wide, 72.0
        )[0]
        for state in view.states
    ]
    high = max(measure.height(texts, wide) for texts in units)
    top = TOP + (high + GAP if unit else 0.0)
    picture = Box(left=BESIDE_LEFT, top=top, width=wide, height=HEIGHT - BOTTOM - top)
    narrow = BESIDE_WIDTH - CODE - CODE_GAP
    for state, line, texts in zip(view.states, foot.sources, units, strict=True):
        head = _header(state, BESIDE_TITLE, BESIDE_WIDTH, MOST_BESIDE, measure, unit=not unit)
        source = _source(line, NARROW_SOURCE, narrow, MOST_NARROW_SOURCE, measure)
        raised = replace(source.box, top=source.box.top - NUMBER_HEIGHT)
        above = Box(left=BESIDE_LEFT, top=TOP, width=wide, height=high)
        yield SlidePlan(
            title=head[0],
            blocks=(
                head[1],
                replace(source, box=raised),
                _number(foot.number, LEFT, end=False),
                Block(box=above, texts=texts),
            ),
            picture=picture,
            code=_code(LEFT + BESIDE_WIDTH - CODE) if state.qr else None,
            cut=head[3],
        )


def _plain(view: SlideView, foot: Foot, measure: Measure) -> SlidePlan:
    code = bool(view.states[0].qr)
    number_left = WIDTH - LEFT - NUMBER_WIDTH
    code_left = number_left - CODE_GAP - CODE
    wide = (code_left if code else number_left) - CODE_GAP - LEFT
    source = _source(foot.sources[0], SOURCE_LETTERS, wide, MOST_SOURCE, measure)
    title, cut = measure.fitted(
        [_title(view.states[0].title, PLAIN_TITLE)], ABOVE_WIDTH, MOST_PLAIN_TITLE
    )
    high = measure.height(title, ABOVE_WIDTH)
    size = float(text_size(view))
    fault = [Text(text=view.fault, size=size, colour="warning")] if view.fault else []
    every = [
        *fault,
        *(
            Text(text=text, size=size, label=date, before=DATED_GAP if date else PLAIN_GAP)
            for date, text in view.paragraphs
        ),
    ]
    labels = measure.label_width(every)
    hang = labels + DATE_GAP if labels else 0.0
    top = PLAIN_TOP + high + DATE_GAP
    room = HEIGHT - (BOTTOM + CODE + GAP if code else PLAIN_BOTTOM) - top
    texts, more = measure.fitted(every, ABOVE_WIDTH - hang, room)
    return SlidePlan(
        title=Block(box=Box(left=LEFT, top=PLAIN_TOP, width=ABOVE_WIDTH, height=high), texts=title),
        blocks=(
            Block(
                box=Box(left=LEFT, top=top, width=ABOVE_WIDTH, height=room), texts=texts, hang=hang
            ),
            source,
            _number(foot.number, number_left),
        ),
        code=_code(code_left) if code else None,
        cut=(*cut, *more),
    )


def slide_plans(
    view: SlideView, foot: Foot, measure: Measure | None = None, *, tall: bool = False
) -> tuple[SlidePlan, ...]:
    """Return one plan for each state of a slide; their pictures have the same place.

    Parameters
    ----------
    view : SlideView
        The slide.
    foot : Foot
        Its number and its sources.
    measure : Measure, optional
        Widths of the letters; those of the typeface of the Atlas by default.
    tall : bool
        Whether the picture needs the whole height, with the texts beside it.
    """
    measure = measure or Measure()
    layout = layout_of(view)
    if tall and layout.startswith(ABOVE):
        layout = BESIDE
    if layout == PLAIN:
        return (_plain(view, foot, measure),)
    kind = layout.split()[0]
    place = _beside if kind == BESIDE else _above
    return tuple(place(view, foot, layout, measure))
