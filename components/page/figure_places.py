"""Where figures stand: the page of each, and what has to be open on it."""

from components.figures import (
    audit,
    carried_sources,
    claims,
    cooperation,
    eaeu_trade,
    education,
    investment,
    source_comparison,
    survey,
    targets,
    totals,
    trade,
)
from components.figures.registry import FIGURES
from data.load.dataset import Dataset
from data.problems import TableRefusedError

_OF_PAGES = {
    "pages/trade.py": trade.FIGURES,
    "pages/investment.py": {**investment.FIGURES, **cooperation.FIGURES},
    "pages/targets.py": {**targets.FIGURES, **totals.FIGURES, **eaeu_trade.FIGURES},
    "pages/source_comparison.py": {
        **source_comparison.FIGURES,
        **claims.FIGURES,
        **carried_sources.FIGURES,
    },
    "pages/survey.py": survey.FIGURES,
    "pages/education.py": education.FIGURES,
    "pages/sources.py": audit.FIGURES,
}

_ROUTES = "pages/energy_routes.py"

_PAGE_OF = {
    **dict.fromkeys(FIGURES, _ROUTES),
    **{figure: page for page, figures in _OF_PAGES.items() for figure in figures},
}


def page_of(figure: str) -> str:
    """Return the script of the page that shows a figure; empty for an unknown figure."""
    return _PAGE_OF.get(figure, "")


def section_of(figure: str, dataset: Dataset) -> str:
    """Return the section of the questionnaire with a figure; empty for a figure without one."""
    if figure not in survey.FIGURES:
        return ""
    try:
        sections = survey.section_figures(dataset)
    except TableRefusedError:
        return ""
    return next((code for code, figures in sections.items() if figure in figures), "")
