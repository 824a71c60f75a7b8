"""Conversion between `Filters` and the parameters of a link of any version."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.choice.link_text import quoted
from data.choice.link_values import Found, LeftOut, Reason, similar, too_long
from data.choice.migrations import Given, given_values
from data.choice.parameter import Parameter
from data.choice.parameters import PARAMETERS, Filters, FilterSpace


@dataclass(frozen=True)
class Refusal:
    """An ignored part of a link, with the reason.

    Attributes
    ----------
    parameter : str
        Its name as written in the link.
    text : str
        The ignored text, cut to a readable length.
    reason : Reason
        Reason for ignoring it.
    right : str
        Valid codes to suggest; empty if there are too many.
    """

    parameter: str
    text: str
    reason: Reason = Reason.UNKNOWN
    right: str = ""


MOST_REFUSALS = 50
"""Greatest number of refusals kept for one link."""


def to_query(filters: Filters, space: FilterSpace) -> dict[str, str]:
    """Return filters as the parameters of a link, in codes.

    The language is always included, other parameters only if they differ from the default, so
    that a link to all years still covers all of them after a year is added.
    """
    start = space.start(filters.language)
    return {
        name: parameter.write(parameter.value(filters))
        for name, parameter in PARAMETERS.items()
        if parameter.always or parameter.differs(filters, start)
    }


def _refusal(given: Given, left: LeftOut) -> Refusal:
    """Return the refusal of a value or a part of it, quoted as written in the link."""
    text = given.text if left.text == given.current else left.text
    return Refusal(quoted(given.name), quoted(text), left.reason, left.right)


def from_query(
    query: Mapping[str, str | Sequence[str]], space: FilterSpace, language: str
) -> tuple[Filters, tuple[Refusal, ...]]:
    """Parse filters from the parameters of a link.

    Variants with one meaning are accepted: other separators and dashes, case, the region of a
    language, punctuation around a value. Tracking parameters are dropped. Other faults are
    returned as refusals.

    Parameters
    ----------
    query : mapping of str to str or sequence of str
        Parameters as sent by the browser, of this version or an earlier one, not validated. Of
        a repeated parameter, the first valid value is used.
    space : FilterSpace
        The valid values.
    language : str
        Language of a link without one.

    Returns
    -------
    Filters
        The filters, with the default for each ignored part.
    tuple of Refusal
        The ignored parts, including unknown parameters; at most `MOST_REFUSALS`.
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
    """Return the first valid value of a parameter, and the refusals of the others."""
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
    """Return filters with one parameter of a link applied.

    Parameters
    ----------
    filters : Filters
        The filters to change.
    name, text : str
        Name and value of the parameter, not validated, of any length. An empty text means the
        default.
    space : FilterSpace
        The valid values.

    Returns
    -------
    Filters or None
        None if any part of the parameter is invalid.
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
