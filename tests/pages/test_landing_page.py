"""The landing page with missing tables, exceptions and any parameters."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from components.page.shell import View
from components.server.warm import warm_up
from data.choice.parameters import PARAMETERS, Filters, filter_space
from data.choice.reading import to_query
from data.evidence.series import printed_series
from data.language.languages import language
from data.load.dataset import load_dataset
from data.problems import Problem, Rule
from tests.choices import choices
from tests.pages.opened import SPACE, choice, html, opened


def landing_page() -> None:
    import streamlit as st  # noqa: PLC0415

    from components.overview.landing import show_landing  # noqa: PLC0415

    show_landing(st.session_state["view"])


def landing_page_without(monkeypatch: pytest.MonkeyPatch, *missing: str) -> AppTest:
    whole = load_dataset()
    tables = {name: table for name, table in whole.tables.items() if name not in missing}
    dataset = replace(whole, tables=tables)
    space = filter_space(dataset)
    monkeypatch.setattr("components.process.figures.stored", lambda: (dataset, space))
    app = AppTest.from_function(landing_page)
    app.session_state["view"] = View(dataset, space.start("en"), language("en"))
    app.run()
    assert not app.exception
    return app


def test_the_landing_page_is_drawn_without_a_refused_table(monkeypatch: pytest.MonkeyPatch) -> None:
    app = landing_page_without(monkeypatch, "investment")
    assert html(app).count("data file has faults") == 2
    assert html(app).count('class="atlas-small"') == 4
    first = printed_series(load_dataset(), "trade", "turnover", "table7")[0].year
    assert f"since {first}" in html(app)
    assert len(app.get("vega_lite_chart")) == 3


@pytest.mark.parametrize("table", sorted(load_dataset().tables))
def test_the_landing_page_is_drawn_without_any_single_table(
    table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = landing_page_without(monkeypatch, table)
    assert html(app).count('class="atlas-small"') >= 3
    assert len(app.get("vega_lite_chart")) >= 2


@pytest.mark.parametrize(
    ("broken", "cards", "charts"),
    [
        ("components.overview.landing.small_map", 4, 4),
        ("components.overview.landing.context_panel", 5, 4),
        ("components.overview.landing.stored_key_figures", 5, 4),
        ("components.figures.investment.year_lines", 4, 3),
        ("components.overview.landing._small_spec", 1, 0),
    ],
)
def test_an_exception_in_one_part_leaves_the_others_drawn(
    broken: str, cards: int, charts: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_named: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(broken, fail)
    app = landing_page_without(monkeypatch, "nothing")
    assert "cannot be shown" in html(app)
    assert html(app).count('class="atlas-small"') == cards
    assert len(app.get("vega_lite_chart")) == charts


def test_with_faulty_data_files_no_message_suggests_clearing_the_filters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_args: object, **_named: object) -> None:
        raise ZeroDivisionError

    fault = Problem(table="trade", file="trade.csv", rule=Rule.FILE_PRESENT)
    dataset = replace(load_dataset(), problems=(fault,))
    monkeypatch.setattr(
        "components.cards.figure_card.stored", lambda: (dataset, filter_space(dataset))
    )
    monkeypatch.setattr("components.overview.landing.small_map", fail)
    app = landing_page_without(monkeypatch, "nothing")
    assert "because data files have faults" in html(app)
    assert "Clear the filters" not in html(app)


def test_the_server_prepares_the_landing_page_with_and_without_its_tables(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    warm_up()
    whole = load_dataset()
    tables = {name: table for name, table in whole.tables.items() if name != "routes"}
    dataset = replace(whole, tables=tables)
    monkeypatch.setattr("components.server.warm.stored", lambda: (dataset, filter_space(dataset)))
    warm_up()


def test_with_a_missing_table_the_landing_page_does_not_report_missing_evidence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = landing_page_without(monkeypatch, "trade", "investment", "routes", "events")
    assert "No key figures are given" not in html(app)
    assert "No dated events" not in html(app)
    assert html(app).count("data file has faults") == 6
    assert len(app.get("vega_lite_chart")) == 2


NAMES = st.sampled_from([*PARAMETERS, "route", "utm_source", "\N{BOMB}"])

TEXTS = st.text(max_size=60) | st.sampled_from(["", "2019-2021", "oil", "RU", "btc", "12-10"])


@given(choices(SPACE))
@settings(max_examples=12, deadline=None)
def test_the_landing_page_opens_with_any_filters(filters: Filters) -> None:
    app = opened("dashboard.py", to_query(filters, SPACE))
    assert choice(app) == filters
    assert [error.value for error in app.error] == []
    assert [warning.value for warning in app.warning] == []
    page = html(app)
    named = re.findall(r'role="group" aria-labelledby="([\w-]+)"', page)
    assert len(set(named)) == 5
    assert [name for name in named if f'id="{name}"' not in page] == []
    assert html(app).count('class="atlas-small"') == 5
    assert 'class="atlas-alert"' not in html(app)


@given(st.dictionaries(NAMES, TEXTS, max_size=6))
@settings(max_examples=15, deadline=None)
def test_the_landing_page_opens_with_any_invalid_parameters(query: dict[str, str]) -> None:
    app = opened("dashboard.py", query)
    assert [error.value for error in app.error] == []
    assert html(app).count('class="atlas-small"') == 5
    assert 'class="atlas-alert"' not in html(app)
