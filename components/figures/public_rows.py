"""Public data beside single facts: rows below the categories of a chart, table, origins, note."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import pandas as pd

from components.charts.frame import row_height
from components.charts.record_rows import with_record_rows
from components.charts.rows import RecordMark
from components.figures.figure import SPEAKER, Builder, Figure, Form, Row
from components.figures.highlights import opacities, subject_of
from components.figures.public_overlay import EMPTY, SHAPES, blank_row, keyed
from components.figures.single_values import entry_table, longest
from components.figures.source_texts import Told, stated_note
from components.page.tokens import LIGHT
from components.text.amounts import number_text
from components.text.dates import date_text
from components.text.lists import apposed
from components.text.names import in_sentence, wrapped
from data.choice.parameters import Filters
from data.choice.source_parameters import LAID_OVER
from data.evidence.names import label_of
from data.evidence.public_catalogue import public_catalogue
from data.evidence.public_record import PublicValue, latest
from data.evidence.source_comparison import source_of
from data.evidence.units import convertible
from data.language.languages import Language
from data.load.dataset import Dataset

EMPTY_MARK = MappingProxyType({name: EMPTY[name] for name in RecordMark.__annotations__})
"""Fields of public data in a row of the chart itself."""


@dataclass(frozen=True, kw_only=True)
class Counterparts:
    """What the public record states of the subject of a figure.

    Attributes
    ----------
    of : tuple of pairs of str
        Indicators and entities, in the order of the rows.
    unit : str
        Unit of the chart.
    find : function
        Returns the public values among which they are.
    remark : str
        Untranslated note on them; empty for none.
    each : int
        Greatest number of years drawn of one pair, the latest ones; 0 for all. The table has all.
    """

    of: tuple[tuple[str, str], ...]
    unit: str
    find: Callable[[Dataset], tuple[PublicValue, ...]] = public_catalogue
    remark: str = ""
    each: int = 2

    def values(self, dataset: Dataset) -> tuple[tuple[PublicValue, ...], ...]:
        """Return the values of each pair by period, in the unit of the chart."""
        every = [value for value in self.find(dataset) if convertible(value.unit, self.unit)]
        return tuple(
            tuple(
                sorted(
                    (value for value in every if (value.indicator, value.entity) == pair),
                    key=lambda value: value.period,
                )
            )
            for pair in self.of
        )

    def drawn(self, dataset: Dataset) -> tuple[PublicValue, ...]:
        """Return the values that have a row in the chart."""
        return tuple(
            value
            for values in self.values(dataset)
            for value in (latest(values, self.each) if self.each else values)
        )


def public_table(figure: Figure, values: Sequence[PublicValue], told: Told) -> pd.DataFrame:
    """Return the table of a figure, and below it public values with reporter and quality."""
    own = figure.make_table()
    other = entry_table(values, told.language).assign(
        note=[stated_note(value, told) for value in values]
    )
    if SPEAKER in own:
        other[SPEAKER] = ""
    return pd.concat([own, other], ignore_index=True) if len(other) else own


def with_public_values(
    figure: Figure, values: Sequence[PublicValue], told: Told, *, notes: tuple[str, ...]
) -> Figure:
    """Return a figure with the origins and the table rows of public values, and with notes."""
    return replace(
        figure,
        make_table=lambda: public_table(figure, values, told),
        origins=tuple(dict.fromkeys((*figure.origins, *(value.origin for value in values)))),
        notes=(*notes, *figure.notes),
    )


def _category(value: PublicValue, told: Told) -> str:
    """Return route or subject, measure and period of a value, then who states it, if named."""
    dataset, language = told.dataset, told.language
    stem = "name" if value.entity.isupper() else "short"
    measure = label_of(dataset, "indicators", value.indicator, language, stem)
    name = label_of(dataset, "routes", value.entity, language).partition(" (")[0]
    saying = language.gettext("{name}: {measure}")
    what = (
        measure
        if value.entity.isupper()
        else saying.format(name=name, measure=in_sentence(measure, language))
    )
    dated = wrapped(apposed((what, date_text(value.period, language))))
    stated = told.reporter(value).partition(" (")[0]
    return f"{dated}\n{wrapped(f'({stated})')}" if stated else dated


def _rows(
    values: Sequence[PublicValue], figure: Figure, unit: str, told: Told
) -> list[dict[str, Any]]:
    first = figure.rows[0]
    place = 1 + max(int(row["position"]) for row in figure.rows)
    shades = opacities(
        [subject_of((value,)) for value in values], dataset=told.dataset, filters=told.filters
    )
    rows = []
    for number, (value, opacity) in enumerate(zip(values, shades, strict=True)):
        shown = value.in_unit(unit)
        category = _category(value, told)
        rows.append(
            {
                **blank_row(first),
                "category": category,
                "position": place + number,
                "opacity": opacity,
                "tip_title": category.replace("\n", " "),
                "tip": told.tip(value),
                "record": max(shown.ends),
                "record_label": number_text(shown, told.language),
                "record_shape": SHAPES[source_of(value)],
                "record_colour": LIGHT.ink,
            }
        )
    return rows


def _higher(form: Form, own: Iterable[Row], added: Iterable[Row]) -> Form:
    """Return the form with room for more rows, each as high as the highest of all."""
    before, after = (list(dict.fromkeys(row["category"] for row in rows)) for rows in (own, added))
    one = row_height(longest(before))
    each = max(one, row_height(longest(after)))
    return with_record_rows(form, each * (len(before) + len(after)) - one * len(before))


def beside(builder: Builder, counterparts: Counterparts) -> Builder:
    """Return a builder whose figure can have rows of public data below its categories.

    Parameters
    ----------
    builder : Builder
        Builds a figure of single facts with a row per category.
    counterparts : Counterparts
        What the public record states of the same subject.
    """

    def build(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
        figure = builder(dataset=dataset, filters=filters, language=language)
        values = tuple(value for own in counterparts.values(dataset) for value in own)
        shown = filters.record == LAID_OVER and values and figure.rows
        if not shown or figure.form is None:
            return figure
        told, _ = Told(dataset, filters, language), language.gettext
        drawn = counterparts.drawn(dataset)
        added = _rows(drawn, figure, counterparts.unit, told)
        notes = [
            _(
                "The lower rows with hollow marks and italic numbers are public data, not from the "
                "dissertation: triangles for Kazakhstan, crosses for Türkiye, inverted triangles "
                "for others. The headline does not use public data."
            )
        ]
        if counterparts.remark:
            notes.append(_(counterparts.remark))
        if len(drawn) < len(values):
            notes.append(_("The chart has the latest public values; the table has all of them."))
        return replace(
            with_public_values(figure, values, told, notes=tuple(notes)),
            subtitle=keyed(figure.subtitle, map(source_of, drawn), told),
            form=_higher(figure.form, figure.rows, added),
            # Every row has the same fields, since the first one names the columns that are sent.
            rows=[*({**row, **EMPTY_MARK} for row in figure.rows), *added],
        )

    return build
