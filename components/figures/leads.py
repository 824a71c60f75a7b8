"""Leads: a headline of one clause, and the finding line below it with rival values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from components.figures.disagreement import (
    Stated,
    against_clauses,
    outside_sentence,
    printed_elsewhere,
    rival_clauses,
    stated_rivals,
)
from components.figures.rival_places import places_of, set_apart
from components.figures.single_values import subject_name
from components.text.amounts import amount_in_sentence, number_text
from components.text.entries import amount_beside_name, name_in_line
from components.text.inflection import Inflected, inflected
from components.text.lists import apposed, clauses, listed
from components.text.places import placed
from components.text.years import of_years
from data.evidence.names import label_of, origin_name
from data.evidence.origins import is_outside
from data.evidence.rivals import Rival, rivals_of
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset


@dataclass(frozen=True, kw_only=True)
class Lead:
    """The first two texts of a figure.

    Attributes
    ----------
    headline : str
        One clause with one finding.
    finding : str
        Sentences below it, such as rival values with their origins; empty without any.
    of_all_origins : bool
        Whether the headline is about the values of all origins, not of one table.
    """

    headline: str
    finding: str = ""
    of_all_origins: bool = False


def _texts_by_place(
    own: Value, found: Iterable[Rival], stated: Stated, *, dataset: Dataset, language: Language
) -> dict[str, list[str]]:
    """Return the places of all values of one year, by the written value; the own one first."""
    texts = {stated.write(own, language): [label_of(dataset, "origins", own.origin, language)]}
    for rival in found:
        place = places_of(rival, dataset=dataset, language=language)
        texts.setdefault(stated.write(rival.value, language), []).append(place)
    return texts


def _of_year(seen: Value, found: Iterable[Rival], dataset: Dataset) -> tuple[Rival, ...]:
    """Return the rivals of a value that measure the same quantity in the same year."""
    every = {rival.ids: rival for rival in (*rivals_of(seen, dataset), *found)}
    return tuple(
        rival for rival in every.values() if rival.same_quantity and rival.period == str(seen.year)
    )


def _most_disputed(contested: Sequence[tuple[Value, tuple[Rival, ...]]]) -> tuple[Value, ...]:
    """Return the value with the most rivals, of several the one whose rivals differ most."""

    def rank(pair: tuple[Value, tuple[Rival, ...]]) -> tuple[int, float, int]:
        seen, found = pair
        numbers = [rival.number for rival in found if rival.number is not None]
        apart = max((abs(number - (seen.value or 0.0)) for number in numbers), default=0.0)
        return len(found), apart, seen.year

    return (max(contested, key=rank)[0],) if contested else ()


def disagreement(stated: Stated, *, dataset: Dataset, language: Language) -> str:
    """Return sentences with the years whose values the source contradicts, and all their values.

    All values are given for the years named in the headline, and for the year with the most values.
    Values from outside the dissertation are in a sentence of their own.

    Returns
    -------
    str
        The sentences; empty if no value of the series has a rival.
    """
    _ = language.gettext
    every = stated_rivals(stated, dataset)
    found, outside = set_apart(every, dataset)
    by_value = {seen: set_apart(_of_year(seen, every, dataset), dataset) for seen in stated.series}
    # Where the series is from outside, the dissertation does not disagree with itself.
    contested = [
        (seen, own)
        for seen, (own, _outside) in by_value.items()
        if own and not is_outside(dataset, seen.origin)
    ]
    named = {rival.period for rival in found}
    told = [seen for seen, _own in contested if str(seen.year) in named]
    told += [seen for seen in _most_disputed(contested) if seen not in told]
    beyond = {rival.ids: rival for seen in told for rival in by_value[seen][1]}
    beyond |= {rival.ids: rival for rival in outside}
    by_year = {
        seen.year: language.enumerate(
            (
                _("{value} ({place})").format(value=value, place=language.enumerate(places))
                for value, places in _texts_by_place(
                    seen, own, stated, dataset=dataset, language=language
                ).items()
            )
        )
        for seen, own in contested
        if seen in told
    }
    years = [seen.year for seen, _own in contested]
    saying = of_years(
        _("The source gives different values for {year}: {clauses}."),
        _("The source gives different values for {years}. {clauses}."),
    )
    texts = (
        [_("{year}: {values}").format(year=year, values=values) for year, values in by_year.items()]
        if len(years) > 1
        else list(by_year.values())
    )
    sentences = [saying.listing(years, language, clauses=clauses(texts))] if years else []
    shown = {rival.ids for _seen, own in contested for rival in own}
    others = [rival for rival in found if rival.ids not in shown]
    told_besides = rival_clauses(others, stated, dataset=dataset, language=language)
    if told_besides:
        sentences.append(_("Also given – {clauses}.").format(clauses=clauses(told_besides)))
    against = against_clauses(stated, language)
    if against:
        sentences.append(f"{language.capital(clauses(against))}.")
    sentences.append(
        outside_sentence(
            sorted(beyond.values(), key=lambda rival: rival.period),
            stated,
            dataset=dataset,
            language=language,
        )
    )
    return " ".join(filter(None, sentences))


def with_rivals(
    statement: str, stated: Stated, *, dataset: Dataset, language: Language, attributed: bool = True
) -> Lead:
    """Return a headline with the name of its table, and a finding with rival values.

    Parameters
    ----------
    statement : str
        The headline; it is unchanged if no value of its series has a rival.
    stated : Stated
        The stated values.
    dataset : Dataset
        All tables.
    language : Language
        Language of the headline.
    attributed : bool
        Whether to name the table of the series; False if the statement names tables.
    """
    finding = disagreement(stated, dataset=dataset, language=language)
    if finding and attributed:
        place = label_of(dataset, "origins", stated.values[0].origin, language)
        statement = placed(statement, place, language)
    return Lead(headline=statement, finding=finding)


def _counted(count: int, language: Language) -> str:
    """Return the pattern of a headline with all values that the source gives for one year."""
    _ = language.gettext
    sayings = {
        2: _("{name} in {year}: {values} or {last:full} – the source gives two values"),
        3: _("{name} in {year}: {values} or {last:full} – the source gives three values"),
        4: _("{name} in {year}: {values} or {last:full} – the source gives four values"),
    }
    return sayings.get(count, _("{name} in {year}: {values} or {last:full}"))


def _unit_behind(text: str, short: str, full: str) -> Inflected:
    """Return a number with the short name of its unit, or the full one in the form `full`."""
    return Inflected(
        f"{text}\N{NO-BREAK SPACE}{short}",
        lambda form: f"{text}\N{NO-BREAK SPACE}{full if form == 'full' else short}",
    )


def _with_unit(
    text: str, found: Sequence[Rival], stated: Stated, dataset: Dataset, language: Language
) -> Inflected:
    """Return the number of a rival with its unit; a signed number has no forms of cases."""
    for rival in found:
        if stated.unit and stated.write(rival.value, language) == text:
            if text == number_text(rival.value, language):
                return amount_in_sentence(rival.value, dataset=dataset, language=language)
            full = label_of(dataset, "units", rival.value.unit, language)
            return _unit_behind(text, stated.unit, full)
    return inflected(str(text))


def one_year(name: str, stated: Stated, *, dataset: Dataset, language: Language) -> Lead | None:
    """Return a headline with all values of the source for one year, and their places.

    Parameters
    ----------
    name : str
        Name of the quantity.
    stated : Stated
        A `Stated` with one value; without a unit, the values are given as numbers.

    Returns
    -------
    Lead or None
        None if no other value is printed for the year.
    """
    _ = language.gettext
    (seen,) = stated.values
    every, outside = set_apart(stated_rivals(stated, dataset), dataset)
    found, _outside = set_apart(_of_year(seen, every, dataset), dataset)
    if not found or is_outside(dataset, seen.origin):
        return None
    by_value = _texts_by_place(seen, found, stated, dataset=dataset, language=language)
    if len(by_value) == 1:
        return None
    *values, last = by_value
    headline = _counted(len(by_value), language).format(
        name=name,
        year=seen.year,
        values=apposed(values),
        last=_with_unit(last, found, stated, dataset, language),
    )
    told = [
        _("{place}: {values}").format(place=language.enumerate(places), values=value)
        for value, places in by_value.items()
    ]
    others = rival_clauses(
        [rival for rival in every if rival.ids not in {own.ids for own in found}],
        stated,
        dataset=dataset,
        language=language,
    )
    sentences = (
        f"{clauses((*told, *others))}.",
        outside_sentence(outside, stated, dataset=dataset, language=language),
    )
    return Lead(headline=headline, finding=" ".join(filter(None, sentences)), of_all_origins=True)


def with_other_values(
    statement: str,
    entries: Iterable[Value],
    *,
    overtaking: Iterable[Value] = (),
    dataset: Dataset,
    language: Language,
) -> Lead:
    """Return the headline of single facts, and a finding with the rivals of their values.

    Parameters
    ----------
    statement : str
        The headline.
    entries : iterable of Value
        The stated values.
    overtaking : iterable of Value
        Printed values that would change a stated rank.
    dataset : Dataset
        All tables.
    language : Language
        Language of the headline.
    """
    _ = language.gettext
    found = [
        (
            subject_name(entry if rival.same_quantity else rival.value, language),
            rival.value,
            rival.origins,
        )
        for entry, rival in printed_elsewhere(entries, dataset)
    ]
    found += [(entry.name(language), entry, (entry.origin,)) for entry in overtaking]
    texts: tuple[dict[str, None], dict[str, None]] = ({}, {})
    for name, other, origins in found:
        for outside, group in enumerate(texts):
            places = [
                origin_name(dataset, origin, language)
                for origin in origins
                if is_outside(dataset, origin) == outside
            ]
            if places:
                text = _("{name}, {amount} ({place})").format(
                    name=name_in_line(name, language),
                    amount=amount_beside_name(other, dataset=dataset, language=language),
                    place=language.enumerate(places),
                )
                group[text] = None
    inside, beyond = (listed(group, language) for group in texts)
    sentences = (
        _("Also given: {values}.").format(values=inside) if inside else "",
        _("Outside the dissertation – {clauses}.").format(clauses=beyond) if beyond else "",
    )
    return Lead(headline=statement, finding=" ".join(filter(None, sentences)))
