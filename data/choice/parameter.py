"""A parameter of a link: its name, how it is read, written, worded and chosen."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from data.choice.link_values import Found
from data.choice.subjects import EVERYTHING, Scope, Subject
from data.choice.words import Chips, Offer, no_chips, no_options

if TYPE_CHECKING:
    from data.choice.parameters import Filters, FilterSpace


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """One parameter of a link.

    Attributes
    ----------
    name : str
        Its name in a link; `data.choice.migrations` lists earlier names.
    part : str
        The attribute of `Filters` that it sets.
    read : function
        Parses a value of a link.
    write : function
        Formats a value for a link.
    chips : function
        Returns the chips of a value other than the default; one for each code of a list.
    in_bar : bool
        Whether the filter bar shows the chips; exported files always do.
    caption : str
        Text of the chips in exported files, with `{chips}` in it.
    scope : Scope
        Views that it changes.
    concerns : frozenset of Subject
        Subjects that it changes; a page that shows none of them has no control for it.
    label : str
        Label of its select box in the filter bar; empty if it has a control of its own.
    of_source : bool
        Whether it selects among tables of the source, for the panel of the filter bar.
    options : function
        Returns the options of the select box.
    always : bool
        Whether every link contains it.
    """

    name: str
    part: str
    read: "Callable[[str, FilterSpace], Found]"
    write: Callable[[Any], str] = str
    chips: Chips = no_chips
    in_bar: bool = True
    caption: str = "{chips}"
    scope: Scope = Scope.FIGURES
    concerns: frozenset[Subject] = EVERYTHING
    label: str = ""
    of_source: bool = False
    options: Offer = no_options
    always: bool = False

    def value(self, filters: "Filters") -> Any:  # noqa: ANN401, of the type of the attribute
        """Return its value in some filters."""
        return getattr(filters, self.part)

    def differs(self, filters: "Filters", start: "Filters") -> bool:
        """Return whether its value differs from the default filters `start`."""
        return bool(self.value(filters) != self.value(start))

    def set(self, filters: "Filters", value: object) -> "Filters":
        """Return the filters with another value of this parameter."""
        changes: dict[str, Any] = {self.part: value}
        return replace(filters, **changes)


def joined(mark: str) -> Callable[[tuple[object, ...]], str]:
    """Return a function that joins the parts of a value with `mark`, for a link."""
    return lambda parts: mark.join(str(part) for part in parts)
