"""What a reader has chosen, as one value that a link can carry."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from data.countries import countries
from data.dataset import Dataset
from data.link_text import quoted
from data.link_values import (
    Found,
    LeftOut,
    Reason,
    read_code,
    read_codes,
    read_language,
    read_pair,
    read_year,
    read_years,
    similar,
    too_long,
)
from data.links import Given, given_values
from data.routes import selectable
from data.sectors import named_sectors
from data.series import DEFAULT_SERIES, first_series, series_choices
from data.survey import sections
from data.values import SERIES_TABLES

STUDY_PERIOD = (1991, 2025)
"""Years the dissertation covers: the map has them all, and the filter where no year is loaded."""


OBSTACLE_AND_MEASURE = (10, 12)
"""Questions shown beside each other at first: the main obstacle, and the measure needed."""


class Parameter(StrEnum):
    """Names of the parameters of a link; earlier names stand in `data.links`."""

    LANGUAGE = "lang"
    YEARS = "years"
    SECTORS = "sectors"
    TRADE = "trade"
    INVESTMENT = "investment"
    SELECTED = "selected"
    AS_OF = "asof"
    VIEW = "view"
    QUESTIONS = "questions"
    SECTION = "section"


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


def apart_from_places(filters: Filters) -> Filters:
    """Return the choice without what only decides which figures stand on a page."""
    return replace(filters, questions=OBSTACLE_AND_MEASURE, section="")


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


@dataclass(frozen=True)
class Refusal:
    """A part of a link that is not followed.

    Attributes
    ----------
    parameter : str
        Its name as it stands in the link.
    text : str
        What stood there, cut to a readable length.
    reason : Reason
        Why it is not followed.
    right : str
        What would be right, in codes; empty where that is not short.
    """

    parameter: str
    text: str
    reason: Reason = Reason.UNKNOWN
    right: str = ""


MOST_REFUSALS = 50
"""Refusals that are kept of one link."""


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


def to_query(filters: Filters, space: FilterSpace) -> dict[str, str]:
    """Write a choice as the parameters of a link, in codes.

    The language always stands in the link; the rest only where it differs from the start, so that
    a link to everything still means everything after a year has been added.
    """
    start = space.start(filters.language)
    query = {Parameter.LANGUAGE.value: filters.language}
    if filters.years != start.years:
        query[Parameter.YEARS] = "-".join(str(year) for year in filters.years)
    if filters.sectors:
        query[Parameter.SECTORS] = ",".join(filters.sectors)
    if filters.trade != start.trade:
        query[Parameter.TRADE] = filters.trade
    if filters.investment != start.investment:
        query[Parameter.INVESTMENT] = filters.investment
    if filters.route:
        query[Parameter.SELECTED] = filters.route
    if filters.as_of is not None:
        query[Parameter.AS_OF] = str(filters.as_of)
    if filters.view != start.view:
        query[Parameter.VIEW] = filters.view
    if filters.questions != start.questions:
        query[Parameter.QUESTIONS] = "-".join(str(number) for number in filters.questions)
    if filters.section != start.section:
        query[Parameter.SECTION] = filters.section
    return query


def _refusal(given: Given, left: LeftOut) -> Refusal:
    """Return the refusal of a value or a part of it, quoted as it stands in the link."""
    text = given.text if left.text == given.current else left.text
    return Refusal(quoted(given.name), quoted(text), left.reason, left.right)


def from_query(
    query: Mapping[str, str | Sequence[str]], space: FilterSpace, language: str
) -> tuple[Filters, tuple[Refusal, ...]]:
    """Read a choice from the parameters of a link.

    What is plain is followed: other separators and dashes, case, the region of a language,
    punctuation around a value, parameters that tracking tools add. What is not is named.

    Parameters
    ----------
    query : mapping of str to str or sequence of str
        Parameters as the browser sent them, of this version or an earlier one; anything may
        stand in them. Of a repeated parameter the first value that can be read is followed.
    space : FilterSpace
        What can be chosen.
    language : str
        Language of a link that names none.

    Returns
    -------
    Filters
        The choice; a part that cannot be followed keeps its default.
    tuple of Refusal
        The parts that are not followed, unknown parameters among them; at most `MOST_REFUSALS`.
    """
    filters = space.start(language)
    refusals: list[Refusal] = []
    for today, given in given_values(query).items():
        if len(refusals) >= MOST_REFUSALS:
            break
        if today not in READERS:
            right = similar(today, list(READERS))
            refusals += (
                _refusal(value, LeftOut(value.current, Reason.UNKNOWN_NAME, right))
                for value in given
            )
            continue
        value, refused = _first_readable(today, given, space)
        refusals += refused
        if value is not None:
            changes: dict[str, Any] = {READERS[today][0]: value}
            filters = replace(filters, **changes)
    return filters, tuple(refusals[:MOST_REFUSALS])


def _first_readable(
    today: str, given: Sequence[Given], space: FilterSpace
) -> tuple[object, list[Refusal]]:
    """Return the first value of a parameter that can be read, and what is not followed."""
    chosen: object = None
    refusals: list[Refusal] = []
    for value in given:
        if not value.text.strip():
            continue
        found = _read(today, value.current, space)
        if chosen is None or found.value is None:
            chosen = chosen or found.value
            refusals += (_refusal(value, left) for left in found.left_out)
        elif found.value != chosen:
            refusals.append(_refusal(value, LeftOut(value.current, Reason.REPEATED)))
    return chosen, refusals


Reader = Callable[[str, FilterSpace], Found]

READERS: Mapping[str, tuple[str, Reader]] = MappingProxyType(
    {
        Parameter.LANGUAGE: ("language", lambda text, _space: read_language(text)),
        Parameter.YEARS: ("years", lambda text, space: read_years(text, space.years)),
        Parameter.SECTORS: ("sectors", lambda text, space: read_codes(text, space.sectors)),
        Parameter.TRADE: ("trade", lambda text, space: read_code(text, space.series["trade"])),
        Parameter.INVESTMENT: (
            "investment",
            lambda text, space: read_code(text, space.series["investment"]),
        ),
        Parameter.SELECTED: (
            "route",
            lambda text, space: read_code(text, (*space.routes, *space.countries)),
        ),
        Parameter.AS_OF: ("as_of", lambda text, space: read_year(text, space.map_years)),
        Parameter.VIEW: ("view", lambda text, space: read_code(text, space.views)),
        Parameter.QUESTIONS: ("questions", lambda text, space: read_pair(text, space.questions)),
        Parameter.SECTION: ("section", lambda text, space: read_code(text, space.sections)),
    }
)
"""For each parameter the part of the choice it sets, and what reads it."""


def _read(name: str, text: str, space: FilterSpace) -> Found:
    _part, read = READERS[name]
    return too_long(text) or read(text, space)


def with_parameter(filters: Filters, name: str, text: str, space: FilterSpace) -> Filters | None:
    """Return a choice with one parameter of a link applied to it.

    Parameters
    ----------
    filters : Filters
        The choice before.
    name, text : str
        The parameter; anything may stand there, of any length. An empty text means the choice of
        a reader who has chosen nothing.
    space : FilterSpace
        What can be chosen.

    Returns
    -------
    Filters or None
        None where a part of the parameter cannot be followed.
    """
    if name not in READERS:
        return None
    part, _reader = READERS[name]
    found = (
        _read(name, text, space) if text else Found(getattr(space.start(filters.language), part))
    )
    if found.left_out or (text and found.value is None):
        return None
    changes: dict[str, Any] = {part: found.value}
    return replace(filters, **changes)
