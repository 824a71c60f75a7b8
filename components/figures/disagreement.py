"""Words for disagreements: headlines that name what else the source gives for what they state."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from components.figures.single_values import WARNING, thing
from components.text.amounts import amount_text, number_text, percent
from components.text.dates import date_text
from components.text.lists import alternatives, clauses, paragraphs_text
from components.text.names import method_name
from data.evidence.names import label_of
from data.evidence.rivals import (
    Rival,
    compound_growth_elsewhere,
    is_contested,
    rivals,
    rivals_of,
)
from data.evidence.values import COMPUTED, Series, Value
from data.language.languages import Language
from data.load.dataset import Dataset

Writer = Callable[[Value, Language], str]
"""Writes the number of a rival; its unit stands elsewhere."""


def signed_percent(entry: Value, language: Language) -> str:
    """Write a growth in per cent with its sign."""
    if entry.value is None or entry.qualifier != "exact":
        return number_text(entry, language)
    decimals = None if entry.table == "facts" else 1
    return percent(entry.value, language, decimals=decimals, signed=True)


@dataclass(frozen=True, kw_only=True)
class Stated:
    """What a headline states, and what is set against it.

    Attributes
    ----------
    values : tuple of Value
        The values that the headline names.
    series : tuple of Value
        The chosen values of the series that they come from.
    elsewhere : tuple of Rival
        What puts a stated highest or lowest value into another year.
    against : tuple of (int, str)
        Years and paragraphs of the text that contradict a stated change in words.
    compared : frozenset of str
        Origins whose values the headline names itself.
    unit : str
        Unit of all values in words; empty where the values or the name of the series say it.
    write : function
        Writes a number of the series.
    """

    values: tuple[Value, ...]
    series: Series
    elsewhere: tuple[Rival, ...] = ()
    against: tuple[tuple[int, str], ...] = ()
    compared: frozenset[str] = frozenset()
    unit: str = ""
    write: Writer = number_text


def places_of(rival: Rival, *, dataset: Dataset, language: Language) -> str:
    """Write where a rival stands, and what it measures where that is something else."""
    places = language.enumerate(
        label_of(dataset, "origins", origin, language) for origin in rival.origins
    )
    if rival.same_quantity:
        return places
    return language.gettext("{place}, {name}").format(place=places, name=rival.value.name(language))


def _rivals(stated: Stated, dataset: Dataset) -> tuple[Rival, ...]:
    """Return the rivals of all stated values, then what ranks differently; each once."""
    found = {
        (rival.ids, rival.period): rival
        for seen in stated.values
        for rival in rivals_of(seen, dataset)
        if not stated.compared.issuperset(rival.origins)
    }
    for rival in stated.elsewhere:
        found.setdefault((rival.ids, rival.period), rival)
    return tuple(found.values())


def rival_clauses(
    found: Iterable[Rival], stated: Stated, *, dataset: Dataset, language: Language
) -> list[str]:
    """Return one clause for each place that gives other values, each value with its year."""
    _ = language.gettext
    by_place: dict[str, dict[str, None]] = {}
    for rival in found:
        value = stated.write(rival.value, language)
        text = (
            _("{value} in {year}").format(value=value, year=date_text(rival.period, language))
            if rival.period
            else _("{value}, no year printed").format(value=value)
        )
        place = places_of(rival, dataset=dataset, language=language)
        by_place.setdefault(place, {})[text] = None
    told = [
        _("{place}: {values}").format(place=place, values=language.enumerate(values))
        for place, values in by_place.items()
    ]
    return told + [
        _("¶ {paragraph} differs on {year}").format(year=year, paragraph=paragraph)
        for year, paragraph in stated.against
    ]


def differing_year(year: int, paragraphs: Sequence[str], language: Language) -> str:
    """Write a year, with the paragraphs of the text that contradict what is said of it."""
    if not paragraphs:
        return str(year)
    return language.gettext("{year} (¶ {paragraph} differs)").format(
        year=year, paragraph=paragraphs_text(paragraphs)
    )


def with_rivals(
    statement: str, stated: Stated, *, dataset: Dataset, language: Language, attributed: bool = True
) -> str:
    """Return a headline with its table before it and rival values after it.

    Parameters
    ----------
    statement : str
        The headline without its rivals; it is returned as it is where nothing is set against the
        series.
    stated : Stated
        What it states.
    dataset : Dataset
        All tables.
    language : Language
        Language of the headline.
    attributed : bool
        Whether the table of the series is named first; not where the statement names tables.
    """
    found = _rivals(stated, dataset)
    contested = found or stated.against or is_contested(stated.series, dataset)
    if not contested:
        return statement
    if attributed:
        place = label_of(dataset, "origins", stated.values[0].origin, language)
        statement = language.gettext("{place}: {statement}").format(
            place=place, statement=statement
        )
    told = rival_clauses(found, stated, dataset=dataset, language=language)
    return clauses((statement, *told))


def printed_values(
    own: str, stated: Stated, *, dataset: Dataset, language: Language
) -> tuple[str, list[str]]:
    """Return all values of one year, each with its place, and clauses about other quantities.

    Parameters
    ----------
    own : str
        The stated value as it is written.
    stated : Stated
        It states one value.
    """
    _ = language.gettext
    (seen,) = stated.values
    places = {own: [label_of(dataset, "origins", seen.origin, language)]}
    others = []
    for rival in _rivals(stated, dataset):
        if not rival.same_quantity or rival.period not in ("", str(seen.year)):
            others.append(rival)
            continue
        place = places_of(rival, dataset=dataset, language=language)
        if not rival.period:
            place = _("{place}, no year printed").format(place=place)
        places.setdefault(stated.write(rival.value, language), []).append(place)
    texts = [
        _("{value} ({place})").format(value=value, place=language.enumerate(dict.fromkeys(found)))
        for value, found in places.items()
    ]
    told = rival_clauses(others, stated, dataset=dataset, language=language)
    return alternatives(texts, language), told


def one_year(name: str, own: str, stated: Stated, *, dataset: Dataset, language: Language) -> str:
    """Return the headline of one year with every value that the source gives for it.

    Parameters
    ----------
    name : str
        What is measured.
    own : str
        The stated value as it is written.
    stated : Stated
        It states one value.

    Returns
    -------
    str
        Empty where nothing else is printed.
    """
    _ = language.gettext
    if not _rivals(stated, dataset):
        return ""
    values, others = printed_values(own, stated, dataset=dataset, language=language)
    unit = stated.unit
    saying = _("{name} in {year}, {unit}: {values}") if unit else _("{name} in {year}: {values}")
    year = stated.values[0].year
    return clauses((saying.format(name=name, year=year, unit=unit, values=values), *others))


def rival_notes(stated: Stated, *, dataset: Dataset, language: Language) -> tuple[str, ...]:
    """Return one note with every other value, its section or table, and its paragraphs."""
    _ = language.gettext
    texts: dict[str, None] = {}
    for rival in _rivals(stated, dataset):
        value = rival.value
        text = _("{value}, {place}, ¶ {paragraph}").format(
            value=stated.write(value, language),
            place=places_of(rival, dataset=dataset, language=language),
            paragraph=paragraphs_text(value.paragraph),
        )
        if value.method == COMPUTED:
            text = f"{text}, {method_name(COMPUTED, language)}"
        texts[f"{date_text(value.period, language)}: {text}" if value.period else text] = None
    if not texts:
        return ()
    return (_("Other values in the source: {values}.").format(values=clauses(texts)),)


def compound_rates(series: Series, rate: float, *, dataset: Dataset, language: Language) -> str:
    """Write the compound growth of a series, and of other origins that print the same years."""
    _ = language.gettext
    own = percent(rate, language, decimals=1, signed=True)
    others = [
        _("{value} ({place})").format(
            value=percent(other, language, decimals=1, signed=True),
            place=label_of(dataset, "origins", origin, language),
        )
        for origin, other in compound_growth_elsewhere(series, dataset)
    ]
    if not others:
        return own
    place = label_of(dataset, "origins", series[0].origin, language)
    return alternatives([_("{value} ({place})").format(value=own, place=place), *others], language)


def also(seen: Value, *, dataset: Dataset, language: Language) -> str:
    """Return the other values of a stated one in short; empty where there are none."""
    found = dict.fromkeys(number_text(each.value, language) for each in rivals_of(seen, dataset))
    if not found:
        return ""
    return language.gettext("also {values}").format(values=language.enumerate(found))


def _elsewhere(entries: Iterable[Value], dataset: Dataset) -> tuple[tuple[Value, Rival], ...]:
    """Return the rivals of printed values that are not among the values themselves."""
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
    """Return the other values of a printed one, each with its place; empty where there are none."""
    _ = language.gettext
    texts: dict[str, None] = {}
    for _own, rival in _elsewhere((entry,), dataset):
        value = amount_text(rival.value, dataset=dataset, language=language)
        if rival.period not in ("", entry.period):
            value = _("{value} in {year}").format(
                value=value, year=date_text(rival.period, language)
            )
        place = places_of(rival, dataset=dataset, language=language)
        texts[_("{value} ({place})").format(value=value, place=place)] = None
    return _("also {values}").format(values=language.enumerate(texts)) if texts else ""


def with_also(text: str, others: str) -> str:
    """Return a line of a list with the other values of what it says, after a warning sign."""
    return f"{text} {WARNING} {others}" if others else text


def with_other_values(
    statement: str,
    entries: Iterable[Value],
    *,
    overtaking: Iterable[Value] = (),
    dataset: Dataset,
    language: Language,
) -> str:
    """Return the headline of single facts with the other values printed for them.

    Parameters
    ----------
    statement : str
        The headline; it is returned as it is where nothing else is printed.
    entries : iterable of Value
        The values that it states.
    overtaking : iterable of Value
        Printed values that would change a stated rank.
    dataset : Dataset
        All tables.
    language : Language
        Language of the headline.
    """
    _ = language.gettext
    found = [
        (thing(entry if rival.same_quantity else rival.value, language), rival.value, rival.origins)
        for entry, rival in _elsewhere(entries, dataset)
    ]
    found += [(entry.name(language), entry, (entry.origin,)) for entry in overtaking]
    texts = dict.fromkeys(
        _("{name}, {amount} ({place})").format(
            name=name,
            amount=amount_text(other, dataset=dataset, language=language),
            place=language.enumerate(
                label_of(dataset, "origins", origin, language) for origin in origins
            ),
        )
        for name, other, origins in found
    )
    if not texts:
        return statement
    saying = _("{statement}; also printed: {values}")
    return saying.format(statement=statement, values=language.enumerate(texts))
