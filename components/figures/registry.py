"""The registry of figures: every page, download, link and test finds them here."""

from collections.abc import Mapping
from types import MappingProxyType

from components.figures import (
    audit,
    capacity_use,
    corridor,
    corridor_volumes,
    education,
    investment,
    oil_directions,
    oil_lines,
    oil_modes,
    reserves,
    route_map,
    stakes,
    survey,
    trade,
)
from components.figures.figure import Builder, Figure
from components.map.content import map_choice
from data.choice.parameters import Filters, Scope, without
from data.language.languages import language
from data.load.dataset import Dataset

FIGURES: Mapping[str, Builder] = MappingProxyType(
    {
        **trade.FIGURES,
        **investment.FIGURES,
        **survey.FIGURES,
        **audit.FIGURES,
        **route_map.FIGURES,
        **oil_directions.FIGURES,
        **oil_lines.FIGURES,
        **oil_modes.FIGURES,
        **stakes.FIGURES,
        **reserves.FIGURES,
        **corridor.FIGURES,
        **capacity_use.FIGURES,
        **corridor_volumes.FIGURES,
        **education.FIGURES,
    }
)

_WITHOUT_MAP = frozenset({*trade.FIGURES, *investment.FIGURES, *survey.FIGURES})
"""Figures that show nothing of what is chosen on the map."""


def shown_choice(figure: str, filters: Filters) -> Filters:
    """Return the choice without what a figure does not show, so that it is built once for all."""
    if figure == route_map.MAP:
        return map_choice(filters)
    if figure in _WITHOUT_MAP:
        return without(filters, Scope.PLACES, Scope.MAP)
    return without(filters, Scope.PLACES)


def build_figure(figure: str, *, dataset: Dataset, filters: Filters) -> Figure:
    """Build one figure.

    Parameters
    ----------
    figure : str
        Its id.
    dataset : Dataset
        All tables.
    filters : Filters
        The reader's choice, the language among it.

    Raises
    ------
    KeyError
        Where no figure has this id.
    TableRefusedError
        Where a table it needs did not load.
    """
    return FIGURES[figure](dataset=dataset, filters=filters, language=language(filters.language))
