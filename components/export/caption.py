"""The active filters of a figure as one sentence, for exported files."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from components.figures.figure import Figure
from components.figures.registry import shown_choice
from components.figures.route_map import MAP
from components.text.lists import apposed, side_by_side
from data.choice.parameter import Parameter
from data.choice.parameters import (
    INVESTMENT,
    LANGUAGE,
    PARAMETERS,
    TRADE,
    YEARS,
    Filters,
    FilterSpace,
    without,
)
from data.choice.subjects import Scope
from data.language.languages import Language, language
from data.load.dataset import Dataset

Build = Callable[[Filters], Figure]
"""Builds one figure for some filters."""


def _shows(figure: Figure) -> tuple[object, ...]:
    said = (figure.headline, figure.subtitle, figure.finding, *figure.notes)
    rows = [dict(row) for row in figure.rows]
    return (*said, figure.origins, id(figure.form), rows, figure.text_table)


def effective_filters(
    figure: str, filters: Filters, space: FilterSpace, build: Build
) -> tuple[Filters, bool]:
    """Return the filters with those that do not affect a figure reset to their defaults.

    Parameters
    ----------
    figure : str
        Id of the figure.
    filters : Filters
        The selected filters.
    space : FilterSpace
        The valid filter values.
    build : function
        Builds the figure for some filters.

    Returns
    -------
    Filters
        The reduced filters, which result in the same figure.
    bool
        Whether the years affect the figure.
    """
    start = space.start(filters.language)
    if figure == MAP:
        # Building its rows is slow, and the map or its caption shows each of these filters.
        year = filters.map_year
        shown = replace(without(filters, Scope.PLACES), as_of=year)
        for parameter in (YEARS, TRADE, INVESTMENT):
            shown = parameter.set(shown, parameter.value(start))
        return shown, False
    chosen = shown_choice(figure, filters)
    drawn = _shows(build(chosen))
    for parameter in _shown_parameters():
        less = parameter.set(chosen, parameter.value(start))
        if less != chosen and _shows(build(less)) == drawn:
            chosen = less
    first = space.years[0]
    narrowed = replace(chosen, years=(first, first))
    depends = chosen.years != start.years or _shows(build(narrowed)) != drawn
    return chosen, depends


def _shown_parameters() -> Iterator[Parameter]:
    """Yield the parameters that can affect a figure, years last."""
    others = (one for one in PARAMETERS.values() if one.scope is not Scope.PLACES)
    yield from (one for one in others if one not in (LANGUAGE, YEARS))
    yield YEARS


def _parts(
    chosen: Filters,
    space: FilterSpace,
    *,
    with_years: bool,
    dataset: Dataset,
    words: Language,
) -> Iterator[str]:
    start = space.start(chosen.language)
    for parameter in PARAMETERS.values():
        if parameter.scope is Scope.PLACES:
            continue
        if with_years if parameter is YEARS else parameter.differs(chosen, start):
            names = parameter.chips(parameter.value(chosen), dataset, words)
            chips = apposed(name for name, _code in names)
            if chips:
                yield words.gettext(parameter.caption).format(chips=chips)


def choice_sentence(
    figure: str,
    filters: Filters,
    space: FilterSpace,
    *,
    build: Build,
    dataset: Dataset,
) -> str:
    """Return the filters that affect a figure, such as `Filters – 2019–2021 · Sectors: Energy`.

    Filters that result in different figures have different sentences. Empty if no filter affects
    the figure.

    Parameters
    ----------
    figure : str
        Id of the figure.
    filters : Filters
        The selected filters.
    space : FilterSpace
        The valid filter values.
    build : function
        Builds the figure for some filters; see `effective_filters`.
    dataset : Dataset
        All tables, for the names.
    """
    words = language(filters.language)
    chosen, with_years = effective_filters(figure, filters, space, build)
    parts = list(_parts(chosen, space, with_years=with_years, dataset=dataset, words=words))
    if not parts:
        return ""
    return words.gettext("Filters – {filters}").format(filters=side_by_side(parts))
