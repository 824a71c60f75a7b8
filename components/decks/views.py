"""Content of slides in one language: texts, charts and maps, computed from the figures."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any
from urllib.parse import urlencode

from components.controls.share import qr_code
from components.decks.map_slide import MapView, map_view
from components.decks.table_slide import TableView, table_view
from components.decks.wall import wall_rows, wall_specification
from components.figures.figure import Figure
from components.figures.registry import FIGURES, build_figure
from components.page.figure_places import page_of
from components.text.dates import date_text
from components.text.lists import apposed
from data.choice.parameters import Filters, FilterSpace
from data.choice.reading import to_query
from data.citation import citation
from data.decks.model import Deck, Slide, Step, Words
from data.decks.parts import read_choice
from data.evidence.events import Event, events
from data.evidence.names import label_of
from data.language.languages import Language, language
from data.load.dataset import Dataset
from data.problems import TableRefusedError

MAP_PAGE = "pages/energy_routes.py"
MOST_SOURCES = 5
"""Greatest number of tables and sections that a slide names."""

SOURCE_LINE = "{source}"
EVENT_START, EVENT_END = "{event:", "}"


@dataclass(frozen=True, kw_only=True)
class StateView:
    """One state of a slide.

    Attributes
    ----------
    title : str
        The message, or the computed headline.
    lines : tuple of str
        Computed headline and finding below the title.
    subtitle : str
        Measured quantity and its unit.
    source : str
        Where the values or the events are printed; empty for other texts.
    link, qr : str
        Address of the page with this choice, for a plain text of the landing page, and its QR
        code as a data URI; empty without one.
    description : str
        Alternative text of the picture.
    specification : mapping or None
        Vega-Lite specification without data; None for a map, a table or a text.
    rows : sequence of mapping
        Data of the chart.
    map : MapView or None
        The map; None for a chart or a text.
    table : TableView or None
        A table of text; None for others.
    figure : Figure or None
        The figure; None for a text.
    """

    title: str
    lines: tuple[str, ...] = ()
    subtitle: str = ""
    source: str = ""
    link: str = ""
    qr: str = ""
    description: str = ""
    specification: Mapping[str, Any] | None = None
    rows: Sequence[Mapping[str, Any]] = ()
    map: MapView | None = None
    table: TableView | None = None
    figure: Figure | None = None


@dataclass(frozen=True, kw_only=True)
class SlideView:
    """A slide in one language.

    Attributes
    ----------
    states : tuple of StateView
        The states, shown one after the other; at least one.
    paragraphs : tuple of pairs of str
        Body of a plain text: a date or an empty text, and what is said.
    notes : str
        Notes for the speaker.
    seconds : int
        Target time in seconds; 0 for none.
    fault : str
        Why the figure is not shown; empty if it is.
    """

    states: tuple[StateView, ...]
    paragraphs: tuple[tuple[str, str], ...] = ()
    notes: str = ""
    seconds: int = 0
    fault: str = ""


@dataclass(frozen=True, kw_only=True)
class Room:
    """What slides are made from.

    Attributes
    ----------
    dataset : Dataset
        All tables.
    space : FilterSpace
        The valid filter values.
    language : Language
        Language of the deck.
    address : str
        Address of the Atlas that links lead to, ending in a slash; empty for no links.
    """

    dataset: Dataset
    space: FilterSpace
    language: Language
    address: str = ""
    _events: dict[str, Event] = field(default_factory=dict)

    def event(self, code: str) -> Event | None:
        """Return the event with a code; None if there is none."""
        if not self._events:
            self._events.update({one.code: one for one in events(self.dataset)})
        return self._events.get(code)


def page_address(figure: str, filters: Filters, room: Room) -> str:
    """Return the address of the page that shows a figure with some filters; empty without one."""
    if not room.address:
        return ""
    page = PurePath(page_of(figure) or MAP_PAGE).stem
    return f"{room.address}{page}?{urlencode(to_query(filters, room.space), safe=',')}"


def home_address(room: Room) -> str:
    """Return the address of the landing page in the language of a deck; empty without one."""
    if not room.address:
        return ""
    start = room.space.start(room.language.code)
    return f"{room.address}?{urlencode(to_query(start, room.space), safe=',')}"


def _source(origins: Iterable[str], room: Room) -> str:
    _ = room.language.gettext
    found = [label_of(room.dataset, "origins", code, room.language) for code in origins]
    names = list(dict.fromkeys(found))
    if not names:
        return ""
    if len(names) > MOST_SOURCES:
        more = _("and {count} more").format(count=len(names) - MOST_SOURCES + 1)
        places = f"{apposed(names[: MOST_SOURCES - 1])} {more}"
    else:
        places = room.language.enumerate(names)
    return _("Source: {places}").format(places=places)


def _title(message: Words, figure: Figure, room: Room) -> tuple[str, tuple[str, ...]]:
    """Return the title of a slide and the computed lines below it, none twice."""
    computed = {name: getattr(figure, name) for name in ("headline", "finding", "subtitle")}
    said = message.text(room.language.code) or "{headline}"
    used = {name for name in computed if f"{{{name}}}" in said}
    for name, text in computed.items():
        said = said.replace(f"{{{name}}}", text)
    below = [computed[name] for name in ("headline", "finding") if name not in used]
    if below and figure.subtitle.startswith(figure.headline):
        # The headline of a question names what its subtitle measures.
        below = [text for text in below if text != figure.headline]
    return said, tuple(dict.fromkeys(text for text in below if text and text != said))


def _state(slide: Slide, step: Step, room: Room) -> StateView:
    filters, _refused = read_choice(step.choice, room.space, room.language.code)
    figure = build_figure(slide.figure, dataset=room.dataset, filters=filters)
    title, lines = _title(step.message or slide.message, figure, room)
    link = page_address(slide.figure, filters, room)
    return StateView(
        title=title,
        lines=lines,
        subtitle=figure.subtitle,
        source=_source(figure.origins, room),
        link=link,
        qr=qr_code(link),
        description=figure.alternative_text,
        specification=wall_specification(figure) if figure.form else None,
        rows=wall_rows(figure),
        map=map_view(figure, room.dataset, room.language),
        table=table_view(figure),
        figure=figure,
    )


def _event(line: str, room: Room) -> Event | None:
    if line.startswith(EVENT_START) and line.endswith(EVENT_END):
        return room.event(line[len(EVENT_START) : -len(EVENT_END)])
    return None


def _paragraph(line: str, room: Room) -> tuple[str, str]:
    if line == SOURCE_LINE:
        return "", citation(room.language)
    found = _event(line, room)
    if found is not None:
        name = label_of(room.dataset, "events", found.code, room.language)
        return date_text(found.date, room.language), name
    return "", line


def _text_slide(slide: Slide, room: Room, fault: str = "") -> SlideView:
    code = room.language.code
    lines = [line.strip() for line in slide.text.text(code).splitlines()]
    origins = [found.origin for line in lines if (found := _event(line, room))]
    link = home_address(room)
    state = StateView(
        title=slide.message.text(code),
        source=_source(origins, room),
        link=link,
        qr=qr_code(link),
    )
    return SlideView(
        states=(state,),
        paragraphs=tuple(_paragraph(line, room) for line in lines if line),
        notes=slide.notes.text(code),
        seconds=slide.seconds,
        fault=fault,
    )


def slide_view(slide: Slide, room: Room) -> SlideView:
    """Return a slide in the language of the room; one whose figure is missing says so."""
    _ = room.language.gettext
    if not slide.figure:
        return _text_slide(slide, room)
    if slide.figure not in FIGURES:
        missing = _("The Atlas has no figure “{name}”.").format(name=slide.figure)
        return _text_slide(slide, room, missing)
    steps = (Step(choice=slide.choice), *slide.steps)
    try:
        states = tuple(_state(slide, step, room) for step in steps)
    except TableRefusedError as fault:
        missing = _("The table “{name}” did not load.").format(name=fault.table)
        return _text_slide(slide, room, missing)
    code = room.language.code
    return SlideView(states=states, notes=slide.notes.text(code), seconds=slide.seconds)


Progress = Callable[[int, int], None]
"""Receives the number of finished slides or pages, and of all."""


def no_progress(_done: int, _total: int) -> None:
    """No-op."""


def slide_views(  # noqa: PLR0913, what slides are made from, and the progress
    deck: Deck,
    *,
    dataset: Dataset,
    space: FilterSpace,
    code: str,
    address: str = "",
    progress: Progress = no_progress,
) -> tuple[SlideView, ...]:
    """Return the slides of a deck in one language.

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
        Address of the Atlas that links lead to, ending in a slash; empty for no links.
    progress : function
        Called with the number of finished slides and of all.
    """
    room = Room(dataset=dataset, space=space, language=language(code), address=address)
    views: list[SlideView] = []
    for slide in deck.slides:
        progress(len(views), len(deck.slides))
        views.append(slide_view(slide, room))
    progress(len(views), len(views))
    return tuple(views)
