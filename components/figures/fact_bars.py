"""Bars of single facts, shared by the figures of oil exports and of education."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.charts.bars import ranked_bars
from components.charts.rows import BarRow
from components.figures.figure import Form
from components.figures.highlights import filter_notes, opacities, subject_of
from components.figures.paragraph_notes import own_notes, speaker_notes
from components.figures.single_values import (
    Group,
    distinct_categories,
    each_printing,
    flat,
    longest,
    size_of,
    tip,
)
from components.page.tokens import THEMES
from components.text.amounts import number_text
from components.text.names import wrapped
from components.text.places import place_text
from data.choice.parameters import Filters
from data.language.languages import Language
from data.load.dataset import Dataset

HOME, RUSSIA, CHINA = "KZ", "RU", "CN"
"""Country codes."""

ENERGY = THEMES["energy"]


@dataclass(frozen=True)
class Bar:
    """One bar: the printings of its value, its category, and its colour."""

    group: Group
    category: str
    colour: str


def has_only_text(group: Group) -> bool:
    """Return whether a group has a text instead of a number."""
    return all(end is None for end in (group[0].value, group[0].low, group[0].high))


def bar_rows(
    bars: Sequence[Bar], *, dataset: Dataset, filters: Filters, language: Language
) -> list[BarRow]:
    """Return one row for each bar; what is printed without a number has a label and no value."""
    groups = [bar.group for bar in bars]
    names = distinct_categories([bar.category for bar in bars], groups, language)
    shades = opacities([subject_of(group) for group in groups], dataset=dataset, filters=filters)
    rows: list[BarRow] = []
    for position, (bar, name, opacity) in enumerate(zip(bars, names, shades, strict=True)):
        first = bar.group[0]
        value: float | None
        if has_only_text(bar.group):
            value, label = None, wrapped(first.note(language))
            place = place_text(first, dataset=dataset, language=language)
            hovering = f"{first.note(language)}, {place}"
        else:
            value = size_of(bar.group)
            printings = [number_text(entry, language) for entry in bar.group]
            label = wrapped(each_printing(bar.group, printings, language))
            hovering = tip(bar.group, dataset=dataset, language=language)
        rows.append(
            {
                "category": name,
                "position": position,
                "value": value,
                "label": label,
                "colour": bar.colour,
                "opacity": opacity,
                "tip_title": first.name(language),
                "tip": hovering,
            }
        )
    return rows


def bar_form(rows: Sequence[BarRow], language: Language) -> Form:
    """Return the form of `bar_rows`, high enough for the longest category."""
    return ranked_bars(
        language=language,
        rows=max(len(rows), 1),
        lines=longest(row["category"] for row in rows),
    )


def bar_notes(
    groups: Sequence[Group], *, dataset: Dataset, filters: Filters, language: Language
) -> tuple[str, ...]:
    """Return the last notes of a figure of bars: notes of the table, then notes of the filters."""
    return (
        *own_notes(flat(groups), language),
        *speaker_notes(flat(groups), dataset=dataset, language=language),
        *filter_notes(
            [subject_of(group) for group in groups],
            dataset=dataset,
            filters=filters,
            language=language,
        ),
    )
