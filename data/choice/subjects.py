"""What figures and pages show, so that a parameter can say where it has an effect."""

from enum import Enum, auto


class Scope(Enum):
    """Views that a parameter changes."""

    FIGURES = auto()
    """Any figure."""
    MAP = auto()
    """The map, and figures that highlight its selection."""
    MAP_ALONE = auto()
    """The map, and no other figure."""
    SOURCES = auto()
    """What each source states, and no other figure."""
    PLACES = auto()
    """Which figures a page shows; not their content."""


class Subject(Enum):
    """What a figure, or another part of a page, shows."""

    TRADE = auto()
    """Trade by year."""
    MEASURES = auto()
    """Measures computed from trade by year, of which a reader chooses one."""
    TARGETS = auto()
    """Targets for trade, and what they need."""
    TOTALS = auto()
    """Single facts on trade, investment and economy."""
    INVESTMENT = auto()
    """Investment by year."""
    COUNTS = auto()
    """Companies, projects, sectors and competing tables by year."""
    DIRECTIONS = auto()
    """Directions of cooperation."""
    SURVEY = auto()
    """Answers of the survey."""
    QUESTION_PAIR = auto()
    """Two selected questions of the survey."""
    SECTION = auto()
    """One section of the questionnaire."""
    MAP = auto()
    """The map and its year."""
    ROUTES = auto()
    """Facts on routes, pipelines, ports and reserves."""
    CARRIED = auto()
    """Amounts carried by year."""
    EDUCATION = auto()
    """Facts on education."""
    EVENTS = auto()
    """Dated events."""
    ORIGINS = auto()
    """Where values stand in the source."""
    CONFLICTS = auto()
    """Contradictions of the source."""
    TRADE_SOURCES = auto()
    """What each source states of trade."""
    INVESTMENT_SOURCES = auto()
    """What each source states of investment."""
    CARRIED_SOURCES = auto()
    """What each source states of amounts carried."""
    CLAIMS = auto()
    """Statements about trade and investment by each source."""


EVERYTHING = frozenset(Subject)

BY_YEAR = frozenset(
    {
        Subject.TRADE,
        Subject.MEASURES,
        Subject.TARGETS,
        Subject.TOTALS,
        Subject.INVESTMENT,
        Subject.COUNTS,
        Subject.MAP,
        Subject.CARRIED,
        Subject.EVENTS,
        Subject.TRADE_SOURCES,
        Subject.INVESTMENT_SOURCES,
        Subject.CARRIED_SOURCES,
        Subject.CLAIMS,
    }
)
"""Subjects that the selected years change."""

OF_SOURCES = frozenset({Subject.TRADE_SOURCES, Subject.INVESTMENT_SOURCES, Subject.CARRIED_SOURCES})
"""Subjects that show what each source states."""

BY_SECTOR = EVERYTHING - {
    *(Subject.CONFLICTS, Subject.QUESTION_PAIR, Subject.SECTION),
    *OF_SOURCES,
    Subject.CLAIMS,
    Subject.TARGETS,
}
"""Subjects whose rows name sectors."""

ON_MAP = frozenset(
    {
        Subject.MAP,
        Subject.ROUTES,
        Subject.CARRIED,
        Subject.EDUCATION,
        Subject.EVENTS,
        Subject.TOTALS,
    }
)
"""Subjects that mark what is selected on the map."""
