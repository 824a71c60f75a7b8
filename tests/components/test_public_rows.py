"""Public data in every figure: what they change, what they never change, and where they stand."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from components.decks.native_readers import native_chart
from components.decks.views import StateView
from components.figures.claims import FIGURES as CLAIMS
from components.figures.figure import Figure
from components.figures.registry import FIGURES, build_figure
from components.overview.key_figures import key_figures
from data.choice.parameters import Filters, filter_space
from data.choice.source_parameters import LAID_OVER
from data.evidence.origins import is_outside
from data.evidence.public_catalogue import known_values, oil_shares
from data.evidence.public_record import PublicValue
from data.evidence.record_statements import record_statements
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import load_dataset

DATASET = load_dataset()
SPACE = filter_space(DATASET)
START = SPACE.start("en")

ABOUT_PUBLIC_DATA = {
    *("trade_sources", "investment_sources", "carried_sources", "turnover_target"),
    *CLAIMS,
}
"""Figures whose subject includes public data, which they show whatever is chosen."""

BY_CATEGORY = {
    *("corridor_volumes", "design_and_actual", "export_line_capacity", "oil_by_mode"),
    *("oil_export_shares", "investment_totals", "projects_by_stage", "companies_by_source"),
    *("ots_trade", "ots_gdp"),
}
BY_YEAR = {
    *("trade_turnover", "trade_balance", "trade_growth", "investment_flows", "turkish_companies")
}
GRIDS = {"project_stakes", "corridor_comparison"}


@cache
def built(name: str, record: str = "", filters: Filters = START) -> Figure:
    return build_figure(name, dataset=DATASET, filters=replace(filters, record=record))


def public_ids(figure: Figure) -> set[str]:
    return {name for name in figure.value_ids if name.startswith(("public:", "record:"))}


def choices() -> Iterator[Filters]:
    yield from (replace(START, language=code) for code in LANGUAGE_CODES)
    yield from (replace(START, trade=code) for code in SPACE.series["trade"])
    yield from (replace(START, investment=code) for code in SPACE.series["investment"])
    yield from (replace(START, years=years) for years in ((2019, 2021), (2023, 2023)))
    yield replace(START, sectors=("oil",))
    yield replace(START, route="btc")


@pytest.mark.parametrize("name", FIGURES)
def test_public_data_change_no_headline_and_no_finding(name: str) -> None:
    for filters in choices():
        off, on = (built(name, shown, filters) for shown in (False, LAID_OVER))
        assert (on.headline, on.short, on.finding) == (off.headline, off.short, off.finding)
        for row, before in zip(on.rows, off.rows, strict=False):
            assert {name: row[name] for name in before} == before
        assert on.spoken == off.spoken


def test_public_data_change_no_key_figure() -> None:
    for filters in choices():
        words = language(filters.language)
        off, on = (
            key_figures(dataset=DATASET, filters=replace(filters, record=record), language=words)
            for record in ("", LAID_OVER)
        )
        assert off == on


@pytest.mark.parametrize("name", FIGURES)
def test_public_data_stand_only_where_chosen_or_where_they_are_the_subject(name: str) -> None:
    off, on = built(name), built(name, LAID_OVER)
    if name in ABOUT_PUBLIC_DATA:
        assert "public data" in off.subtitle.casefold()
        assert public_ids(off) == public_ids(on)
        return
    assert not public_ids(off)
    assert not any(is_outside(DATASET, origin) for origin in off.origins)
    assert bool(public_ids(on)) == (name in BY_CATEGORY | BY_YEAR | GRIDS)


@pytest.mark.parametrize("name", sorted(BY_CATEGORY | BY_YEAR | GRIDS))
def test_every_public_value_of_a_table_is_known_with_its_origin(name: str) -> None:
    known = known_values(DATASET)
    figure = built(name, LAID_OVER)
    for row in figure.table.to_dict("records"):
        inputs = [part for part in row["computed_from"].split(";") if part]
        assert set(inputs) <= known.keys()
        if row["id"].startswith(("public:", "record:")) and not inputs:
            value = known[row["id"]]
            assert value.origin == row["origin"]
            assert isinstance(value, PublicValue)
    outside = [origin for origin in figure.origins if is_outside(DATASET, origin)]
    assert outside
    for origin in outside:
        assert DATASET.texts("origins", "address")[origin].startswith("http")


@pytest.mark.parametrize("name", sorted(BY_CATEGORY))
def test_rows_of_public_data_have_their_own_look_below_the_others(name: str) -> None:
    off, on = built(name), built(name, LAID_OVER)
    added = on.rows[len(off.rows) :]
    assert added
    assert len({frozenset(row) for row in on.rows}) == 1
    last = max(row["position"] for row in off.rows)
    for row in added:
        assert row["record"] is not None
        assert row["record_label"]
        assert row["record_shape"] in {"triangle-up", "cross", "triangle-down"}
        assert row.get("value") is None
        assert row["position"] > last
    assert len({row["category"] for row in on.rows}) == len({row["position"] for row in on.rows})
    assert on.chart_form.spec["height"] > off.chart_form.spec["height"]
    assert any("public data" in note for note in on.notes)
    assert on.chart_form is built(name, LAID_OVER, replace(START, years=(2019, 2021))).form


def test_a_row_of_public_stakes_stands_below_that_of_its_holder() -> None:
    rows = built("project_stakes", LAID_OVER).rows
    public = [row for row in rows if row["position"] % 1]
    assert all(not row["marked"] and row["strength"] == 0 for row in public)
    assert all(row["category"].endswith("(public data)") for row in public)
    places = {row["category"]: row["position"] for row in rows}
    assert places["SOCAR\n(public data)"] == places["SOCAR"] + 0.5
    assert "TPAO (Turkish Petroleum)\n(public data)" in places
    stakes = {(row["category"], row["column"]): row["text"] for row in rows}
    assert stakes["SOCAR", "BTC"] == "25%"
    assert stakes["SOCAR\n(public data)", "BTC"] == "32.96%\n2025"
    assert len(set(places.values())) == len(places)


def test_growth_in_public_data_is_computed_from_one_reporter() -> None:
    found = {one.year: one.value for one in record_statements(DATASET, "turnover_growth")}
    assert found[2021].value == pytest.approx((4100 / 3100 - 1) * 100)
    assert found[2011].value == pytest.approx((3303 / 1851 - 1) * 100)
    known = known_values(DATASET)
    for value in found.values():
        before, after = (known[name] for name in value.inputs)
        assert isinstance(before, PublicValue)
        assert isinstance(after, PublicValue)
        assert before.reporter == after.reporter
        assert after.year == before.year + 1
    notes = built("trade_growth", LAID_OVER).notes
    assert any("computed" in note and "public data" in note for note in notes)


def test_shares_of_oil_exports_are_computed_from_values_of_the_same_year() -> None:
    known = known_values(DATASET)
    for share in oil_shares(DATASET):
        part, whole = (known[name] for name in share.inputs)
        assert part.period == whole.period == share.period
        assert share.value == pytest.approx((part.value or 0) / (whole.value or 1) * 100)
        assert (whole.indicator, share.method) == ("oil_exports_total", "computed")
    assert len({share.id for share in oil_shares(DATASET)}) == len(oil_shares(DATASET))


@pytest.mark.parametrize("name", sorted(BY_CATEGORY | BY_YEAR))
def test_presentations_draw_charts_with_public_data_as_pictures(name: str) -> None:
    figure = built(name, LAID_OVER)
    state = StateView(
        title="", figure=figure, rows=figure.rows, specification=figure.chart_form.spec
    )
    assert native_chart(state) is None
