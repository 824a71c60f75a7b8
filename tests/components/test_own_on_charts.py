"""The visitor's file on the charts of the trade page: rows, filter, control, and nowhere else."""

from dataclasses import replace

import pytest

from components.charts.record_points import with_record
from components.figures.public_overlay import EMPTY
from components.figures.registry import build_figure
from components.own_file import on_charts
from components.own_file.on_charts import MEASURE_OF, own_values, with_own_file
from components.own_file.session import Held
from components.page.own_years import OwnYears
from components.process.figures import stored_figure
from data.choice.parameters import Filters, FilterSpace
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset
from data.own_file.model import KAZAKHSTAN, TURKIYE
from data.own_file.reading import read_own_file
from tests.components.test_own_file import HELD, page_with
from tests.data.own_files import KAZ, TUR, comtrade, comtrade_row
from tests.pages.opened import html

ROWS = [
    comtrade_row(KAZ, "X", TUR, 2023, "3911250000"),
    comtrade_row(KAZ, "M", TUR, 2023, "1940000000"),
    comtrade_row(TUR, "M", KAZ, 2023, "3650000000"),
    comtrade_row(KAZ, "X", TUR, 2026, "4000000000"),
    comtrade_row(KAZ, "M", TUR, 2026, "5000000000"),
]
FILE = read_own_file(comtrade(ROWS).encode(), "Trade <b>.csv")


def use(monkeypatch: pytest.MonkeyPatch, *, shown: bool) -> None:
    monkeypatch.setattr(on_charts, "held", lambda: Held(used=FILE, on_charts=shown))
    years = OwnYears(reach=(2023, 2026), chosen=(2023, 2026))
    monkeypatch.setattr(on_charts, "own_years", lambda: years if shown else None)


@pytest.mark.parametrize("name", MEASURE_OF)
@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_file_adds_marks_and_newer_years_to_the_chart_alone(
    name: str, code: str, dataset: Dataset, space: FilterSpace, monkeypatch: pytest.MonkeyPatch
) -> None:
    filters, words = space.start(code), language(code)
    figure = build_figure(name, dataset=dataset, filters=filters)
    use(monkeypatch, shown=False)
    same, remarks = with_own_file(
        figure, dataset=dataset, filters=filters, space=space, words=words
    )
    assert (same, remarks) == (figure, ())
    use(monkeypatch, shown=True)
    drawn, remarks = with_own_file(
        figure, dataset=dataset, filters=filters, space=space, words=words
    )
    rows = drawn.rows[len(figure.rows) :]
    added = [row for row in rows if row["record"] is not None]
    assert {row["year"] for row in added} == {2023, 2026}
    assert {row["year"] for row in rows} == {2023, 2024, 2025, 2026}
    assert len({row["record_name"] for row in added}) > 1, "a line joins successive years only"
    assert all(FILE.name in row["tip"] for row in added)
    assert drawn.form is with_record(figure.chart_form)
    assert {frozenset(row) for row in drawn.rows} == {frozenset({**figure.rows[0], **EMPTY})}
    assert (drawn.headline, drawn.finding, drawn.notes) == (
        figure.headline,
        figure.finding,
        figure.notes,
    )
    assert drawn.origins == figure.origins
    assert drawn.table.equals(figure.table)
    assert any(FILE.name in remark for remark in remarks)
    stored = stored_figure(name, filters).figure
    assert not any("record" in row for row in stored.rows)


def test_the_balance_of_a_file_is_exports_minus_imports_of_one_reporter() -> None:
    found = own_values(FILE, "balance", KAZAKHSTAN)
    assert {year: value.usd for year, value in found.items()} == {2023: 1_971_250_000, 2026: -1e9}
    assert own_values(FILE, "balance", TURKIYE) == {}


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        (((2018, 2022), (2018, 2026)), set()),
        (((2023, 2023), (2023, 2026)), {2023, 2026}),
        (((2018, 2023), (2018, 2026)), {2023, 2026}),
        (((2018, 2023), (2018, 2024)), {2023}),
    ],
)
def test_the_years_filter_reaches_newer_years_at_its_end(
    spans: tuple[tuple[int, int], tuple[int, int]],
    expected: set[int],
    dataset: Dataset,
    space: FilterSpace,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    use(monkeypatch, shown=True)
    years, chosen = spans
    monkeypatch.setattr(on_charts, "own_years", lambda: OwnYears(reach=(2023, 2026), chosen=chosen))
    filters: Filters = replace(space.start("en"), years=years)
    figure = build_figure("trade_turnover", dataset=dataset, filters=filters)
    drawn, _remarks = with_own_file(
        figure, dataset=dataset, filters=filters, space=space, words=language("en")
    )
    added = drawn.rows[len(figure.rows) :]
    assert {row["year"] for row in added if row["record"]} == expected


def test_the_trade_page_names_the_file_shows_it_on_request_and_removes_it() -> None:
    page = page_with(Held(used=FILE), "pages/trade.py")
    assert "Trade &lt;b&gt;.csv" in html(page)
    remark = "Crosses and triangles in the colours of your file"
    assert remark not in html(page)
    page.button(key="own_shown").click().run()
    assert remark in html(page)
    assert page.session_state[HELD].on_charts
    page.button(key="own_removed").click().run()
    assert HELD not in page.session_state
    assert remark not in html(page)
    assert not page.exception
