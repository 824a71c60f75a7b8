"""Leads of trade balances whose sign or amount differs between tables and sections."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from components.figures.leads import Lead
from components.figures.rival_places import places_of, set_apart
from components.text.lists import alternatives, clauses
from components.text.years import years_listed
from data.evidence.names import label_of
from data.evidence.rivals import rivals_of
from data.evidence.values import Series
from data.language.languages import Language
from data.load.dataset import Dataset

Numbers = Mapping[int, Sequence[float]]
"""Balances of one origin, by year."""


def _saying(numbers: Numbers, *, alone: bool, language: Language) -> str:
    """Return the sentence pattern for the signs of some balances."""
    _ = language.gettext
    every = [number for own in numbers.values() for number in own]
    several = len(numbers) > 1
    if all(number > 0 for number in every):
        if alone:
            return _("surplus of {value}")
        return (
            _("surplus in {years}, {value} in {year}")
            if several
            else _("surplus of {value} in {year}")
        )
    if all(number < 0 for number in every):
        if alone:
            return _("deficit of {value}")
        return (
            _("deficit in {years}, {value} in {year}")
            if several
            else _("deficit of {value} in {year}")
        )
    if alone:
        return "{value}"
    return (
        _("surplus and deficit in {years}, {value} in {year}")
        if several
        else _("{value} in {year}")
    )


def _clause(numbers: Numbers, *, alone: bool, language: Language) -> str:
    """Return a clause with the sign of the balances of one origin and the last amount."""
    years = sorted(numbers)
    every = [number for own in numbers.values() for number in own]
    one_sign = all(number > 0 for number in every) or all(number < 0 for number in every)
    texts = [
        language.number(abs(number)) if one_sign else language.number(number, signed=True)
        for number in numbers[years[-1]]
    ]
    return _saying(numbers, alone=alone, language=language).format(
        years=years_listed(years, language),
        value=alternatives(list(dict.fromkeys(texts)), language),
        year=years[-1],
    )


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _opposite_signs(every: Mapping[str, Numbers], language: Language) -> str:
    """Return a headline with the places of surpluses and of deficits; empty if all signs agree."""
    _ = language.gettext
    kinds: dict[frozenset[int], list[str]] = defaultdict(list)
    for place, numbers in every.items():
        kinds[frozenset(_sign(number) for own in numbers.values() for number in own)].append(place)
    if kinds.keys() == {frozenset({1}), frozenset({-1})}:
        return _("Trade balance of Kazakhstan: surplus in {surplus}, deficit in {deficit}").format(
            surplus=language.enumerate(kinds[frozenset({1})]),
            deficit=language.enumerate(kinds[frozenset({-1})]),
        )
    if len(kinds) > 1:
        return _("The source gives opposite signs for the trade balance of Kazakhstan")
    return ""


def balance_by_place(series: Series, *, dataset: Dataset, language: Language) -> Lead:
    """Return a lead with the trade balances of all tables and sections that differ.

    Parameters
    ----------
    series : tuple of Value
        The balances of the selected years from one table.
    dataset : Dataset
        All tables.
    language : Language
        Language of the headline.

    Returns
    -------
    Lead
        Its headline is empty if no other origin has another sign, and its finding also if none has
        another value for the last year.
    """
    nothing = Lead(headline="")
    own = {seen.year: seen.value for seen in series if seen.value is not None}
    last = series[-1]
    if last.year not in own:
        return nothing
    by_place: dict[str, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    for seen in series:
        inside, _outside = set_apart(rivals_of(seen, dataset), dataset)
        for rival in inside:
            if rival.number is not None and rival.period:
                place = places_of(rival, dataset=dataset, language=language)
                by_place[place][seen.year].append(rival.number)
    differing = {
        place: numbers
        for place, numbers in by_place.items()
        if last.year in numbers
        or any(
            _sign(number) != _sign(own[year]) for year, found in numbers.items() for number in found
        )
    }
    if not differing:
        return nothing
    _ = language.gettext
    first = label_of(dataset, "origins", last.origin, language)
    every: dict[str, Numbers] = {first: {year: [value] for year, value in own.items()}, **differing}
    told_by_place = [
        _("{place}: {values}").format(
            place=place, values=_clause(numbers, alone=len(series) == 1, language=language)
        )
        for place, numbers in every.items()
    ]
    return Lead(
        headline=_opposite_signs(every, language),
        finding=f"{clauses(told_by_place)}.",
        of_all_origins=True,
    )
