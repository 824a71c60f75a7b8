"""Years of the visitor's file beyond those of the tables, for this session and in no link.

The filter of years of the trade page reaches them while the file is shown in its charts.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import streamlit as st

from components.page.choice import CLEAR
from data.choice.link_values import read_years
from data.choice.parameters import YEARS, FilterSpace

EXTENDED_PAGE = "pages/trade.py"
"""The page whose charts show the file."""

_OWN_YEARS = "atlas_own_years"

Span = tuple[int, int]
"""First and last year."""


@dataclass(frozen=True)
class OwnYears:
    """Years that the filter reaches with the file.

    Attributes
    ----------
    reach : pair of int
        First and last year of the file.
    chosen : pair of int
        First and last year that the visitor has chosen among those of the file and of the tables.
    """

    reach: Span
    chosen: Span

    def limits(self, space: FilterSpace) -> Span:
        """Return the first and the last year of the filter."""
        return min(self.reach[0], space.years[0]), max(self.reach[1], space.years[1])

    def shown(self, years: Span, space: FilterSpace) -> Span:
        """Return a span of the tables with the chosen years beyond its ends.

        Parameters
        ----------
        years : pair of int
            The selected years of the tables.
        space : FilterSpace
            The valid filter values.
        """
        first, last = years
        return (
            min(first, self.chosen[0]) if first == space.years[0] else first,
            max(last, self.chosen[1]) if last == space.years[1] else last,
        )


def own_years() -> OwnYears | None:
    """Return the years of the file that is shown in the charts; None without one."""
    found: OwnYears | None = st.session_state.get(_OWN_YEARS)
    return found


def extend_years(years: Iterable[int]) -> None:
    """Let the filter reach some years, all of which are chosen."""
    found = sorted(years)
    if found:
        reach = (found[0], found[-1])
        st.session_state[_OWN_YEARS] = OwnYears(reach=reach, chosen=reach)


def restore_years() -> None:
    """Let the filter end with the tables again."""
    st.session_state.pop(_OWN_YEARS, None)


def _chosen(own: OwnYears, name: str, text: str, space: FilterSpace) -> tuple[OwnYears, str]:
    """Return the years after a change of a parameter, and the value of the parameter itself."""
    if name == CLEAR:
        return replace(own, chosen=own.reach), text
    if name != YEARS.name:
        return own, text
    span = read_years(text, own.limits(space)).value
    if not isinstance(span, tuple):
        return own, text
    # At least one year of the tables stays chosen, as the link carries only those.
    first, last = min(span[0], space.years[1]), max(span[1], space.years[0])
    inside = (max(first, space.years[0]), min(last, space.years[1]))
    return replace(own, chosen=(first, last)), f"{inside[0]}-{inside[1]}"


def within_tables(
    changes: Iterable[tuple[str, str]], space: FilterSpace, *, page: str
) -> tuple[tuple[str, str], ...]:
    """Keep the chosen years beyond the tables, and return the changes of the link without them.

    Parameters
    ----------
    changes : iterable of pairs
        Names and values of parameters, not validated.
    space : FilterSpace
        The valid filter values.
    page : str
        The page of the changes; the filter of another page than `EXTENDED_PAGE` ends with the
        tables and chooses nothing beyond them.
    """
    own = own_years()
    if own is None:
        return tuple(changes)
    inside = []
    for name, text in changes:
        kept = text
        if page == EXTENDED_PAGE or name == CLEAR:
            own, kept = _chosen(own, name, text, space)
        inside.append((name, kept))
    st.session_state[_OWN_YEARS] = own
    return tuple(inside)
