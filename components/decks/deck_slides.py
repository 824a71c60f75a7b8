"""Slides of a deck as files without a browser need them: one page for each state, with sources."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from components.charts.frame import row_height
from components.decks.slide_plan import Foot, SlidePlan, slide_plans
from components.decks.slide_texts import Measure
from components.decks.views import SlideView, StateView, slide_views
from components.decks.wall import SCALE
from components.figures.single_values import longest
from components.text.source_line import source_line
from data.choice.parameters import FilterSpace
from data.decks.model import Deck
from data.language.languages import Language, language
from data.load.dataset import Dataset


@dataclass(frozen=True, kw_only=True)
class Page:
    """One state of a slide with its places.

    Attributes
    ----------
    view : SlideView
        The slide.
    state : StateView
        The state.
    plan : SlidePlan
        Places of texts and picture.
    number : int
        Number of the slide, from 1.
    step : int
        Number of the state within the slide, from 1.
    """

    view: SlideView
    state: StateView
    plan: SlidePlan
    number: int
    step: int


@dataclass(frozen=True, kw_only=True)
class DeckEdition:
    """A deck in one language, with all that its files are made from; see `slide_views`."""

    deck: Deck
    dataset: Dataset
    space: FilterSpace
    code: str
    address: str = ""

    @property
    def language(self) -> Language:
        """Language of the slides."""
        return language(self.code)

    @property
    def title(self) -> str:
        """Title of the deck."""
        untitled = self.language.gettext("Kazakhstan–Türkiye Atlas")
        return self.deck.title.text(self.code) or untitled

    def views(self) -> tuple[SlideView, ...]:
        """Return the slides."""
        return slide_views(
            self.deck,
            dataset=self.dataset,
            space=self.space,
            code=self.code,
            address=self.address,
        )

    def source(self, state: StateView) -> str:
        """Return where the values of a state are printed, with paragraphs if it has a figure."""
        if state.figure is None:
            return state.source
        return source_line(state.figure, dataset=self.dataset, language=self.language)


ROOM_ABOVE = 300.0
"""Height in pixels that a chart below its texts has for its rows."""


def is_crowded(view: SlideView) -> bool:
    """Return whether the names of the rows of a chart need more height than it has below texts."""

    def needed(state: StateView) -> float:
        names = {str(row["category"]) for row in state.rows if row.get("category")}
        return sum(row_height(longest((name,))) for name in names) * SCALE

    return any(needed(state) > ROOM_ABOVE for state in view.states)


def deck_pages(
    edition: DeckEdition,
    measure: Measure | None = None,
    tall: Callable[[SlideView], bool] = is_crowded,
) -> Iterator[Page]:
    """Yield a page for each state of each slide.

    Parameters
    ----------
    edition : DeckEdition
        The deck.
    measure : Measure, optional
        Widths of the letters; those of the typeface of the Atlas by default.
    tall : function
        Whether the picture of a slide needs its whole height.
    """
    views = edition.views()
    for number, view in enumerate(views, start=1):
        sources = tuple(edition.source(state) for state in view.states)
        foot = Foot(number=f"{number} / {len(views)}", sources=sources)
        plans = slide_plans(view, foot, measure, tall=tall(view))
        for step, (state, plan) in enumerate(zip(view.states, plans, strict=True), start=1):
            yield Page(view=view, state=state, plan=plan, number=number, step=step)
