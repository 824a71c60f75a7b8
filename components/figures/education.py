"""Figures of education: students and graduates, partner universities and agreements."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from components.figures.fact_bars import Bar, bar_form, bar_notes, bar_rows
from components.figures.figure import Builder, Figure
from components.figures.leads import Lead, with_other_values
from components.figures.single_values import (
    Group,
    entry_table,
    facts,
    first_qualified,
    flat,
    grouped,
    origins_of,
    size_of,
)
from components.figures.warnings import conflict_notes, dated_category, with_warning_sign
from components.page.tokens import THEMES
from components.text.amounts import amount_in_sentence, number_text
from components.text.lists import alternatives
from components.text.names import later, nothing_printed
from components.text.places import as_printed_in
from data.choice.parameters import Filters
from data.evidence.names import label_of
from data.evidence.trends import Direction, direction
from data.evidence.units import convertible
from data.language.languages import Language
from data.load.dataset import Dataset

FALLBACK_ORIGIN = "s2_4_2"
"""Section on education, used as origin if no value is printed."""

SUBJECTS = frozenset({"education", "science"})
"""Subjects of the included facts; documents of states and organisations have other ones."""


def _in_unit(group: Group, unit: str) -> Group:
    return tuple(entry.in_unit(unit) for entry in group)


def _amount(group: Group, unit: str, *, dataset: Dataset, language: Language) -> str:
    """Return the printing of a value that the source states least firmly, with its forms."""
    own = first_qualified(_in_unit(group, unit))
    return amount_in_sentence(own, dataset=dataset, language=language)


def _number(group: Group, unit: str, language: Language) -> str:
    return number_text(first_qualified(_in_unit(group, unit)), language)


def _numbers(groups: Sequence[Group], unit: str, language: Language) -> str:
    """Format all printed values of one quantity, such as `45 or ≈ 50`."""
    return alternatives([_number(group, unit, language) for group in groups], language)


def _largest_headline(groups: Sequence[Group], unit: str, language: Language) -> Lead:
    """Return the headline with the largest value, if the compared values are not printed."""
    largest = max(groups, key=lambda group: size_of(_in_unit(group, unit)))
    headline = language.gettext("Largest number given: {name}, {amount}").format(
        name=largest[0].name(language), amount=_number(largest, unit, language)
    )
    return Lead(headline=headline)


def _students_headline(
    groups: Sequence[Group], unit: str, *, dataset: Dataset, language: Language
) -> Lead:
    """Return the headline with the first and last number of students from Kazakhstan in Türkiye."""
    _ = language.gettext
    own = sorted(
        (group for group in groups if group[0].measure == ("students", "TR", "KZ")),
        key=lambda group: group[0].period,
    )
    dated = [group for group in own if group[0].period]
    if len({group[0].period for group in dated}) <= 1:
        return _largest_headline(groups, unit, language)
    first, last = dated[0], dated[-1]
    ends = (_in_unit(group, unit)[0] for group in (first, last))
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


@dataclass(frozen=True, kw_only=True)
class CountedFacts:
    """A figure of counts from single facts.

    Attributes
    ----------
    figure : str
        Id of the figure.
    indicators : tuple of str
        Indicators of the facts, in the order of the bars.
    unit : str
        Unit of all drawn values.
    subtitle, alternative_text : str
        Messages; the subtitle has a place for the origins.
    headline : function
        Builds the headline from the values.
    """

    figure: str
    indicators: tuple[str, ...]
    unit: str
    subtitle: str
    alternative_text: str
    headline: Callable[..., Lead]


def _groups(counted: CountedFacts, dataset: Dataset) -> tuple[Group, ...]:
    """Return the values that can be drawn, by indicator and size."""
    entries = [
        entry
        for entry in facts(dataset, counted.indicators)
        if entry.subject in SUBJECTS and convertible(entry.unit, counted.unit)
    ]
    return tuple(
        sorted(
            grouped(entries),
            key=lambda group: (
                counted.indicators.index(group[0].quantity[0]),
                size_of(_in_unit(group, counted.unit)),
            ),
        )
    )


def counted_facts(
    counted: CountedFacts, *, dataset: Dataset, filters: Filters, language: Language
) -> Figure:
    """Return a figure of counts, with one bar for each value."""
    _ = language.gettext
    groups = _groups(counted, dataset)
    entries = flat(groups)
    dated = any(entry.period for entry in entries)
    bars = [
        Bar(
            group=_in_unit(group, counted.unit),
            category=dated_category(group, dataset=dataset, language=language)
            if dated
            else with_warning_sign(group[0].name(language), group, dataset),
            colour=THEMES["people"],
        )
        for group in groups
    ]
    rows = bar_rows(bars, dataset=dataset, filters=filters, language=language)
    origins = origins_of(entries, FALLBACK_ORIGIN)
    lead = (
        counted.headline(groups, counted.unit, dataset=dataset, language=language)
        if groups
        else Lead(headline=nothing_printed(language))
    )
    return Figure(
        id=counted.figure,
        headline=lead.headline,
        finding=lead.finding,
        subtitle=_(counted.subtitle).format(
            places=as_printed_in(origins, dataset=dataset, language=language)
        ),
        form=bar_form(rows, language),
        rows=rows,
        make_table=lambda: entry_table(entries, language),
        origins=origins,
        notes=(
            _(
                "These numbers come from separate passages of the source, and some "
                "include others; do not add or compare them."
            ),
            *conflict_notes(entries, dataset=dataset, language=language),
            *bar_notes(groups, dataset=dataset, filters=filters, language=language),
        ),
        alternative_text=_(counted.alternative_text),
    )


COUNTED = (
    CountedFacts(
        figure="students_and_graduates",
        indicators=("students", "graduates_with_grant", "graduates"),
        unit="people",
        subtitle=later("Students and graduates, number of people, {places}"),
        alternative_text=later("A bar for each number: students first, then graduates."),
        headline=_students_headline,
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
    ),
)

FIGURES: Mapping[str, Builder] = MappingProxyType(
    {counted.figure: partial(counted_facts, counted) for counted in COUNTED}
)
