"""The filters in force as one sentence, for files that leave the Atlas."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from components.figure import Figure
from components.figures.route_map import MAP
from components.registry import shown_choice
from components.text.names import label_of, selection_name
from components.text.years import years_text
from data.dataset import Dataset
from data.filters import Filters, FilterSpace, apart_from_places
from data.languages import Language, language

Build = Callable[[Filters], Figure]
"""Builds one figure for a choice."""

PARTS = ("sectors", "trade", "investment", "route", "as_of", "view", "years")
"""Parts of a choice that a figure may show, in the order in which they are tried."""


def _shows(figure: Figure) -> tuple[object, ...]:
    said = (figure.headline, figure.subtitle, figure.finding, *figure.notes)
    return (*said, figure.origins, id(figure.form), [dict(row) for row in figure.rows])


def decisive_choice(
    figure: str, filters: Filters, space: FilterSpace, build: Build
) -> tuple[Filters, bool]:
    """Return the choice with every part at its start that changes nothing in a figure.

    Parameters
    ----------
    figure : str
        Id of the figure.
    filters : Filters
        The reader's choice.
    space : FilterSpace
        What can be chosen.
    build : function
        Builds the figure for a choice.

    Returns
    -------
    Filters
        The choice; the figure it makes is the same.
    bool
        Whether the years change the figure at all.
    """
    start = space.start(filters.language)
    if figure == MAP:
        # Its rows take long to make, and each part of this choice is drawn or written.
        year = filters.map_year
        unseen = {part: getattr(start, part) for part in ("years", "trade", "investment")}
        return replace(apart_from_places(filters), as_of=year, **unseen), False
    chosen = shown_choice(figure, filters)
    drawn = _shows(build(chosen))
    for part in PARTS:
        without = replace(chosen, **{part: getattr(start, part)})
        if without != chosen and _shows(build(without)) == drawn:
            chosen = without
    first = space.years[0]
    narrowed = replace(chosen, years=(first, first))
    depends = chosen.years != start.years or _shows(build(narrowed)) != drawn
    return chosen, depends


def _parts(
    chosen: Filters,
    space: FilterSpace,
    *,
    with_years: bool,
    dataset: Dataset,
    words: Language,
) -> Iterator[str]:
    _ = words.gettext
    start = space.start(chosen.language)
    if with_years:
        yield years_text(chosen.years)
    if chosen.as_of is not None:
        yield _("Map as of {year}").format(year=chosen.as_of)
    if chosen.view != start.view:
        view = label_of(dataset, "map_views", chosen.view, words)
        yield _("View of the map: {view}").format(view=view)
    if chosen.sectors:
        names = [label_of(dataset, "sectors", code, words) for code in chosen.sectors]
        yield _("Sectors: {sectors}").format(sectors=", ".join(names))
    if chosen.route:
        yield selection_name(chosen.route, dataset=dataset, language=words)
    for origin, first, saying in (
        (chosen.trade, start.trade, _("Trade: {place}")),
        (chosen.investment, start.investment, _("Investment: {place}")),
    ):
        if origin != first:
            yield saying.format(place=label_of(dataset, "origins", origin, words))


def choice_sentence(
    figure: str,
    filters: Filters,
    space: FilterSpace,
    *,
    build: Build,
    dataset: Dataset,
) -> str:
    """Return which filters a figure shows, as in `Filters: 2019–2021 · Sectors: Energy`.

    Two choices that make different figures have different sentences; what changes nothing in the
    figure is not named. Empty where no filter concerns it.

    Parameters
    ----------
    figure : str
        Id of the figure.
    filters : Filters
        The reader's choice.
    space : FilterSpace
        What can be chosen.
    build : function
        Builds the figure for a choice; see `decisive_choice`.
    dataset : Dataset
        All tables, for the names.
    """
    words = language(filters.language)
    chosen, with_years = decisive_choice(figure, filters, space, build)
    parts = list(_parts(chosen, space, with_years=with_years, dataset=dataset, words=words))
    if not parts:
        return ""
    return words.gettext("Filters: {filters}").format(filters=" · ".join(parts))
