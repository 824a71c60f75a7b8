"""Parameters of a link for the comparison of sources: quantity, flow, emphasised source."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from data.choice.link_values import read_code
from data.choice.parameter import Parameter
from data.choice.subjects import OF_SOURCES, Scope, Subject
from data.choice.words import Chip, Options, code_chips
from data.evidence.names import stating_source_name
from data.evidence.source_comparison import CARRIERS, MEASURES
from data.language.languages import Language, later
from data.load.dataset import Dataset

if TYPE_CHECKING:
    from data.choice.parameters import FilterSpace

TRADE_MEASURES = tuple(code for code, table in MEASURES.items() if table == "trade")
"""Measures of trade, the default first."""

INVESTMENT_FLOWS = tuple(code for code, table in MEASURES.items() if table == "investment")
"""Directions of investment, the default first."""


HIDDEN, LAID_OVER = LAYINGS = ("", "shown")
"""Whether charts show public data beside the dissertation; the first is the default."""


def _laid_over(_space: "FilterSpace", _dataset: Dataset, language: Language) -> Options:
    _ = language.gettext
    return ((HIDDEN, _("Not shown")), (LAID_OVER, _("With public data")))


def _record_chip(_value: str, _dataset: Dataset, language: Language) -> Iterable[Chip]:
    return ((language.gettext("Public data overlaid"), ""),)


def _source_chip(source: str, dataset: Dataset, language: Language) -> Iterable[Chip]:
    """Return the chip of the emphasised source."""
    name = stating_source_name(source, dataset, language)
    return ((language.gettext("Highlighted: {source}").format(source=name), ""),)


QUANTITY = Parameter(
    name="quantity",
    part="quantity",
    read=lambda text, _space: read_code(text, TRADE_MEASURES),
    chips=code_chips("indicators"),
    in_bar=False,
    caption=later("Measure: {chips}"),
    scope=Scope.SOURCES,
    concerns=frozenset({Subject.TRADE_SOURCES}),
)
FLOW = Parameter(
    name="flow",
    part="flow",
    read=lambda text, _space: read_code(text, INVESTMENT_FLOWS),
    chips=code_chips("indicators"),
    in_bar=False,
    caption=later("Measure: {chips}"),
    scope=Scope.SOURCES,
    concerns=frozenset({Subject.INVESTMENT_SOURCES}),
)
CARRIER = Parameter(
    name="carrier",
    part="carrier",
    read=lambda text, _space: read_code(text, CARRIERS),
    chips=code_chips("routes"),
    in_bar=False,
    caption=later("Route: {chips}"),
    scope=Scope.SOURCES,
    concerns=frozenset({Subject.CARRIED_SOURCES}),
)
EMPHASIS = Parameter(
    name="source",
    part="source",
    read=lambda text, space: read_code(text, space.sources),
    chips=_source_chip,
    scope=Scope.SOURCES,
    concerns=OF_SOURCES,
)
RECORD = Parameter(
    name="record",
    part="record",
    read=lambda text, _space: read_code(text, LAYINGS),
    chips=_record_chip,
    label=later("Public data"),
    of_source=True,
    options=_laid_over,
    concerns=frozenset(
        {
            *(Subject.TRADE, Subject.MEASURES, Subject.INVESTMENT, Subject.COUNTS),
            *(Subject.TOTALS, Subject.ROUTES, Subject.CARRIED),
        }
    ),
)

PARAMETERS = (QUANTITY, FLOW, CARRIER, EMPHASIS, RECORD)
"""All of them, in their order in a link."""
