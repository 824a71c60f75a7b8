"""The visitor's file on the charts of the trade page, for this session and nowhere else.

The charts alone have its values, drawn after a figure was built: headline, table, sources,
downloads, links and slides come from the figure itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import streamlit as st

from components.cards.markup import quiet_lines
from components.charts.own_lines import OWN_SHAPES
from components.figures.figure import Figure
from components.figures.public_overlay import EMPTY, blank_row, with_marks
from components.own_file.overlay import MILLION, UNIT, millions, own_amount, own_name
from components.own_file.session import Held, held, remove_file, show_on_charts
from components.page.own_years import own_years
from components.page.shell import View
from components.page.tokens import OWN_FILE
from components.text.lists import side_by_side
from data.choice.parameters import Filters, FilterSpace
from data.evidence.series import missing_in, series_unit
from data.evidence.source_comparison import BALANCE
from data.language.languages import Language
from data.load.dataset import Dataset
from data.own_file.mirror import TURNOVER, measure_values
from data.own_file.model import KAZAKHSTAN, TURKIYE, OwnFile, OwnValue

MEASURE_OF: Mapping[str, str] = MappingProxyType(
    {"trade_turnover": TURNOVER, "trade_balance": BALANCE}
)
"""What a figure shows of a file, by its id."""

REPORTERS = (KAZAKHSTAN, TURKIYE)


def own_values(file: OwnFile, measure: str, reporter: str) -> Mapping[int, OwnValue]:
    """Return what a reporter states by year; a balance is computed where both flows are complete.

    Parameters
    ----------
    file : OwnFile
        The file.
    measure : str
        `TURNOVER` or `BALANCE`.
    reporter : str
        One of `REPORTERS`.
    """
    if measure != BALANCE:
        return measure_values(file, measure, reporter)
    sold = measure_values(file, "exports", reporter)
    bought = measure_values(file, "imports", reporter)
    return {
        year: replace(one, usd=one.usd - bought[year].usd)
        for year, one in sold.items()
        if year in bought and one.complete and bought[year].complete
    }


def _rows(
    figure: Figure, file: OwnFile, *, dataset: Dataset, years: range, words: Language
) -> Iterator[dict[str, Any]]:
    blank = blank_row(figure.rows[0])
    for reporter, shape, colour in zip(REPORTERS, OWN_SHAPES, OWN_FILE, strict=True):
        name = own_name(reporter, dataset=dataset, language=words)
        values = own_values(file, MEASURE_OF[figure.id], reporter)
        shown = sorted(year for year in values if year in years)
        start = 0
        for year in shown:
            value = values[year]
            # A line joins successive years only.
            start = start if year - 1 in shown else year
            yield {
                **blank,
                **EMPTY,
                "year": year,
                **({"series": name} if "series" in blank else {}),
                "opacity": 1.0,
                "tip_title": f"{name}, {year}",
                "tip": side_by_side([own_amount(value, words), file.name]),
                "record": value.usd / MILLION,
                "record_label": millions(value.usd, words) if value.complete else "",
                "record_name": f"{name}, {start}",
                "record_shape": shape,
                "record_colour": colour,
                "record_whole": value.complete,
            }


def _missing(figure: Figure, rows: Iterable[Mapping[str, Any]]) -> tuple[int, ...]:
    """Return the years between those of a chart and of a file that neither has."""
    return missing_in(
        int(row["year"]) for row in (*figure.rows, *rows) if float(row["year"]).is_integer()
    )


def with_own_file(
    figure: Figure, *, dataset: Dataset, filters: Filters, space: FilterSpace, words: Language
) -> tuple[Figure, tuple[str, ...]]:
    """Return a figure to draw with the values of the file, and the remark that names it.

    The figure is as it was if the visitor has not turned the file on, or if the file has no values
    for it.
    """
    shown = held()
    file = shown.used if shown.on_charts else None
    if file is None or figure.id not in MEASURE_OF or not figure.rows:
        return figure, ()
    if series_unit(dataset, "trade", "turnover", filters.trade) != UNIT:
        return figure, ()
    reached = own_years()
    first, last = reached.shown(filters.years, space) if reached else filters.years
    years = range(first, last + 1)
    rows = tuple(_rows(figure, file, dataset=dataset, years=years, words=words))
    if not rows:
        return figure, ()
    saying = words.gettext(
        "Crosses and triangles in the colours of your file: {file}. They are in this chart only, "
        "not in headline, table, link, download or slide. The page “Your file” has all its "
        "numbers, also those without room here."
    )
    gaps = ({**blank_row(figure.rows[0]), **EMPTY, "year": year} for year in _missing(figure, rows))
    return with_marks(figure, (*gaps, *rows)), (saying.format(file=file.name),)


def show_own_control(view: View) -> None:
    """Draw the name of the file in use, and the buttons that show, hide and remove it."""
    shown: Held = held()
    if shown.used is None:
        return
    _ = view.language.gettext
    with st.container(horizontal=True, key="own_on_charts"):
        st.html(quiet_lines([_("Your file: {name}").format(name=shown.used.name)]))
        label = _("Hide it in the charts") if shown.on_charts else _("Show it in the charts")
        st.button(label, key="own_shown", on_click=show_on_charts, args=(not shown.on_charts,))
        st.button(_("Remove the file"), key="own_removed", on_click=remove_file)
