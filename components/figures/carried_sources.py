"""Figure of what the dissertation and public data state of amounts carried on a route."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from components.charts.source_points import source_points
from components.figures.figure import Builder, Figure
from components.figures.source_comparison import (
    RECORD_COLOURS,
    compared_headline,
    source_rows,
    with_hollow_points,
    year_in_words,
    years_shown,
)
from components.figures.source_texts import Told, statement_table
from components.figures.yearly import empty_headline
from components.page.tokens import NEUTRAL, TABLES
from components.text.amounts import amount_text
from components.text.lists import clauses
from components.text.names import name_in_sentence
from components.text.places import place_text
from data.choice.parameters import Filters
from data.choice.subjects import Subject
from data.evidence.names import label_of
from data.evidence.origins import is_outside
from data.evidence.source_comparison import (
    CARRIERS,
    OF_OTHERS,
    RECORDS,
    TEXT,
    by_year,
    carried_statements,
    most_different,
    undated_amounts,
)
from data.language.languages import Language
from data.language.punctuation import sentences
from data.load.dataset import Dataset

TABLES_COMPARED = 2
"""Number of tables before the running text in figures of trade and investment."""

COLOURS = {**RECORD_COLOURS, TEXT: TABLES[0], OF_OTHERS: TABLES[1]}


def carried_sources(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return what each source states of the amounts carried on the chosen route."""
    _ = language.gettext
    room, route = Told(dataset, filters, language), filters.carrier
    every = by_year(carried_statements(dataset, route))
    years = years_shown(room, every)
    shown = tuple(one for seen in years for one in seen.statements)
    told_of = shown or tuple(one for seen in every for one in seen.statements)
    unit = told_of[0].value.unit if told_of else "Mt"
    told = most_different(years) or (years[-1] if years else None)
    name = _("Amount carried, {route}").format(
        route=name_in_sentence(label_of(dataset, "routes", route, language), language)
    )
    undated = clauses(
        f"{amount_text(value, dataset=dataset, language=language)} "
        f"({place_text(value, dataset=dataset, language=language)})"
        for value in undated_amounts(dataset, route)
    )
    finding = [year_in_words(told, room)] if told else []
    if undated:
        finding.append(
            _("Given in the dissertation without a year: {values}.").format(values=undated)
        )
    most = max(len(carried_statements(dataset, code)) for code in CARRIERS)
    subtitle = _("{name} in the dissertation and in public data, {unit}").format(
        name=name, unit=label_of(dataset, "units", unit, language)
    )
    return Figure(
        id="carried_sources",
        headline=compared_headline(most_different(years), name, unit, room)
        if years
        else empty_headline(filters, language),
        finding=" ".join(finding),
        subtitle=with_hollow_points(subtitle, years, room),
        title=_("What each source says: amounts carried"),
        form=source_points(
            language=language,
            series=tuple(
                (room.name(source), COLOURS.get(source, NEUTRAL)) for source in (TEXT, *RECORDS)
            ),
            lines=max(most, 1),
            first_shape=TABLES_COMPARED,
        ),
        rows=source_rows(years, room),
        make_table=partial(statement_table, shown, room),
        origins=tuple(
            sorted(
                dict.fromkeys(one.value.origin for one in told_of),
                key=lambda origin: is_outside(dataset, origin),
            )
        ),
        notes=(
            _(
                "Sources count different things: the whole route, its rail or sea section, or also "
                "cargo of other routes. Hollow points are forecasts, bounds and part-year values; "
                "they are left out of the difference, which is computed."
            ),
        ),
        hint=_("Click a point to highlight its source; click elsewhere to show all."),
        alternative_text=sentences(
            (
                subtitle,
                _(
                    "Points for each year, one for each value of a source, and a bar from the "
                    "lowest to the highest."
                ),
            )
        ),
    )


FIGURES: Mapping[str, Builder] = MappingProxyType({"carried_sources": carried_sources})

SUBJECTS: Mapping[str, Subject] = MappingProxyType({"carried_sources": Subject.CARRIED_SOURCES})
"""What the figure shows."""
