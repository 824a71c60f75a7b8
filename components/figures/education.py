"""The figures of education: students and graduates, partner universities and agreements."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from components.charts.grid import marked_amounts
from components.charts.palette import KAZAKHSTAN, THEMES
from components.figures.disagreement import alternatives, with_other_values
from components.figures.figure import Builder, Figure
from components.figures.highlights import filter_notes, opacities, subject_of
from components.figures.single_values import (
    Group,
    cautious,
    each_printing,
    entry_table,
    facts,
    flat,
    grouped,
    longest,
    origins_of,
    own_notes,
    size_of,
    tip,
    told_apart,
)
from components.figures.warnings import dated_category, doubt_notes
from components.figures.yearly import Row
from components.text.amounts import number_text
from components.text.names import later, nothing_printed
from components.text.places import as_printed_in
from data.choice.parameters import Filters
from data.evidence.trends import Direction, direction
from data.evidence.units import convertible
from data.language.languages import Language
from data.load.dataset import Dataset

FALLBACK_ORIGIN = "s2_4_2"
"""Section on education, named where no value is printed."""

SUBJECTS = frozenset({"education", "science"})
"""Subjects of the facts; documents of states and organisations have others."""

KAZNU = "kaznu"
"""Al-Farabi Kazakh National University in the column `entity` of the facts."""


def _in_unit(group: Group, unit: str) -> Group:
    return tuple(entry.in_unit(unit) for entry in group)


def _number(group: Group, unit: str, language: Language) -> str:
    return number_text(cautious(_in_unit(group, unit)), language)


def _numbers(groups: Sequence[Group], unit: str, language: Language) -> str:
    """Write every value that is printed for one quantity, as in `45 or ≈ 50`."""
    return alternatives([_number(group, unit, language) for group in groups], language)


def _largest_headline(groups: Sequence[Group], unit: str, language: Language) -> str:
    """State the largest value, where those that the headline compares are not printed."""
    largest = max(groups, key=lambda group: size_of(_in_unit(group, unit)))
    return language.gettext("Largest printed number: {name}, {amount}").format(
        name=largest[0].name(language), amount=_number(largest, unit, language)
    )


def _students_headline(
    groups: Sequence[Group], unit: str, *, dataset: Dataset, language: Language
) -> str:
    """Compare the first and the last printed number of students from Kazakhstan in Türkiye."""
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
            "The number of students from Kazakhstan in Türkiye rose from {first} in "
            "{first_year} to {last} in {last_year}"
        ),
        Direction.FELL: _(
            "The number of students from Kazakhstan in Türkiye fell from {first} in "
            "{first_year} to {last} in {last_year}"
        ),
    }.get(
        direction(*ends),
        _(
            "Students from Kazakhstan in Türkiye: {first} in {first_year}, {last} in {last_year}",
        ),
    )
    statement = saying.format(
        first=_number(first, unit, language),
        first_year=first[0].period,
        last=_number(last, unit, language),
        last_year=last[0].period,
    )
    return with_other_values(statement, (*first, *last), dataset=dataset, language=language)


def _partners_headline(
    groups: Sequence[Group], unit: str, *, dataset: Dataset, language: Language
) -> str:
    """State the Turkish partner universities of KazNU and its agreements with them."""
    partners, agreements = (
        [group for group in groups if group[0].measure == (indicator, KAZNU, "TR")]
        for indicator in ("partner_universities", "agreements")
    )
    if not partners or not agreements:
        return _largest_headline(groups, unit, language)
    statement = language.gettext(
        "KazNU cooperates with {partners} universities of Türkiye and has {agreements} agreements "
        "under the Mevlana programme"
    ).format(
        partners=_numbers(partners, unit, language),
        agreements=_numbers(agreements, unit, language),
    )
    stated = flat((*partners, *agreements))
    return with_other_values(statement, stated, dataset=dataset, language=language)


@dataclass(frozen=True, kw_only=True)
class CountedFacts:
    """A figure of counts that single facts print.

    Attributes
    ----------
    figure : str
        Its id.
    kinds : mapping
        Names of kinds, as messages, by indicator of the facts.
    unit : str
        Unit that all values are drawn in.
    subtitle, alternative_text : str
        Messages; the subtitle has a place for the origins.
    headline : function
        Makes the headline from the values.
    """

    figure: str
    kinds: Mapping[str, str]
    unit: str
    subtitle: str
    alternative_text: str
    headline: Callable[..., str]


def _groups(counted: CountedFacts, dataset: Dataset) -> tuple[Group, ...]:
    """Return the values that can be drawn, by kind and size."""
    order = list(dict.fromkeys(counted.kinds.values()))
    entries = [
        entry
        for entry in facts(dataset, counted.kinds)
        if entry.subject in SUBJECTS and convertible(entry.unit, counted.unit)
    ]
    return tuple(
        sorted(
            grouped(entries),
            key=lambda group: (
                order.index(counted.kinds[group[0].quantity[0]]),
                size_of(_in_unit(group, counted.unit)),
            ),
        )
    )


def counted_facts(
    counted: CountedFacts, *, dataset: Dataset, filters: Filters, language: Language
) -> Figure:
    """Return a figure of counts of two kinds, each count with its name and year."""
    _ = language.gettext
    groups = _groups(counted, dataset)
    subjects = [subject_of(group) for group in groups]
    shades = opacities(subjects, dataset=dataset, filters=filters)
    categories = told_apart(
        [dated_category(group, dataset=dataset, language=language) for group in groups], groups
    )
    rows: list[Row] = []
    for position, (group, category, opacity) in enumerate(
        zip(groups, categories, shades, strict=True)
    ):
        drawn = _in_unit(group, counted.unit)
        rows.append(
            {
                "category": category,
                "position": position,
                "series": _(counted.kinds[group[0].quantity[0]]),
                "value": size_of(drawn),
                "label": each_printing(drawn, [number_text(entry, language) for entry in drawn]),
                "opacity": opacity,
                "tip_title": group[0].name(language),
                "tip": tip(group, dataset=dataset, language=language),
            }
        )
    entries = flat(groups)
    origins = origins_of(entries, FALLBACK_ORIGIN)
    colours = (KAZAKHSTAN, THEMES["economy"])
    return Figure(
        id=counted.figure,
        headline=counted.headline(groups, counted.unit, dataset=dataset, language=language)
        if groups
        else nothing_printed(language),
        subtitle=_(counted.subtitle).format(
            places=as_printed_in(origins, dataset=dataset, language=language)
        ),
        form=marked_amounts(
            language=language,
            series=tuple(
                (_(name), colour)
                for name, colour in zip(dict.fromkeys(counted.kinds.values()), colours, strict=True)
            ),
            rows=max(len(rows), 1),
            lines=longest(row["category"] for row in rows),
        ),
        rows=rows,
        make_table=lambda: entry_table(entries, language),
        origins=origins,
        notes=(
            _(
                "The source prints these numbers in separate places, and some include others; "
                "they form no series and no sum."
            ),
            *doubt_notes(entries, dataset=dataset, language=language),
            *own_notes(entries, language),
            *filter_notes(subjects, dataset=dataset, filters=filters, language=language),
        ),
        alternative_text=_(counted.alternative_text),
    )


STUDENTS, GRADUATES = later("Students"), later("Graduates")
PARTNERS, AGREEMENTS = later("Partner universities"), later("Agreements")

COUNTED = (
    CountedFacts(
        figure="students_and_graduates",
        kinds=MappingProxyType(
            {"students": STUDENTS, "graduates": GRADUATES, "graduates_with_grant": GRADUATES}
        ),
        unit="people",
        subtitle=later("Students and graduates, number of people, {places}"),
        alternative_text=later("A point for each number; circles are students, squares graduates."),
        headline=_students_headline,
    ),
    CountedFacts(
        figure="education_agreements",
        kinds=MappingProxyType(
            {
                "partner_universities": PARTNERS,
                "agreements": AGREEMENTS,
                "science_education_agreements": AGREEMENTS,
                "science_education_bilateral_agreements": AGREEMENTS,
                "science_education_multilateral_agreements": AGREEMENTS,
            }
        ),
        unit="count",
        subtitle=later(
            "Partner universities and agreements in education and science, number, {places}"
        ),
        alternative_text=later(
            "A point for each number; circles are partner universities, squares agreements."
        ),
        headline=_partners_headline,
    ),
)

FIGURES: Mapping[str, Builder] = MappingProxyType(
    {counted.figure: partial(counted_facts, counted) for counted in COUNTED}
)
