"""Pages with years and origins beyond the printed ones."""

import re

import pytest

from components.controls.chosen import state_key
from components.controls.page_head import PAGES
from components.process.dataset import CurrentDataset
from data.choice.parameters import FilterSpace
from data.language.languages import LANGUAGE_CODES
from tests.extended import OUTSIDE, extended_dataset
from tests.pages.opened import choice, controls, html, opened


@pytest.fixture
def added_years(monkeypatch: pytest.MonkeyPatch) -> FilterSpace:
    """Make the pages use the extended copy; return its valid filter values."""
    dataset = extended_dataset()
    current = CurrentDataset(load=lambda: dataset, look=lambda: "")
    monkeypatch.setattr("components.process.figures._CURRENT", current)
    return current.snapshot().space


@pytest.mark.parametrize("query", [{}, {"trade": OUTSIDE, "investment": OUTSIDE}], ids=str)
@pytest.mark.parametrize("path", [entry.path for entry in PAGES])
def test_a_page_shows_added_years(
    path: str, query: dict[str, str], added_years: FilterSpace
) -> None:
    for years in ({}, {"years": str(added_years.years[1])}):
        app = opened(path, {"lang": "en", **query, **years})
        assert [error.value for error in app.error] == []
        assert [warning.value for warning in app.warning] == []
        assert "cannot be shown" not in html(app)
        assert not re.search(r"\bnan\b", html(app).lower())


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_every_panel_below_a_figure_of_a_value_from_outside_opens(
    code: str, added_years: FilterSpace
) -> None:
    assert OUTSIDE in added_years.series["trade"]
    app = opened("pages/trade.py", {"lang": code, "trade": OUTSIDE})
    for panel in ("table", "sources", "download"):
        for figure in ("trade_turnover", "trade_tables"):
            app.session_state[state_key(f"panel_{figure}")] = panel
            app.run()
            assert not app.exception
        if panel == "sources":
            assert "https://example.org/trade" in html(app)


def test_the_map_covers_the_years_of_the_tables(added_years: FilterSpace) -> None:
    app = opened("pages/energy_routes.py", {"lang": "en"})
    year = controls(app)["asof"]
    assert (year["lowest"], year["highest"]) == added_years.map_years
    assert year["value"] == added_years.years[1]
    assert html(app).count("<h2") > 2, "the page continues below the map"
    late = str(added_years.map_years[1])
    assert choice(opened("pages/energy_routes.py", {"asof": late})).as_of == int(late)
