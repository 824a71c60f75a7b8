"""The reader's choice as a value: what a link or a gesture makes of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from data.choice.migrations import given_values
from data.choice.parameters import LANGUAGE, PARAMETERS, Filters, FilterSpace
from data.choice.reading import Refusal, from_query, to_query, with_parameter

CLEAR = "clear"
"""Name among the changes of a gesture that means: everything as at the start."""

Changes = Iterable[tuple[str, str]]
"""Parameters of a link with their texts, in the order in which the reader chose them."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What a reader has chosen.

    Attributes
    ----------
    filters : Filters
        What is shown.
    waiting : mapping of str to str
        Parameters that cannot be followed while a table has faults; they are kept for its repair.
    refusals : tuple of Refusal
        Parts of the link that cannot be followed; empty after the reader's next choice.
    addressed : bool
        Whether the address in the browser stands for this choice already.
    """

    filters: Filters
    waiting: Mapping[str, str] = field(default_factory=dict)
    refusals: tuple[Refusal, ...] = ()
    addressed: bool = True

    def query(self, space: FilterSpace) -> dict[str, str]:
        """Return the choice as parameters of a link, what waits for a repair as it was given."""
        return {**to_query(self.filters, space), **self.waiting}


Query = Mapping[str, str | Sequence[str]]
"""Parameters of a link as the browser sent them; a repeated one has several texts."""


def _unfollowed(query: Query, filters: Filters, space: FilterSpace) -> dict[str, str]:
    """Return the known parameters of a link that the data at hand do not carry in full."""
    known = PARAMETERS.keys() - {LANGUAGE.name}
    found = {name: given[0].current for name, given in given_values(query).items()}
    return {
        name: text
        for name, text in found.items()
        if name in known and text and with_parameter(filters, name, text, space) is None
    }


def opened(query: Query, space: FilterSpace, language: str, *, complete: bool) -> Choice:
    """Return the choice that a link stands for.

    Parameters
    ----------
    query : mapping of str to str or sequence of str
        Parameters of the link; anything may stand in them.
    space : FilterSpace
        What can be chosen.
    language : str
        Language of a link that names none.
    complete : bool
        Whether every table loaded: only then is a part that cannot be followed given up.
    """
    filters, refusals = from_query(query, space, language)
    waiting = {} if complete else _unfollowed(query, filters, space)
    return Choice(filters=filters, waiting=waiting, refusals=refusals)


def reread(choice: Choice, before: FilterSpace, space: FilterSpace, *, complete: bool) -> Choice:
    """Return the choice after the data have changed.

    What could not be followed before is tried again; what can no longer be followed waits for a
    repair where a table has faults, and is named as refused where all tables are sound.
    """
    again = opened(choice.query(before), space, choice.filters.language, complete=complete)
    refusals = again.refusals if complete else choice.refusals
    return replace(again, refusals=refusals, addressed=choice.addressed)


def changed(choice: Choice, changes: Changes, space: FilterSpace) -> Choice:
    """Return the choice after a gesture; changes that make no sense are ignored.

    A new span of years takes the map along, unless the same gesture sets a year for it.
    """
    filters, waiting = choice.filters, dict(choice.waiting)
    for name, text in changes:
        if name == CLEAR:
            filters, waiting = space.start(filters.language), {}
            continue
        after = with_parameter(filters, name, text, space)
        if after is None:
            continue
        if after.years != filters.years:
            after = replace(after, as_of=None)
        filters = after
        waiting.pop(name, None)
    addressed = choice.addressed and filters == choice.filters and waiting == choice.waiting
    return Choice(filters=filters, waiting=waiting, addressed=addressed)
