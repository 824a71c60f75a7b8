"""Parameters of a link: one object for each, with its reader, writer, words and figures.

Adding one takes an attribute of `Filters`, what can be chosen in `FilterSpace` where that depends
on the data, and an object in `PARAMETERS`; nothing else.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import Enum, auto
from types import MappingProxyType
from typing import Any

from data.choice.link_values import (
    Found,
    read_code,
    read_codes,
    read_language,
    read_pair,
    read_year,
    read_years,
)
from data.choice.words import (
    Chips,
    Offer,
    code_chips,
    map_options,
    map_year_chip,
    no_chips,
    no_options,
    origin_chip,
    origin_options,
    questions_chip,
    selection_chip,
    years_chip,
)
from data.evidence.countries import countries
from data.evidence.routes import selectable
from data.evidence.sectors import named_sectors
from data.evidence.series import DEFAULT_SERIES, first_series, series_choices
from data.evidence.survey import sections
from data.evidence.values import SERIES_TABLES
from data.language.languages import later
from data.load.dataset import Dataset

STUDY_PERIOD = (1991, 2025)
"""Years the dissertation covers: the map has them all, and the filter where no year is loaded."""

OBSTACLE_AND_MEASURE = (10, 12)
"""Questions shown beside each other at first: the main obstacle, and the measure needed."""


@dataclass(frozen=True, kw_only=True)
class Filters:
    """The reader's choice: the only thing that passes from the page to the builders.

    Attributes
    ----------
    language : str
        Language code.
    years : tuple of int
        First and last year, both included.
    sectors : tuple of str
        Sector or theme codes, sorted; empty for all.
    trade, investment : str
        Origin code of the table whose series is shown.
    route : str
        Code of the route, facility, place or country selected on the map; empty for none.
    as_of : int or None
        Year the map stands for; None for the last chosen year.
    view : str
        Code of the part of the map shown; empty where no view loaded.
    questions : tuple of int
        The two questions of the survey shown beside each other; they differ.
    section : str
        Section of the questionnaire that the page of the survey shows; empty where none loaded.
    """

    language: str
    years: tuple[int, int]
    sectors: tuple[str, ...] = ()
    trade: str = DEFAULT_SERIES["trade"]
    investment: str = DEFAULT_SERIES["investment"]
    route: str = ""
    as_of: int | None = None
    view: str = ""
    questions: tuple[int, int] = OBSTACLE_AND_MEASURE
    section: str = ""

    @property
    def map_year(self) -> int:
        """Year the map stands for."""
        return self.years[1] if self.as_of is None else self.as_of


@dataclass(frozen=True)
class FilterSpace:
    """What can be chosen with the data at hand.

    Attributes
    ----------
    years : tuple of int
        First and last year that the tables hold.
    sectors : tuple of str
        Sector and theme codes that some row names.
    series : mapping of str to tuple of str
        Origin codes among which trade and investment can be chosen.
    routes : tuple of str
        Routes, facilities and places that the map can show.
    views : tuple of str
        Parts of the map, the first shown first.
    countries : tuple of str
        Countries that the map can show.
    questions : tuple of int
        Questions of the survey.
    sections : tuple of str
        Sections of the questionnaire, the first shown first.
    map_years : tuple of int
        First and last year the map can stand for: the study period and the years of the tables.
    first_series : mapping of str to str
        Origin codes of the series of trade and investment that are shown first.
    """

    years: tuple[int, int]
    sectors: tuple[str, ...]
    series: Mapping[str, tuple[str, ...]]
    routes: tuple[str, ...] = ()
    views: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    questions: tuple[int, ...] = ()
    sections: tuple[str, ...] = ()
    map_years: tuple[int, int] = STUDY_PERIOD
    first_series: Mapping[str, str] = field(default_factory=lambda: DEFAULT_SERIES)

    def start(self, language: str) -> Filters:
        """Return the choice of a reader who has chosen nothing."""
        return Filters(
            language=language,
            years=self.years,
            trade=self.first_series["trade"],
            investment=self.first_series["investment"],
            view=self.views[0] if self.views else "",
            section=self.sections[0] if self.sections else "",
        )


def filter_space(dataset: Dataset) -> FilterSpace:
    """Return what can be chosen from `dataset`; a refused table offers nothing."""
    found = [
        int(year)
        for name in SERIES_TABLES
        if name in dataset.tables
        for year in dataset.tables[name]["year"]
    ]
    years = (min(found), max(found)) if found else STUDY_PERIOD
    return FilterSpace(
        years=years,
        sectors=named_sectors(dataset),
        series={name: series_choices(dataset, name) for name in DEFAULT_SERIES},
        routes=selectable(dataset),
        views=tuple(dataset.texts("map_views", "view")),
        countries=countries(dataset),
        questions=_questions(dataset),
        sections=sections(dataset),
        map_years=(min(STUDY_PERIOD[0], years[0]), max(STUDY_PERIOD[1], years[1])),
        first_series={name: first_series(dataset, name) for name in DEFAULT_SERIES},
    )


def _questions(dataset: Dataset) -> tuple[int, ...]:
    if "survey_questions" not in dataset.tables:
        return ()
    return tuple(int(number) for number in sorted(dataset.tables["survey_questions"]["question"]))


class Scope(Enum):
    """What a parameter changes."""

    FIGURES = auto()
    """Any figure."""
    MAP = auto()
    """The map, and figures that mark what is selected on it."""
    PLACES = auto()
    """Which figures stand on a page, and no figure itself."""


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """One parameter of a link.

    Attributes
    ----------
    name : str
        Its name in a link; earlier names stand in `data.choice.migrations`.
    part : str
        The attribute of `Filters` that it sets.
    read : function
        Reads a text of a link.
    write : function
        Writes a value into a link.
    chips : function
        Names a value that differs from the start: one chip, or one for each code of a list.
    in_bar : bool
        Whether the bar shows the chips; files show them in any case.
    caption : str
        What a file calls the chips, with `{chips}` in it.
    scope : Scope
        What it changes.
    label : str
        Heading of the list in the bar from which it is chosen; empty where it has a control of its
        own.
    options : function
        What the list offers.
    always : bool
        Whether it stands in every link.
    """

    name: str
    part: str
    read: Callable[[str, FilterSpace], Found]
    write: Callable[[Any], str] = str
    chips: Chips = no_chips
    in_bar: bool = True
    caption: str = "{chips}"
    scope: Scope = Scope.FIGURES
    label: str = ""
    options: Offer = no_options
    always: bool = False

    def value(self, filters: Filters) -> Any:  # noqa: ANN401, of the type of the attribute
        """Return the value that a choice has."""
        return getattr(filters, self.part)

    def differs(self, filters: Filters, start: Filters) -> bool:
        """Return whether a choice has another value than the start."""
        return bool(self.value(filters) != self.value(start))

    def set(self, filters: Filters, value: object) -> Filters:
        """Return a choice with another value."""
        changes: dict[str, Any] = {self.part: value}
        return replace(filters, **changes)


def _joined(mark: str) -> Callable[[tuple[object, ...]], str]:
    """Return a function that joins the parts of a value for a link."""
    return lambda parts: mark.join(str(part) for part in parts)


LANGUAGE = Parameter(
    name="lang",
    part="language",
    read=lambda text, _space: read_language(text),
    always=True,
)
YEARS = Parameter(
    name="years",
    part="years",
    read=lambda text, space: read_years(text, space.years),
    write=_joined("-"),
    chips=years_chip,
)
SECTORS = Parameter(
    name="sectors",
    part="sectors",
    read=lambda text, space: read_codes(text, space.sectors),
    write=_joined(","),
    chips=code_chips("sectors"),
    caption=later("Sectors: {chips}"),
)
TRADE = Parameter(
    name="trade",
    part="trade",
    read=lambda text, space: read_code(text, space.series["trade"]),
    chips=origin_chip(later("Trade: {place}")),
    label=later("Source of trade figures"),
    options=origin_options("trade"),
)
INVESTMENT = Parameter(
    name="investment",
    part="investment",
    read=lambda text, space: read_code(text, space.series["investment"]),
    chips=origin_chip(later("Investment: {place}")),
    label=later("Source of investment figures"),
    options=origin_options("investment"),
)
SELECTED = Parameter(
    name="selected",
    part="route",
    read=lambda text, space: read_code(text, (*space.routes, *space.countries)),
    chips=selection_chip,
    scope=Scope.MAP,
    label=later("On the map"),
    options=map_options,
)
AS_OF = Parameter(
    name="asof",
    part="as_of",
    read=lambda text, space: read_year(text, space.map_years),
    chips=map_year_chip,
    scope=Scope.MAP,
)
VIEW = Parameter(
    name="view",
    part="view",
    read=lambda text, space: read_code(text, space.views),
    chips=code_chips("map_views"),
    in_bar=False,
    caption=later("View of the map: {chips}"),
    scope=Scope.MAP,
)
QUESTIONS = Parameter(
    name="questions",
    part="questions",
    read=lambda text, space: read_pair(text, space.questions),
    write=_joined("-"),
    chips=questions_chip,
    scope=Scope.PLACES,
)
SECTION = Parameter(
    name="section",
    part="section",
    read=lambda text, space: read_code(text, space.sections),
    scope=Scope.PLACES,
)

PARAMETERS: Mapping[str, Parameter] = MappingProxyType(
    {
        parameter.name: parameter
        for parameter in (
            *(LANGUAGE, YEARS, SECTORS, TRADE, INVESTMENT),
            *(SELECTED, AS_OF, VIEW, QUESTIONS, SECTION),
        )
    }
)
"""Every parameter by its name, in the order in which a link has them."""


_NEUTRAL = {one.name: one.default for one in fields(Filters)}


def without(filters: Filters, *scopes: Scope) -> Filters:
    """Return a choice with the parameters of some scopes at the defaults of `Filters`."""
    for parameter in PARAMETERS.values():
        if parameter.scope in scopes:
            filters = parameter.set(filters, _NEUTRAL[parameter.part])
    return filters
