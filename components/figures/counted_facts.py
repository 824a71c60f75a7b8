"""Bars of single facts of some indicators in one unit, with a headline computed from them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from components.figures.fact_bars import Bar, bar_form, bar_notes, bar_rows
from components.figures.figure import Figure
from components.figures.leads import Lead
from components.figures.single_values import (
    Group,
    entry_table,
    flat,
    grouped,
    origins_of,
    size_of,
)
from components.figures.warnings import conflict_notes, dated_category, with_warning_sign
from components.text.amounts import amount_text
from components.text.dates import date_text
from components.text.lists import apposed
from components.text.names import later, nothing_printed
from components.text.places import as_printed_in
from data.choice.parameters import Filters
from data.evidence.catalogue import catalogue
from data.evidence.units import convertible
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset

SEPARATE_PASSAGES = later(
    "These numbers come from separate passages of the source, and some include others; do not add "
    "or compare them."
)


@dataclass(frozen=True, kw_only=True)
class CountedFacts:
    """A figure of single facts, with a bar for each value.

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
    fallback : str
        Origin if no value is printed.
    colour : str
        Colour of the bars.
    of_givers : mapping of str to str
        Colours of bars by the country that an amount comes from, instead of `colour`.
    keeps : function
        Returns whether a fact with one of the indicators belongs to the figure.
    notes : tuple of str
        Untranslated notes on the values.
    beside : function
        Returns whether a value of another unit is named in the finding and in the table only.
    undated : bool
        Whether bars without a year say so; otherwise a note does.
    by_year : bool
        Whether the bars of one indicator are in the order of their years, then of their size.
    """

    figure: str
    indicators: tuple[str, ...]
    unit: str
    subtitle: str
    alternative_text: str
    headline: Callable[..., Lead]
    fallback: str
    colour: str
    of_givers: Mapping[str, str] = field(default_factory=dict)
    keeps: Callable[[Value], bool] = lambda _entry: True
    notes: tuple[str, ...] = (SEPARATE_PASSAGES,)
    beside: Callable[[Value], bool] = lambda _entry: False
    undated: bool = True
    by_year: bool = False


def in_unit(group: Group, unit: str) -> Group:
    """Return the printings of a value in a unit."""
    return tuple(entry.in_unit(unit) for entry in group)


def _groups(counted: CountedFacts, dataset: Dataset) -> tuple[Group, ...]:
    """Return the values that can be drawn, by indicator, year and size."""
    dataset.table("facts")
    entries = [
        entry
        for entry in catalogue(dataset)
        if entry.quantity[0] in counted.indicators
        and counted.keeps(entry)
        and entry.paragraph
        and convertible(entry.unit, counted.unit)
    ]
    return tuple(
        sorted(
            grouped(entries),
            key=lambda group: (
                counted.indicators.index(group[0].quantity[0]),
                (group[0].period or "9") if counted.by_year else "",
                size_of(in_unit(group, counted.unit)),
            ),
        )
    )


def _name_and_year(entry: Value, language: Language) -> str:
    """Return the name of a value, with its period if it has one that the name lacks."""
    name = entry.name(language)
    if not entry.period or entry.period in name:
        return name
    return apposed((name, date_text(entry.period, language)))


def counted_facts(
    counted: CountedFacts, *, dataset: Dataset, filters: Filters, language: Language
) -> Figure:
    """Return a figure of single facts, with one bar for each value."""
    _ = language.gettext
    groups = _groups(counted, dataset)
    entries = flat(groups)
    beside = tuple(entry for entry in catalogue(dataset) if counted.beside(entry))
    with_years = any(entry.period for entry in entries)
    bars = [
        Bar(
            group=in_unit(group, counted.unit),
            category=dated_category(group, dataset=dataset, language=language)
            if with_years and counted.undated
            else with_warning_sign(_name_and_year(group[0], language), group, dataset),
            colour=counted.of_givers.get(group[0].quantity[1], counted.colour),
        )
        for group in groups
    ]
    rows = bar_rows(bars, dataset=dataset, filters=filters, language=language)
    origins = origins_of(entries, counted.fallback)
    lead = (
        counted.headline(groups, counted.unit, dataset=dataset, language=language)
        if groups
        else Lead(headline=nothing_printed(language))
    )
    told = (
        _("{name}: {amount}.").format(
            name=entry.name(language),
            amount=amount_text(entry, dataset=dataset, language=language),
        )
        for entry in beside
    )
    return Figure(
        id=counted.figure,
        headline=lead.headline,
        finding=" ".join(filter(None, (lead.finding, *told))),
        subtitle=_(counted.subtitle).format(
            places=as_printed_in(origins, dataset=dataset, language=language)
        ),
        form=bar_form(rows, language),
        rows=rows,
        make_table=lambda: entry_table((*entries, *beside), language),
        origins=tuple(dict.fromkeys((*origins, *(value.origin for value in beside)))),
        notes=(
            *(_(note) for note in counted.notes),
            *(
                (_("The source gives no year for values shown without one."),)
                if with_years and not counted.undated
                else ()
            ),
            *conflict_notes((*entries, *beside), dataset=dataset, language=language),
            *bar_notes(groups, dataset=dataset, filters=filters, language=language),
        ),
        alternative_text=_(counted.alternative_text),
    )
