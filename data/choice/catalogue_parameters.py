"""Parameters of a link for the page of sources: its view, and the search of its catalogue."""

from data.choice.link_values import read_code, read_search
from data.choice.parameter import Parameter
from data.choice.sources import KINDS, TABS
from data.choice.subjects import Scope, Subject

TAB = Parameter(
    name="tab",
    part="tab",
    read=lambda text, _space: read_code(text, TABS),
    scope=Scope.PLACES,
    concerns=frozenset({Subject.ORIGINS}),
)
SEARCH = Parameter(
    name="search",
    part="search",
    read=lambda text, _space: read_search(text),
    scope=Scope.PLACES,
    concerns=frozenset({Subject.ORIGINS}),
)
KIND = Parameter(
    name="kind",
    part="kind",
    read=lambda text, _space: read_code(text, KINDS),
    scope=Scope.PLACES,
    concerns=frozenset({Subject.ORIGINS}),
)

PARAMETERS = (TAB, SEARCH, KIND)
"""All of them, in their order in a link."""
