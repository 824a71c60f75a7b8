"""Registry of figures: builders by figure id."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from components.figures import (
    audit,
    capacity_use,
    carried_sources,
    claims,
    cooperation,
    corridor,
    corridor_volumes,
    eaeu_trade,
    education,
    investment,
    oil_directions,
    oil_diversification,
    oil_lines,
    oil_modes,
    reserves,
    route_map,
    source_comparison,
    stakes,
    survey,
    targets,
    totals,
    trade,
)
from components.figures.figure import Builder, Figure
from components.map.content import map_choice
from data.choice.parameters import PARAMETERS, Filters, without
from data.choice.subjects import Scope, Subject
from data.language.languages import language
from data.load.dataset import Dataset

FIGURES: Mapping[str, Builder] = MappingProxyType(
    {
        **trade.FIGURES,
        **investment.FIGURES,
        **cooperation.FIGURES,
        **survey.FIGURES,
        **audit.FIGURES,
        **route_map.FIGURES,
        **oil_directions.FIGURES,
        **oil_diversification.FIGURES,
        **oil_lines.FIGURES,
        **oil_modes.FIGURES,
        **stakes.FIGURES,
        **reserves.FIGURES,
        **corridor.FIGURES,
        **capacity_use.FIGURES,
        **corridor_volumes.FIGURES,
        **education.FIGURES,
        **targets.FIGURES,
        **totals.FIGURES,
        **eaeu_trade.FIGURES,
        **source_comparison.FIGURES,
        **claims.FIGURES,
        **carried_sources.FIGURES,
    }
)

_WITHOUT_MAP = frozenset(
    {
        *trade.FIGURES,
        *investment.FIGURES,
        *survey.FIGURES,
        *targets.FIGURES,
        *source_comparison.FIGURES,
        *claims.FIGURES,
        *carried_sources.FIGURES,
    }
)
"""Figures that do not depend on the selection on the map."""

_WITH_SOURCES = frozenset({*source_comparison.FIGURES, *carried_sources.FIGURES})
"""Figures that depend on the quantity and the source that are compared."""

_SUBJECTS = (
    (trade, Subject.TRADE),
    (investment, Subject.INVESTMENT),
    (cooperation, Subject.DIRECTIONS),
    (survey, Subject.SURVEY),
    (route_map, Subject.MAP),
    (capacity_use, Subject.CARRIED),
    (education, Subject.EDUCATION),
    (oil_directions, Subject.ROUTES),
    (oil_diversification, Subject.ROUTES),
    (oil_lines, Subject.ROUTES),
    (oil_modes, Subject.ROUTES),
    (stakes, Subject.ROUTES),
    (reserves, Subject.ROUTES),
    (corridor, Subject.ROUTES),
    (corridor_volumes, Subject.ROUTES),
    (targets, Subject.TARGETS),
    (totals, Subject.TOTALS),
    (eaeu_trade, Subject.TOTALS),
    (audit, Subject.ORIGINS),
)

SUBJECTS: Mapping[str, Subject] = MappingProxyType(
    {figure: subject for module, subject in _SUBJECTS for figure in module.FIGURES}
    | dict.fromkeys(
        (
            *("trade_tables", "investment_tables", "investment_sectors"),
            *("investment_projects", "turkish_companies", "joint_projects"),
        ),
        Subject.COUNTS,
    )
    | {"trade_growth": Subject.MEASURES, "conflict_kinds": Subject.CONFLICTS}
    | dict(source_comparison.SUBJECTS)
    | dict(claims.SUBJECTS)
    | dict(carried_sources.SUBJECTS)
)
"""What each figure shows: which parameters of a link have an effect on it."""


def concerns(parameter: str, figure: str) -> bool:
    """Return whether a parameter of a link has an effect on a figure."""
    return SUBJECTS[figure] in PARAMETERS[parameter].concerns


@lru_cache(maxsize=1024)
def shown_choice(figure: str, filters: Filters) -> Filters:
    """Return the filters with those that do not affect a figure reset, as its cache key."""
    if figure == route_map.MAP:
        return map_choice(filters)
    unused = [Scope.PLACES, Scope.MAP_ALONE]
    if figure in _WITHOUT_MAP:
        unused.append(Scope.MAP)
    if figure not in _WITH_SOURCES:
        unused.append(Scope.SOURCES)
    return without(filters, *unused)


def build_figure(figure: str, *, dataset: Dataset, filters: Filters) -> Figure:
    """Build one figure.

    Parameters
    ----------
    figure : str
        Id of the figure.
    dataset : Dataset
        All tables.
    filters : Filters
        The selected filters, including the language.

    Raises
    ------
    KeyError
        If no figure has this id.
    TableRefusedError
        If a required table did not load.
    """
    return FIGURES[figure](dataset=dataset, filters=filters, language=language(filters.language))
