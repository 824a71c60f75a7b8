"""Links: a choice as the parameters of a link, and what a link of any version stands for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.choice.link_text import quoted
from data.choice.link_values import Found, LeftOut, Reason, similar, too_long
from data.choice.migrations import Given, given_values
from data.choice.parameters import PARAMETERS, Filters, FilterSpace, Parameter


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


def to_query(filters: Filters, space: FilterSpace) -> dict[str, str]:
    """Write a choice as the parameters of a link, in codes.

    The language always stands in the link; the rest only where it differs from the start, so that
    a link to everything still means everything after a year has been added.
    """
    start = space.start(filters.language)
    return {
        name: parameter.write(parameter.value(filters))
        for name, parameter in PARAMETERS.items()
        if parameter.always or parameter.differs(filters, start)
    }


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
        if today not in PARAMETERS:
            right = similar(today, list(PARAMETERS))
            refusals += (
                _refusal(value, LeftOut(value.current, Reason.UNKNOWN_NAME, right))
                for value in given
            )
            continue
        value, refused = _first_readable(today, given, space)
        refusals += refused
        if value is not None:
            filters = PARAMETERS[today].set(filters, value)
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
        found = _read(PARAMETERS[today], value.current, space)
        if chosen is None or found.value is None:
            chosen = chosen or found.value
            refusals += (_refusal(value, left) for left in found.left_out)
        elif found.value != chosen:
            refusals.append(_refusal(value, LeftOut(value.current, Reason.REPEATED)))
    return chosen, refusals


def _read(parameter: Parameter, text: str, space: FilterSpace) -> Found:
    return too_long(text) or parameter.read(text, space)


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
    if name not in PARAMETERS:
        return None
    parameter = PARAMETERS[name]
    if not text:
        return parameter.set(filters, parameter.value(space.start(filters.language)))
    found = _read(parameter, text, space)
    if found.left_out or found.value is None:
        return None
    return parameter.set(filters, found.value)
