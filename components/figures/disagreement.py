"""Texts about rival values: clauses and notes that name other values of the source."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from components.figures.rival_places import origins_text, places_of, set_apart, speaker_of
from components.figures.single_values import WARNING
from components.text.amounts import amount_text, number_text, percent
from components.text.dates import dated
from components.text.lists import (
    alternatives,
    apposed,
    clauses,
    listed,
    outside_clause,
    paragraph_mark,
)
from components.text.names import in_sentence, method_name
from components.text.places import placed
from components.text.speakers import attributed
from data.evidence.names import label_of, origin_name
from data.evidence.origins import is_outside
from data.evidence.rivals import (
    Rival,
    compound_growth_elsewhere,
    rivals,
    rivals_of,
)
from data.evidence.values import COMPUTED, Series, Value
from data.language.languages import Language
from data.load.dataset import Dataset

Writer = Callable[[Value, Language], str]
"""Formats the number of a rival, without its unit."""


def signed_percent(entry: Value, language: Language) -> str:
    """Format a growth in per cent with its sign."""
    if entry.value is None or entry.qualifier != "exact":
        return number_text(entry, language)
    decimals = None if entry.table == "facts" else 1
    return percent(entry.value, language, decimals=decimals, signed=True)


@dataclass(frozen=True, kw_only=True)
class Stated:
    """Values stated in a headline, and what contradicts them.

    Attributes
    ----------
    values : tuple of Value
        The values named in the headline.
    series : tuple of Value
        The values of their series in the selected years.
    elsewhere : tuple of Rival
        Rivals that place the stated highest or lowest value in another year.
    against : tuple of (int, str)
        Years, and paragraphs whose wording contradicts a stated change.
    compared : frozenset of str
        Origins whose values the headline already names.
    unit : str
        Name of the unit of all values; empty if the values or the series name include it.
    write : function
        Formats a number of the series.
    """

    values: tuple[Value, ...]
    series: Series
    elsewhere: tuple[Rival, ...] = ()
    against: tuple[tuple[int, str], ...] = ()
    compared: frozenset[str] = frozenset()
    unit: str = ""
    write: Writer = number_text


def stated_rivals(stated: Stated, dataset: Dataset) -> tuple[Rival, ...]:
    """Return the rivals of all stated values, then those that change a stated rank; each once."""
    found = {
        (rival.ids, rival.period): rival
        for seen in stated.values
        for rival in rivals_of(seen, dataset)
        if not stated.compared.issuperset(rival.origins)
    }
    for rival in stated.elsewhere:
        found.setdefault((rival.ids, rival.period), rival)
    return tuple(found.values())


def _measure(rival: Rival, stated: Stated, dataset: Dataset, language: Language) -> str:
    """Return what a rival measures, where values of several quantities are compared; else empty."""
    if stated.series or not rival.same_quantity:
        return ""
    known = {own.ids: seen for seen in stated.values for own in rivals_of(seen, dataset)}
    seen = known.get(rival.ids)
    if seen is None:
        return ""
    return in_sentence(label_of(dataset, "indicators", seen.indicator, language, "short"), language)


def rival_clauses(
    found: Iterable[Rival],
    stated: Stated,
    *,
    dataset: Dataset,
    language: Language,
    marked: bool = True,
) -> list[str]:
    """Return one clause for each origin of rival values, with the year of each value.

    Where values of several quantities are compared, a clause begins with the name of its quantity.
    An origin outside the dissertation is `marked` as such, unless the text around it says so.
    """
    _ = language.gettext
    by_place: dict[str, dict[str, None]] = {}
    for rival in found:
        value = stated.write(rival.value, language)
        text = (
            dated(value, rival.period, language)
            if rival.period
            else _("{value}, year not given").format(value=value)
        )
        place = places_of(rival, dataset=dataset, language=language, marked=marked)
        measure = _measure(rival, stated, dataset, language)
        by_place.setdefault(apposed((measure, place)), {})[text] = None
    return [
        _("{place}: {values}").format(place=place, values=listed(values, language))
        for place, values in by_place.items()
    ]


def against_clauses(stated: Stated, language: Language) -> list[str]:
    """Return one clause for each paragraph whose wording contradicts a stated change."""
    saying = language.gettext("paragraph {paragraph} says otherwise about {year}")
    return [saying.format(year=year, paragraph=paragraph) for year, paragraph in stated.against]


def outside_sentence(
    found: Iterable[Rival], stated: Stated, *, dataset: Dataset, language: Language
) -> str:
    """Return a sentence with rivals from outside the dissertation; empty without any."""
    told = rival_clauses(found, stated, dataset=dataset, language=language, marked=False)
    saying = language.gettext("Outside the dissertation – {clauses}.")
    return saying.format(clauses=clauses(told)) if told else ""


@dataclass(frozen=True, kw_only=True)
class YearValues:
    """All values of one year, each written with its places.

    Attributes
    ----------
    inside, outside : tuple of str
        Values of the dissertation, and those from outside it.
    """

    inside: tuple[str, ...]
    outside: tuple[str, ...]


def values_of_year(stated: Stated, *, dataset: Dataset, language: Language) -> YearValues:
    """Return all values of the year of a stated value, with their tables or sections.

    Parameters
    ----------
    stated : Stated
        A `Stated` with one value.
    """
    _ = language.gettext
    (seen,) = stated.values
    beyond = is_outside(dataset, seen.origin)
    places: tuple[dict[str, list[str]], dict[str, list[str]]] = ({}, {})
    places[beyond][stated.write(seen, language)] = [origin_name(dataset, seen.origin, language)]
    for outside, found in enumerate(set_apart(stated_rivals(stated, dataset), dataset)):
        for rival in found:
            if not rival.same_quantity or rival.period not in ("", str(seen.year)):
                continue
            place = places_of(rival, dataset=dataset, language=language, marked=False)
            if not rival.period:
                place = _("{place}, year not given").format(place=place)
            places[outside].setdefault(stated.write(rival.value, language), []).append(place)
    inside, others = (
        tuple(
            _("{value} ({place})").format(
                value=value, place=language.enumerate(dict.fromkeys(names))
            )
            for value, names in group.items()
        )
        for group in places
    )
    return YearValues(inside=inside, outside=others)


def printed_values(stated: Stated, *, dataset: Dataset, language: Language) -> str:
    """Return all values of one year with their places, those from outside apart.

    Parameters
    ----------
    stated : Stated
        A `Stated` with one value.
    """
    found = values_of_year(stated, dataset=dataset, language=language)
    return clauses(
        (
            alternatives(found.inside, language),
            outside_clause(found.outside, language),
        )
    )


def rival_notes(stated: Stated, *, dataset: Dataset, language: Language) -> tuple[str, ...]:
    """Return a note with all rival values, their sections or tables, and their paragraphs.

    Values from outside the dissertation are in a note of their own.
    """
    _ = language.gettext
    inside, outside = (
        _noted(found, stated, dataset=dataset, language=language)
        for found in set_apart(stated_rivals(stated, dataset), dataset)
    )
    sayings = (
        _("Other value in the source: {values}.")
        if len(inside) == 1
        else _("Other values in the source: {values}.")
    )
    notes = [sayings.format(values=clauses(inside))] if inside else []
    if outside:
        notes.append(_("Outside the dissertation – {clauses}.").format(clauses=clauses(outside)))
    return tuple(notes)


def _noted(
    rivals_found: Iterable[Rival], stated: Stated, *, dataset: Dataset, language: Language
) -> tuple[str, ...]:
    """Write rivals with their places and paragraphs, those with a year first, in their order."""
    _ = language.gettext
    texts: dict[str, None] = {}
    found = sorted(rivals_found, key=lambda rival: (not rival.value.period, rival.value.period))
    for rival in found:
        value = rival.value
        place = origins_text(rival, dataset=dataset, language=language, marked=False)
        mark = paragraph_mark(value.paragraph, language) if value.paragraph else ""
        place = attributed(
            apposed((place, mark)), speaker_of(rival), dataset=dataset, language=language
        )
        method = method_name(COMPUTED, language) if value.method == COMPUTED else ""
        # The unit of the headline says nothing of a value that measures something else.
        text = (
            stated.write(value, language)
            if rival.same_quantity
            else amount_text(value, dataset=dataset, language=language)
        )
        if value.period:
            text = dated(text, value.period, language)
        text = apposed((_measure(rival, stated, dataset, language), text))
        texts[placed(text, apposed((place, method)), language)] = None
    return tuple(texts)


def compound_rates(series: Series, rate: float, *, dataset: Dataset, language: Language) -> str:
    """Format the compound growth of a series, and of other origins with the same years."""
    _ = language.gettext
    own = percent(rate, language, decimals=1, signed=True)
    others = [
        placed(
            percent(other, language, decimals=1, signed=True),
            label_of(dataset, "origins", origin, language),
            language,
        )
        for origin, other in compound_growth_elsewhere(series, dataset)
    ]
    if not others:
        return own
    place = label_of(dataset, "origins", series[0].origin, language)
    return alternatives([placed(own, place, language), *others], language)


def also(seen: Value, *, dataset: Dataset, language: Language) -> str:
    """Return a short text with other values of the same quantity; empty without any.

    A rival that measures something else is left out, since the short text names no quantity.
    """
    found = dict.fromkeys(
        number_text(each.value, language) for each in rivals_of(seen, dataset) if each.same_quantity
    )
    if not found:
        return ""
    return language.gettext("also {values}").format(values=listed(found, language))


def printed_elsewhere(
    entries: Iterable[Value], dataset: Dataset
) -> tuple[tuple[Value, Rival], ...]:
    """Return the rivals of printed values, without the values themselves."""
    own = tuple(entries)
    stated = {entry.id for entry in own}
    known = rivals(dataset)
    return tuple(
        (entry, rival)
        for entry in own
        for rival in known.get(entry.id, ())
        if not stated.issuperset(rival.ids)
    )


def entry_also(entry: Value, *, dataset: Dataset, language: Language) -> str:
    """Return a text with the rivals of a printed value and their origins; empty without any."""
    _ = language.gettext
    texts: dict[str, None] = {}
    for _own, rival in printed_elsewhere((entry,), dataset):
        value = amount_text(rival.value, dataset=dataset, language=language)
        if rival.period not in ("", entry.period):
            value = dated(value, rival.period, language)
        place = places_of(rival, dataset=dataset, language=language)
        texts[placed(value, place, language)] = None
    return _("also {values}").format(values=listed(texts, language)) if texts else ""


def with_also(text: str, others: str) -> str:
    """Return a text followed by a warning sign and the rivals `others`."""
    return f"{text} {WARNING} {others}" if others else text
