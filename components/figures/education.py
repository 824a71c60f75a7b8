"""Figures of education: students and graduates, partner universities and agreements."""

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType

from components.figures.counted_facts import CountedFacts, counted_facts, in_unit
from components.figures.figure import Builder
from components.figures.leads import Lead, with_other_values
from components.figures.single_values import (
    Group,
    first_qualified,
    flat,
    size_of,
)
from components.page.tokens import THEMES
from components.text.amounts import amount_in_sentence, number_text
from components.text.lists import alternatives
from components.text.names import later
from data.evidence.names import label_of
from data.evidence.trends import Direction, direction
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset

FALLBACK_ORIGIN = "s2_4_2"
"""Section on education, used as origin if no value is printed."""

STUDENTS, COUNTRIES = "students", ("KZ", "TR")
"""Indicator of students, and the two countries."""

SUBJECTS = frozenset({"education", "science"})
"""Subjects of the included facts; documents of states and organisations have other ones."""


def _amount(group: Group, unit: str, *, dataset: Dataset, language: Language) -> str:
    """Return the printing of a value that the source states least firmly, with its forms."""
    own = first_qualified(in_unit(group, unit))
    return amount_in_sentence(own, dataset=dataset, language=language)


def _number(group: Group, unit: str, language: Language) -> str:
    return number_text(first_qualified(in_unit(group, unit)), language)


def _numbers(groups: Sequence[Group], unit: str, language: Language) -> str:
    """Format all printed values of one quantity, such as `45 or ≈ 50`."""
    return alternatives([_number(group, unit, language) for group in groups], language)


def _largest_headline(groups: Sequence[Group], unit: str, language: Language) -> Lead:
    """Return the headline with the largest value, if the compared values are not printed."""
    largest = max(groups, key=lambda group: size_of(in_unit(group, unit)))
    headline = language.gettext("Largest number given: {name}, {amount}").format(
        name=largest[0].name(language), amount=_number(largest, unit, language)
    )
    return Lead(headline=headline)


def _numbers_headline(
    groups: Sequence[Group], unit: str, *, dataset: Dataset, language: Language
) -> Lead:
    """Return the headline with the largest value, and a finding with other values of it."""
    lead = _largest_headline(groups, unit, language)
    largest = max(groups, key=lambda group: size_of(in_unit(group, unit)))
    return with_other_values(lead.headline, largest, dataset=dataset, language=language)


def _students_headline(
    groups: Sequence[Group], unit: str, *, dataset: Dataset, language: Language
) -> Lead:
    """Return the headline with the first and last number of students from Kazakhstan in Türkiye."""
    _ = language.gettext
    own = sorted(
        (group for group in groups if group[0].measure == (STUDENTS, "TR", "KZ")),
        key=lambda group: group[0].period,
    )
    dated = [group for group in own if group[0].period]
    if len({group[0].period for group in dated}) <= 1:
        return _largest_headline(groups, unit, language)
    first, last = dated[0], dated[-1]
    ends = (in_unit(group, unit)[0] for group in (first, last))
    saying = {
        Direction.ROSE: _(
            "The number of students from Kazakhstan in Türkiye rose from {first:number} in "
            "{first_year} to {last:number} in {last_year}"
        ),
        Direction.FELL: _(
            "The number of students from Kazakhstan in Türkiye fell from {first:number} in "
            "{first_year} to {last:number} in {last_year}"
        ),
    }.get(
        direction(*ends),
        _(
            "Students from Kazakhstan in Türkiye: {first:number} in {first_year}, "
            "{last:number} in {last_year}",
        ),
    )
    statement = saying.format(
        first=_amount(first, unit, dataset=dataset, language=language),
        first_year=first[0].period,
        last=_amount(last, unit, dataset=dataset, language=language),
        last_year=last[0].period,
    )
    return with_other_values(statement, (*first, *last), dataset=dataset, language=language)


def _partners_headline(
    groups: Sequence[Group], unit: str, *, dataset: Dataset, language: Language
) -> Lead:
    """Return the headline with the Turkish partners and agreements of the first institution."""
    by_institution = {
        group[0].measure[1]: [
            [
                other
                for other in groups
                if other[0].measure == (indicator, group[0].measure[1], "TR")
            ]
            for indicator in ("partner_universities", "agreements")
        ]
        for group in groups
    }
    complete = {code: found for code, found in by_institution.items() if all(found)}
    if not complete:
        return _largest_headline(groups, unit, language)
    institution, (partners, agreements) = next(iter(complete.items()))
    statement = language.gettext(
        "{institution}: {partners} partner universities in Türkiye, {agreements} agreements"
    ).format(
        institution=label_of(dataset, "organisations", institution, language),
        partners=_numbers(partners, unit, language),
        agreements=_numbers(agreements, unit, language),
    )
    stated = flat((*partners, *agreements))
    return with_other_values(statement, stated, dataset=dataset, language=language)


def _of_education(entry: Value) -> bool:
    return entry.subject in SUBJECTS


def _between_countries(entry: Value) -> bool:
    """Return whether a value counts students of one of the two countries."""
    return _of_education(entry) and entry.measure[2] in COUNTRIES


def _not_between_countries(entry: Value) -> bool:
    """Return whether a value counts other students, or graduates; they are far more numerous."""
    return _of_education(entry) and not (entry.measure[0] == STUDENTS and _between_countries(entry))


COUNTED = (
    CountedFacts(
        figure="students_between_countries",
        indicators=(STUDENTS,),
        unit="people",
        subtitle=later("Students of one country in the other, number of people, {places}"),
        alternative_text=later("A bar for each number."),
        headline=_students_headline,
        fallback=FALLBACK_ORIGIN,
        colour=THEMES["people"],
        keeps=_between_countries,
    ),
    CountedFacts(
        figure="students_and_graduates",
        indicators=(STUDENTS, "graduates_with_grant", "graduates"),
        unit="people",
        subtitle=later("Students and graduates, number of people, {places}"),
        alternative_text=later("A bar for each number: students first, then graduates."),
        headline=_numbers_headline,
        fallback=FALLBACK_ORIGIN,
        colour=THEMES["people"],
        keeps=_not_between_countries,
    ),
    CountedFacts(
        figure="education_agreements",
        indicators=(
            "partner_universities",
            "agreements",
            "science_education_agreements",
            "science_education_bilateral_agreements",
            "science_education_multilateral_agreements",
        ),
        unit="count",
        subtitle=later(
            "Partner universities and agreements in education and science, number, {places}"
        ),
        alternative_text=later(
            "A bar for each number: partner universities first, then agreements."
        ),
        headline=_partners_headline,
        fallback=FALLBACK_ORIGIN,
        colour=THEMES["people"],
        keeps=_of_education,
    ),
)

FIGURES: Mapping[str, Builder] = MappingProxyType(
    {counted.figure: partial(counted_facts, counted) for counted in COUNTED}
)
