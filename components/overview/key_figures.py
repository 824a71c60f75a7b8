"""Key figures: the last chosen year in a few numbers, each with its change on the year before."""

from dataclasses import dataclass
from functools import partial

from components.figures.disagreement import Stated, also, rival_notes
from components.figures.yearly_notes import conversion_text
from components.text.amounts import number_text, percent
from components.text.lists import side_by_side
from components.text.places import place_text
from data.choice.parameters import Filters
from data.evidence.names import label_of
from data.evidence.series import chosen_years, growth_rate, printed_series, trade_balance
from data.evidence.values import Series, Value
from data.language.languages import Language
from data.load.dataset import Dataset


@dataclass(frozen=True, kw_only=True)
class KeyFigure:
    """One number with what a reader asks of it.

    Attributes
    ----------
    label : str
        What it measures, in short.
    value : str
        The number.
    unit : str
        Its unit, in full.
    change : str
        The year, with the change on the year before where that is printed.
    since : str
        The change since the first year of the series; empty where that is the year shown.
    source : str
        Where it stands in the source.
    also : str
        Other values that the source gives for it, in short; empty where there are none.
    also_source : str
        The same values with their sections, tables and paragraphs.
    """

    label: str
    value: str
    unit: str
    change: str
    since: str
    source: str
    also: str = ""
    also_source: str = ""


def _crosses_zero(series: Series) -> bool:
    return any(seen.ends[0] <= 0 for seen in series)


def _change(series: Series, last: Value, language: Language, before: Value | None) -> str:
    """Return how `last` differs: in per cent, or in its unit if `_crosses_zero`.

    Empty where one of the two is a range, a bound, a plan or a target.
    """
    if before is None or before.measured is None or last.measured is None:
        return ""
    if not _crosses_zero(series):
        rate = growth_rate(before, last)
        return "" if rate is None else percent(rate, language, decimals=1, signed=True)
    return language.number(last.measured - before.measured, signed=True)


def _key_figure(
    series: Series, *, dataset: Dataset, filters: Filters, language: Language
) -> KeyFigure | None:
    _ = language.gettext
    chosen = chosen_years(series, filters.years)
    if not chosen:
        return None
    last, first = chosen[-1], series[0]
    before = next((seen for seen in series if seen.year == last.year - 1), None)
    changed = partial(_change, series, last, language)
    change, since = changed(before), changed(first) if first.year < last.year else ""
    # A signed amount beside a year would read as the value of that year.
    saying = _("change in {year}: {change}") if _crosses_zero(series) else _("{year}: {change}")
    source = (
        place_text(last, dataset=dataset, language=language),
        conversion_text(last, dataset=dataset, language=language),
    )
    return KeyFigure(
        label=label_of(dataset, "indicators", last.indicator, language, "short"),
        value=number_text(last, language),
        unit=label_of(dataset, "units", last.unit, language),
        change=saying.format(year=last.year, change=change) if change else str(last.year),
        since=_("{change} since {year}").format(change=since, year=first.year) if since else "",
        source=side_by_side(source),
        also=also(last, dataset=dataset, language=language),
        also_source=" ".join(
            rival_notes(Stated(values=(last,), series=(last,)), dataset=dataset, language=language)
        ),
    )


def key_figures(*, dataset: Dataset, filters: Filters, language: Language) -> tuple[KeyFigure, ...]:
    """Return the key figures of the last chosen year; a series without values is left out."""
    series = []
    if "trade" in dataset.tables:
        series += [
            printed_series(dataset, "trade", indicator, filters.trade)
            for indicator in ("turnover", "exports", "imports")
        ]
        series.append(trade_balance(dataset, filters.trade))
    if "investment" in dataset.tables:
        series += [
            printed_series(dataset, "investment", indicator, filters.investment)
            for indicator in ("investment_tr_to_kz", "investment_kz_to_tr")
        ]
    found = (
        _key_figure(rows, dataset=dataset, filters=filters, language=language) for rows in series
    )
    return tuple(figure for figure in found if figure is not None)
