"""Parameters of a link: one object for each, with parser, writer, labels and scope.

A new parameter needs an attribute of `Filters`, an attribute of `FilterSpace` if its valid values
depend on the data, and an object in `PARAMETERS`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType
from typing import Any

from data.choice import catalogue_parameters as listed
from data.choice import source_parameters as compared
from data.choice.camera import MapCamera
from data.choice.link_values import (
    read_code,
    read_codes,
    read_language,
    read_pair,
    read_years,
)
from data.choice.map_parameters import (
    AS_OF,
    CAMERA,
    LAYERS,
    LINES_SHOWN,
    MAIN_LINES,
    SELECTED,
    SINCE,
    VIEW,
)
from data.choice.panels import PANELS
from data.choice.parameter import Parameter, joined
from data.choice.sources import CATALOGUE, OF_DISSERTATION
from data.choice.subjects import BY_SECTOR, BY_YEAR, Scope, Subject
from data.choice.trade_parameters import MEASURE, TARGET_YEAR
from data.choice.words import (
    code_chips,
    origin_chip,
    origin_options,
    questions_chip,
    years_chip,
)
from data.evidence.countries import countries
from data.evidence.routes import selectable
from data.evidence.sectors import named_sectors
from data.evidence.series import DEFAULT_SERIES, covered_years, first_series, series_choices
from data.evidence.source_comparison import CARRIERS, every_source
from data.evidence.survey import question_numbers, sections
from data.evidence.targets import target_years
from data.evidence.trade_measures import GROWTH
from data.language.languages import later
from data.load.dataset import Dataset

STUDY_PERIOD = (1991, 2025)
"""Years that the dissertation covers: the range of the map, and of the filter without tables."""

OBSTACLE_AND_MEASURE = (10, 12)
"""Survey questions shown by default: the main obstacle, and the measure needed."""


@dataclass(frozen=True, kw_only=True)
class Filters:
    """Selected values of all filters; figure builders take no other input from the page.

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
    measure : str
        Code of the measure that the figure of growth shows.
    route : str
        Code of the route, facility, place or country selected on the map; empty for none.
    as_of : int or None
        Year shown on the map; None for the last selected year.
    since : int or None
        Earlier year that the map is compared with; None for no comparison.
    view : str
        Code of the part of the map shown; empty if no map views loaded.
    camera : MapCamera or None
        Where the reader has moved the map; None for the view as it is.
    target_year : int or None
        Year by which a target is to be reached; None for the default one.
    layers : tuple of str
        Codes of the kinds of lines shown on the map, sorted; empty for all.
    questions : tuple of int
        Numbers of the two survey questions on the landing page; they differ.
    section : str
        Section of the questionnaire shown on the survey page; empty if none loaded.
    tab, search : str
        View of the page of sources, and the search text of its catalogue.
    kind : str
        Kind of values that the catalogue lists.
    figure : str
        Id of the figure that a link leads to; empty for the top of a page.
    panel : str
        Code of the open panel of that figure; empty for none.
    lines : str
        Whether the map of the landing page shows its main routes or all.
    quantity, flow, carrier : str
        Quantity of trade, direction of investment and route whose sources are compared.
    source : str
        Code of the emphasised source of that comparison; empty for none.
    record : str
        Whether charts show public data beside values of the dissertation.
    """

    language: str
    years: tuple[int, int]
    sectors: tuple[str, ...] = ()
    trade: str = DEFAULT_SERIES["trade"]
    investment: str = DEFAULT_SERIES["investment"]
    measure: str = GROWTH
    target_year: int | None = None
    route: str = ""
    as_of: int | None = None
    since: int | None = None
    view: str = ""
    camera: MapCamera | None = None
    layers: tuple[str, ...] = ()
    questions: tuple[int, int] = OBSTACLE_AND_MEASURE
    section: str = ""
    tab: str = CATALOGUE
    search: str = ""
    kind: str = OF_DISSERTATION
    figure: str = ""
    panel: str = ""
    lines: str = MAIN_LINES
    quantity: str = compared.TRADE_MEASURES[0]
    flow: str = compared.INVESTMENT_FLOWS[0]
    carrier: str = CARRIERS[0]
    source: str = ""
    record: str = compared.HIDDEN

    @property
    def map_year(self) -> int:
        """Year shown on the map."""
        return self.years[1] if self.as_of is None else self.as_of

    @property
    def compared_year(self) -> int | None:
        """Year that the map is compared with; None if there is none before the year shown."""
        return self.since if self.since is not None and self.since < self.map_year else None


@dataclass(frozen=True)
class FilterSpace:
    """Valid values of the filters, derived from the loaded tables.

    Attributes
    ----------
    years : tuple of int
        First and last year in the tables.
    sectors : tuple of str
        Codes of sectors and themes named in at least one row.
    series : mapping of str to tuple of str
        Origin codes of the competing series of trade and investment.
    routes : tuple of str
        Codes of the routes, facilities and places on the map.
    views : tuple of str
        Codes of the parts of the map; the first is the default.
    countries : tuple of str
        Codes of the countries on the map.
    questions : tuple of int
        Numbers of the survey questions.
    sections : tuple of str
        Sections of the questionnaire; the first is the default.
    map_years : tuple of int
        First and last year of the map: the study period, extended to the years of the tables.
    first_series : mapping of str to str
        Origin codes of the default series of trade and investment.
    target_years : tuple of int
        First, default and last year by which a target can be reached.
    figures : tuple of str
        Ids of the figures, which a link can lead to.
    sources : tuple of str
        Codes of the sources that can be emphasised.
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
    target_years: tuple[int, int, int] = (STUDY_PERIOD[1] + 1,) * 3
    figures: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Hash of a few fields, so that caches can have a space in their key."""
        return hash((self.years, self.map_years, self.sectors, self.questions))

    def start(self, language: str) -> Filters:
        """Return the default filters in a language."""
        return Filters(
            language=language,
            years=self.years,
            trade=self.first_series["trade"],
            investment=self.first_series["investment"],
            view=self.views[0] if self.views else "",
            section=self.sections[0] if self.sections else "",
        )


def filter_space(dataset: Dataset, figures: Iterable[str] = ()) -> FilterSpace:
    """Return the valid filter values of a dataset; a refused table adds none.

    Parameters
    ----------
    dataset : Dataset
        All tables.
    figures : iterable of str
        Ids of the figures that a link can lead to.
    """
    years = covered_years(dataset) or STUDY_PERIOD
    return FilterSpace(
        years=years,
        sectors=named_sectors(dataset),
        series={name: series_choices(dataset, name) for name in DEFAULT_SERIES},
        routes=selectable(dataset),
        views=tuple(dataset.texts("map_views", "view")),
        countries=countries(dataset),
        questions=question_numbers(dataset),
        sections=sections(dataset),
        map_years=(min(STUDY_PERIOD[0], years[0]), max(STUDY_PERIOD[1], years[1])),
        first_series={name: first_series(dataset, name) for name in DEFAULT_SERIES},
        target_years=target_years(dataset),
        figures=tuple(figures),
        sources=every_source(dataset),
    )


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
    write=joined("-"),
    chips=years_chip,
    concerns=BY_YEAR,
)
SECTORS = Parameter(
    name="sectors",
    part="sectors",
    read=lambda text, space: read_codes(text, space.sectors),
    write=joined(","),
    chips=code_chips("sectors"),
    concerns=BY_SECTOR,
    caption=later("Sectors: {chips}"),
)
TRADE = Parameter(
    name="trade",
    part="trade",
    read=lambda text, space: read_code(text, space.series["trade"]),
    chips=origin_chip(later("Trade: {place}")),
    label=later("Source of trade figures"),
    options=origin_options("trade"),
    concerns=frozenset({Subject.TRADE, Subject.MEASURES, Subject.TARGETS, Subject.TRADE_SOURCES}),
    of_source=True,
)
INVESTMENT = Parameter(
    name="investment",
    part="investment",
    read=lambda text, space: read_code(text, space.series["investment"]),
    chips=origin_chip(later("Investment: {place}")),
    label=later("Source of investment figures"),
    options=origin_options("investment"),
    concerns=frozenset({Subject.INVESTMENT, Subject.INVESTMENT_SOURCES}),
    of_source=True,
)
QUESTIONS = Parameter(
    name="questions",
    part="questions",
    read=lambda text, space: read_pair(text, space.questions),
    write=joined("-"),
    chips=questions_chip,
    scope=Scope.PLACES,
    concerns=frozenset({Subject.QUESTION_PAIR}),
)
SECTION = Parameter(
    name="section",
    part="section",
    read=lambda text, space: read_code(text, space.sections),
    scope=Scope.PLACES,
    concerns=frozenset({Subject.SECTION}),
)
FIGURE = Parameter(
    name="figure",
    part="figure",
    read=lambda text, space: read_code(text, space.figures),
    scope=Scope.PLACES,
)
PANEL = Parameter(
    name="panel",
    part="panel",
    read=lambda text, _space: read_code(text, PANELS),
    scope=Scope.PLACES,
)

PARAMETERS: Mapping[str, Parameter] = MappingProxyType(
    {
        parameter.name: parameter
        for parameter in (
            *(LANGUAGE, YEARS, SECTORS, TRADE, INVESTMENT, MEASURE, TARGET_YEAR),
            *(SELECTED, AS_OF, SINCE, VIEW, CAMERA, LAYERS),
            *(QUESTIONS, SECTION, *listed.PARAMETERS, FIGURE, PANEL),
            *compared.PARAMETERS,
            LINES_SHOWN,
        )
    }
)
"""All parameters by name, in their order in a link."""

_NEUTRAL: Mapping[str, Any] = {one.name: one.default for one in fields(Filters)}


def without(filters: Filters, *scopes: Scope) -> Filters:
    """Return filters with the parameters of some scopes reset to the defaults of `Filters`."""
    parts = (one.part for one in PARAMETERS.values() if one.scope in scopes)
    return replace(filters, **{part: _NEUTRAL[part] for part in parts})
