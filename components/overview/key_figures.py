"""Key figures: the last chosen year in a few numbers, with the change since the first one."""

from dataclasses import dataclass

from components.figures.disagreement import Stated, rival_notes
from components.figures.trade_answers import other_totals
from components.figures.yearly_notes import conversion_text
from components.text.amounts import number_text, percent
from components.text.lists import clauses, labelled, side_by_side
from components.text.places import place_text, short_place
from data.choice.parameters import Filters
from data.evidence.names import label_of
from data.evidence.series import chosen_years, growth_rate, printed_series
from data.evidence.values import Series, Value
from data.language.languages import Language
from data.load.dataset import Dataset


@dataclass(frozen=True, kw_only=True)
class KeyFigure:
    """One number with what a reader asks of it.

    Attributes
    ----------
    label : str
        What it measures, and its year.
    value : str
        The number.
    unit : str
        Its unit, in full.
    growth : str
        The change since the first chosen year; empty if there is none.
    change : str
        The same with the table.
    source : str
        Where it stands in the source.
    also : str
        Other values that the source prints for it, each with its place; empty without any.
    also_source : str
        The same values with their sections, tables and paragraphs.
    """

    label: str
    value: str
    unit: str
    growth: str
    change: str
    source: str
    also: str = ""
    also_source: str = ""


def _change(first: Value, last: Value, language: Language) -> str:
    """Return the change between two years in per cent.

    Empty for one year, and where one of the two is a range, a bound, a plan or a target.
    """
    if first.year == last.year or first.measured is None or last.measured is None:
        return ""
    rate = growth_rate(first, last)
    if rate is None:
        return ""
    change = percent(rate, language, decimals=1, signed=True)
    return language.gettext("{change} since {year}").format(change=change, year=first.year)


def _also(seen: Value, *, dataset: Dataset, language: Language) -> str:
    """Return the other printed values of a quantity and year, each after its place."""
    return clauses(
        labelled(
            short_place(rival.value, dataset=dataset, language=language),
            number_text(rival.value, language),
            language,
        )
        for rival in other_totals(seen, dataset)
    )


def _key_figure(
    series: Series, *, dataset: Dataset, filters: Filters, language: Language
) -> KeyFigure | None:
    chosen = chosen_years(series, filters.years)
    if not chosen:
        return None
    first, last = chosen[0], chosen[-1]
    name = label_of(dataset, "indicators", last.indicator, language, "short")
    source = (
        place_text(last, dataset=dataset, language=language),
        conversion_text(last, dataset=dataset, language=language),
    )
    stated = Stated(values=(last,), series=(last,))
    growth = _change(first, last, language)
    return KeyFigure(
        label=language.gettext("{name}, {year}").format(name=name, year=last.year),
        value=number_text(last, language),
        unit=label_of(dataset, "units", last.unit, language),
        growth=growth,
        change=side_by_side((growth, label_of(dataset, "origins", last.origin, language))),
        source=side_by_side(source),
        also=_also(last, dataset=dataset, language=language),
        also_source=" ".join(rival_notes(stated, dataset=dataset, language=language)),
    )


def key_figures(*, dataset: Dataset, filters: Filters, language: Language) -> tuple[KeyFigure, ...]:
    """Return the key figures of the last chosen year; a series without values is left out."""
    series = []
    if "trade" in dataset.tables:
        series += [
            printed_series(dataset, "trade", indicator, filters.trade)
            for indicator in ("turnover", "exports", "imports")
        ]
    if "investment" in dataset.tables:
        series.append(
            printed_series(dataset, "investment", "investment_tr_to_kz", filters.investment)
        )
    found = (
        _key_figure(rows, dataset=dataset, filters=filters, language=language) for rows in series
    )
    return tuple(figure for figure in found if figure is not None)
