"""`Choice`: filters of a session with invalid parts of its link; updates by links and clicks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from data.choice.migrations import given_values
from data.choice.parameters import LANGUAGE, PARAMETERS, Filters, FilterSpace
from data.choice.reading import Refusal, from_query, to_query, with_parameter

CLEAR = "clear"
"""Name of the change that resets all filters."""

Changes = Iterable[tuple[str, str]]
"""Names and values of link parameters, in the order of user actions."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """The filters of a session, and the parts of its link that are not applied.

    Attributes
    ----------
    filters : Filters
        The applied filters.
    waiting : mapping of str to str
        Parameters that are invalid while a table has faults; they are kept until its repair.
    refusals : tuple of Refusal
        Invalid parts of the link; empty after the next user action.
    addressed : bool
        True if the address in the browser already has these filters.
    """

    filters: Filters
    waiting: Mapping[str, str] = field(default_factory=dict)
    refusals: tuple[Refusal, ...] = ()
    addressed: bool = True

    def query(self, space: FilterSpace) -> dict[str, str]:
        """Return the filters and the waiting parameters as parameters of a link."""
        return {**to_query(self.filters, space), **self.waiting}


Query = Mapping[str, str | Sequence[str]]
"""Parameters of a link as sent by the browser; a repeated one has several values."""


def _invalid_parameters(query: Query, filters: Filters, space: FilterSpace) -> dict[str, str]:
    """Return the known parameters of a link that are not fully valid with the loaded tables."""
    known = PARAMETERS.keys() - {LANGUAGE.name}
    found = {name: given[0].current for name, given in given_values(query).items()}
    return {
        name: text
        for name, text in found.items()
        if name in known and text and with_parameter(filters, name, text, space) is None
    }


def opened(query: Query, space: FilterSpace, language: str, *, complete: bool) -> Choice:
    """Return the choice for a link.

    Parameters
    ----------
    query : mapping of str to str or sequence of str
        Parameters of the link, not validated.
    space : FilterSpace
        The valid filter values.
    language : str
        Language of a link without one.
    complete : bool
        True if every table loaded; otherwise invalid parameters are kept as waiting.
    """
    filters, refusals = from_query(query, space, language)
    waiting = {} if complete else _invalid_parameters(query, filters, space)
    return Choice(filters=filters, waiting=waiting, refusals=refusals)


def reread(choice: Choice, before: FilterSpace, space: FilterSpace, *, complete: bool) -> Choice:
    """Return the choice after a reload of the data.

    Waiting parameters are tried again. Parameters that became invalid are kept as waiting if a
    table has faults, and are refused if all tables loaded.
    """
    again = opened(choice.query(before), space, choice.filters.language, complete=complete)
    refusals = again.refusals if complete else choice.refusals
    return replace(again, refusals=refusals, addressed=choice.addressed)


def changed(
    choice: Choice, changes: Changes, space: FilterSpace, *, complete: bool = True
) -> Choice:
    """Return the choice after changes of parameters; invalid changes are ignored.

    Unless every table loaded (`complete`), they are kept as waiting: a control that is still shown
    may offer what a table that did not load has.

    A new span of years resets the year of the map, and a new section of the questionnaire the
    figure, unless a later change sets them.
    """
    filters, waiting = choice.filters, dict(choice.waiting)
    for name, text in changes:
        if name == CLEAR:
            filters, waiting = space.start(filters.language), {}
            continue
        after = with_parameter(filters, name, text, space)
        if after is None:
            if not complete and text and name in PARAMETERS.keys() - {LANGUAGE.name}:
                waiting[name] = text
            continue
        if after.years != filters.years:
            after = replace(after, as_of=None)
        if after.section != filters.section:
            after = replace(after, figure="", panel="")
        filters = after
        waiting.pop(name, None)
    addressed = choice.addressed and filters == choice.filters and waiting == choice.waiting
    return Choice(filters=filters, waiting=waiting, addressed=addressed)
