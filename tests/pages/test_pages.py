"""Pages in all languages, opened by link in a new session, with valid and invalid parameters."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import parse_qsl

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from components.controls.button_row import state_key
from components.controls.page_head import PAGES
from components.page.shell import View
from components.process.dataset import CurrentDataset
from components.server.warm import warm_up
from data.choice.parameters import PARAMETERS, Filters, FilterSpace, filter_space
from data.choice.reading import to_query
from data.evidence.crossings import course_differences
from data.evidence.series import printed_series
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import load_dataset
from data.problems import Problem, Rule
from tests.choices import choices
from tests.extended import OUTSIDE, extended_dataset

REPOSITORY = Path(__file__).parents[2]

SPACE = filter_space(load_dataset())

HOSTILE = [
    {"lang": "<script>alert(1)</script>"},
    {"years": "1066-1945"},
    {"sectors": "../../etc/passwd"},
    {"trade": "'; DROP TABLE trade; --"},
    {"selected": "<img src=x onerror=alert(1)>", "asof": "20 23", "view": "../moon"},
    {"lang": "kk", "years": "٢٠١٨-٢٠٢٣", "sectors": "," * 500, "\N{BOMB}": "\N{BOMB}" * 999},
]


def opened(path: str, query: dict[str, str] | None = None) -> AppTest:
    """Open a page in a new session."""
    app = AppTest.from_file(str(REPOSITORY / "dashboard.py"), default_timeout=60)
    if path != "dashboard.py":
        app.switch_page(path)
    for name, text in (query or {}).items():
        app.query_params[name] = text
    app.run()
    assert not app.exception, [error.message for error in app.exception]
    return app


def choice(app: AppTest) -> Filters:
    """Return the filters of a page."""
    held: Filters = app.session_state["atlas_choice"].filters
    return held


def followed(app: AppTest, **query: str) -> AppTest:
    """Go to an address within the session, as the back and forward buttons do."""
    app.query_params.clear()
    for name, text in query.items():
        app.query_params[name] = text
    with patch("components.page.visit._came_by_history", return_value=True):
        app.run()
    assert not app.exception, [error.message for error in app.exception]
    return app


def components(app: AppTest) -> list[dict[str, Any]]:
    """Return the data of the components of a page."""
    return [json.loads(element.proto.json or "{}") or {} for element in app.get("bidi_component")]


def controls(app: AppTest) -> dict[str, dict[str, Any]]:
    """Return the data of the controls within the content of a page, by parameter."""
    found = (control for data in components(app) for control in data.get("controls", ()))
    return {control["parameter"]: control for control in found}


def written_address(app: AppTest) -> str:
    """Return the link parameters that the page head writes into the address."""
    return next(str(data["share"]["query"]) for data in components(app) if "share" in data)


def html(app: AppTest) -> str:
    """Return the HTML of a page, including that of the landing page's component."""
    pieces = (text for data in components(app) for text in data.get("pieces", {}).values())
    return " ".join([*(str(element.proto.body) for element in app.get("html")), *pieces])


def counted_values(app: AppTest) -> int:
    """Return how many values the catalogue counts above its table."""
    found = re.search(r'<p class="atlas-quiet">(\d+)\D*</p>', html(app))
    assert found is not None
    return int(found[1])


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("path", [entry.path for entry in PAGES])
def test_a_page_opens_in_every_language(path: str, code: str) -> None:
    app = opened(path, {"lang": code})
    assert [error.value for error in app.error] == []
    assert [warning.value for warning in app.warning] == []
    assert choice(app).language == code
    if path == "pages/sources.py":
        assert counted_values(app) > 400
    elif path == "pages/about.py":
        assert 'class="atlas-about' in html(app)
    else:
        assert 'class="atlas-headline"' in html(app)
        assert app.get("vega_lite_chart")


@pytest.mark.parametrize("query", HOSTILE, ids=lambda query: next(iter(query)))
@pytest.mark.parametrize("path", [entry.path for entry in PAGES])
def test_a_hostile_link_gives_the_default_filters_and_a_message(
    path: str, query: dict[str, str]
) -> None:
    app = opened(path, query)
    assert len(app.warning) == 1
    assert choice(app).years == SPACE.years
    assert "<script" not in html(app)
    assert [error.value for error in app.error] == []


def test_a_deep_link_opens_the_same_choice_on_every_page() -> None:
    query = {"lang": "tr", "years": "2019-2021", "sectors": "energy,trade", "trade": "table6"}
    for entry in PAGES:
        app = opened(entry.path, query)
        assert choice(app).years == (2019, 2021)
        assert choice(app).sectors == ("energy", "trade")
        assert choice(app).language == "tr"
        assert dict(parse_qsl(written_address(app))) == query


def test_another_link_changes_headlines_and_language() -> None:
    app = opened("dashboard.py", {"lang": "en", "years": "2018-2023"})
    assert "Trade rose" in html(app)
    followed(app, lang="en", years="2019-2020")
    assert "Trade fell" in html(app)
    followed(app, lang="kk", years="2019-2020", sectors="transport")
    assert choice(app).sectors == ("transport",)
    assert language("kk").gettext("What the dissertation says") in html(app)


def test_the_message_about_a_link_disappears_with_the_next_change() -> None:
    app = opened("dashboard.py", {"lang": "en", "years": "1800"})
    assert len(app.warning) == 1
    followed(app, lang="en", years="2019-2020")
    assert len(app.warning) == 0


def messages() -> None:
    """Process the messages in the session state as if the page head had sent them."""
    import streamlit as st  # noqa: PLC0415

    from components.page.visit import open_address, take_message, wanted_page  # noqa: PLC0415
    from components.process.figures import stored  # noqa: PLC0415

    open_address(*stored())
    for sent in st.session_state["sent"]:
        st.session_state["page_head"] = {"gesture": sent}
        take_message("page_head")
    st.session_state["wanted"] = wanted_page()


def sent(*messages_sent: object) -> AppTest:
    app = AppTest.from_function(messages)
    app.query_params["lang"] = "en"
    app.session_state["sent"] = messages_sent
    app.run()
    assert not app.exception
    return app


def message(number: int, *changes: tuple[str, str]) -> dict[str, object]:
    return {"tab": "one", "number": number, "changes": [list(change) for change in changes]}


def chosen(*changes: tuple[str, str]) -> Filters:
    """Return the filters after one message for each change."""
    return choice(sent(*(message(number, change) for number, change in enumerate(changes, 1))))


def test_messages_have_parameters_of_a_link() -> None:
    filters = chosen(
        ("years", "2019-2021"), ("sectors", "oil,gas"), ("selected", "RU"), ("asof", "2004")
    )
    assert (filters.years, filters.sectors) == ((2019, 2021), ("gas", "oil"))
    assert (filters.route, filters.as_of) == ("RU", 2004)
    assert chosen(("asof", "2004"), ("years", "2019-2021")).as_of is None
    assert chosen(("sectors", "oil"), ("sectors", "")).sectors == ()
    cleared = chosen(("sectors", "oil"), ("lang", "tr"), ("clear", ""))
    assert (cleared.sectors, cleared.language) == ((), "tr")


def test_changes_of_one_message_are_applied_in_order() -> None:
    together = message(
        1, ("sectors", "oil"), ("clear", ""), ("years", "2019-2020"), ("asof", "2004")
    )
    filters = choice(sent(together))
    assert (filters.sectors, filters.years, filters.as_of) == ((), (2019, 2020), 2004)


def test_a_repeated_or_late_message_is_processed_once() -> None:
    first, second = message(1, ("years", "2019-2021")), message(2, ("years", "2020-2021"))
    assert choice(sent(first, second, first)).years == (2020, 2021)
    assert choice(sent([first, second])).years == (2020, 2021)
    other_tab = {**message(1, ("years", "2018-2019")), "tab": "two"}
    assert choice(sent(first, second, other_tab)).years == (2018, 2019)


def test_a_message_can_change_filters_and_request_a_page() -> None:
    app = sent(message(1, ("page", "pages/survey.py"), ("section", "prospects")))
    assert app.session_state["wanted"] == "pages/survey.py"
    assert choice(app).section == "prospects"


@pytest.mark.parametrize(
    "garbage",
    [
        None,
        "years",
        ["years"],
        {"years": "2019-2020"},
        message(1, ("years", "1066-1492")),
        message(1, ("\N{BOMB}", "x")),
        message(0, ("years", "2019-2020")),
        message(1, ("years", "2019-2020" + "0" * 2_000_000)),
        message(1, ("selected", "\ud800")),
        {**message(1), "changes": [["years"], "years", None, ["years", 2019], {"years": 1}]},
        {**message(1), "changes": [["years", "2019-2020"]] * 500},
        {**message(1, ("years", "2019-2020")), "tab": ["one"]},
        {**message(1, ("years", "2019-2020")), "number": "1"},
        {**message(1, ("years", "2019-2020")), "number": True},
        {**message(1, ("years", "2019-2020")), "number": float("nan")},
        {**message(1, ("years", "2019-2020")), "number": 10**400},
    ],
    ids=lambda garbage: str(garbage)[:60],
)
def test_an_invalid_message_changes_nothing(garbage: object) -> None:
    assert choice(sent(garbage)) == choice(sent())


def test_choosing_the_other_table_changes_the_series() -> None:
    app = opened("pages/trade.py", {"lang": "en", "trade": "table6", "years": "2020-2022"})
    assert "from 2,100 to 4,100" in html(app)
    assert "deficit" in html(app)


def test_every_page_has_an_entry_in_the_menu() -> None:
    files = {f"pages/{path.name}" for path in (REPOSITORY / "pages").glob("*.py")}
    assert {entry.path for entry in PAGES} == files | {"dashboard.py"}


def test_the_catalogue_search_and_its_message_without_results() -> None:
    app = opened("pages/sources.py", {"lang": "en", "search": "kz-tr-turnover-2022 ¶1332"})
    assert counted_values(app) == 1
    hostile = "<b>'; DROP TABLE facts; --"
    app = opened("pages/sources.py", {"lang": "en", "search": hostile})
    assert choice(app).search == hostile
    assert "<tbody" not in html(app)
    assert "Nothing found" in app.info[0].value


@pytest.mark.parametrize(
    ("code", "typed"),
    [("en", "6.3 billion"), ("kk", "6,3 млрд"), ("tr", "6,3 MİLYAR"), ("ru", "6 300 млн")],
)
def test_a_number_in_the_notation_of_the_language_comes_first(code: str, typed: str) -> None:
    app = opened("pages/sources.py", {"lang": code, "search": typed})
    values = re.findall(r'class="atlas-number"[^>]*><div>([^<]+)</div>', html(app))
    written = language(code).number(6.3)
    # Period and value are numbers; contradictions only where there are any.
    assert [value for value in values if value == written][:2] == [written, written]
    first = html(app).partition("<tbody")[2].partition("</tr>")[0]
    assert f"<div>{written}</div>" in first


@pytest.mark.parametrize("text", ["turnover " * 50_000, "turnover " * 50])
def test_a_very_long_search_is_refused_in_words(text: str) -> None:
    app = opened("pages/sources.py", {"lang": "en", "search": text})
    assert choice(app).search == ""
    assert "search=turnover" in html(app)
    assert counted_values(app) > 10


def test_tab_and_search_of_the_sources_are_in_the_link() -> None:
    app = opened(
        "pages/sources.py", {"lang": "en", "tab": "catalogue", "search": "  oil\n \u200b "}
    )
    assert (choice(app).tab, choice(app).search) == ("catalogue", "oil")
    app = opened("pages/sources.py", {"lang": "en", "tab": "graveyard"})
    assert choice(app).tab == "catalogue"
    assert "tab=graveyard" in html(app)


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_an_invalid_part_of_a_link_is_reported_with_valid_values(code: str) -> None:
    query = {"lang": code, "years": "2015-2020", "sectors": "oil,gold", "yers": "1", "asof": "x"}
    app = opened("pages/sources.py", {**query, "utm_source": "chat", "fbclid": "<b>"})
    assert (choice(app).years, choice(app).sectors) == ((2018, 2020), ("oil",))
    (warning,) = app.warning
    assert warning.value == language(code).gettext("Parts of the link could not be applied:")
    shown = html(app)
    for part in ("years=2015-2020", "2018–2023", "sectors=gold", "yers=1", "asof=x"):
        assert part in shown
    assert "utm_source" not in shown
    assert "fbclid" not in shown
    assert "years=2018-2020" in written_address(app)


def test_the_sector_filter_applies_to_the_catalogue() -> None:
    every = counted_values(opened("pages/sources.py", {"lang": "en"}))
    oil = counted_values(opened("pages/sources.py", {"lang": "en", "sectors": "oil"}))
    assert 0 < oil < every


@pytest.mark.parametrize(("order", "column"), [("smallest", 1), ("largest", 1), ("period", 0)])
def test_the_catalogue_is_ordered_by_size_and_time(order: str, column: int) -> None:
    app = opened("pages/sources.py", {"lang": "en", "search": "Table 7"})
    app.session_state[state_key("catalogue_order_en")] = order
    app.run()
    rows = html(app).partition("<tbody")[2].split("</tr>")[:-1]
    numeric = re.compile(r'class="atlas-number"[^>]*>(?:<div>)?([^<]*)<')
    cells = [numeric.findall(row)[column].replace(",", "") for row in rows]
    numbers = [float(cell.replace("\N{MINUS SIGN}", "-")) for cell in cells if cell]
    assert len(numbers) > 5
    assert numbers == sorted(numbers, reverse=order == "largest")


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_contradictions_are_shown_with_their_numbers(code: str) -> None:
    app = opened("pages/sources.py", {"lang": code, "tab": "audit"})
    differing = course_differences(load_dataset())
    assert differing
    assert html(app).count('class="atlas-conflict"') == 12 + len(differing)
    assert 'class="atlas-bar"' in html(app)
    assert "1332" in html(app)


def without_tables() -> None:
    from components.page.shell import View  # noqa: PLC0415
    from components.sources.views import show_sources  # noqa: PLC0415
    from data.choice.parameters import Filters  # noqa: PLC0415
    from data.language.languages import language  # noqa: PLC0415
    from data.load.dataset import Dataset  # noqa: PLC0415

    filters = Filters(language="en", years=(2018, 2023))
    show_sources(View(Dataset(tables={}, problems=()), filters, language("en")))


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


def test_the_sources_page_reports_missing_tables() -> None:
    app = AppTest.from_function(without_tables).run()
    assert not app.exception
    assert "data file has faults" in app.error[0].value


def test_a_route_in_the_link_opens_its_card_and_the_button_closes_it() -> None:
    app = opened("pages/energy_routes.py", {"lang": "en", "route": "btc", "asof": "2000"})
    assert controls(app)["asof"]["value"] == 2000
    assert "Baku–Tbilisi–Ceyhan oil pipeline (BTC): planned in 2000" in html(app)
    assert 'class="atlas-facts"' in html(app)
    app.button(key="map_close").click().run()
    assert "selected" not in app.query_params
    assert 'class="atlas-facts"' not in html(app)
    assert app.query_params["asof"] == "2000"


def test_a_country_opens_its_card_on_the_page_of_routes() -> None:
    query = {"lang": "en", "selected": "KZ", "years": "2018-2023"}
    app = opened("pages/energy_routes.py", query)
    assert "Kazakhstan in 2023" in html(app)
    assert "Pipelines in 2023, countries as printed" in html(app)
    assert [error.value for error in app.error] == []


def test_the_map_follows_the_years_until_its_year_is_set() -> None:
    app = opened("pages/energy_routes.py", {"lang": "en", "years": "2018-2019"})
    assert controls(app)["asof"]["value"] == 2019
    followed(app, lang="en", years="2018-2019", asof="1999")
    assert controls(app)["asof"]["value"] == 1999
    followed(app, lang="en", years="2018-2021")
    assert controls(app)["asof"]["value"] == 2021


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


def test_every_group_of_figures_opens() -> None:
    app = opened("pages/energy_routes.py", {"lang": "tr", "route": "middle-corridor"})
    for group in ("corridors", "owners", "list", "exports"):
        app.session_state[state_key("map_figures")] = group
        app.run()
        assert not app.exception
        assert [error.value for error in app.error] == []
    app = opened("pages/energy_routes.py", {"lang": "en"})
    app.session_state[state_key("map_figures")] = "list"
    app.run()
    assert len(app.dataframe[0].value) > 60


NAMES = st.sampled_from([*PARAMETERS, "route", "utm_source", "\N{BOMB}"])
TEXTS = st.text(max_size=60) | st.sampled_from(["", "2019-2021", "oil", "RU", "btc", "12-10"])


@given(choices(SPACE))
@settings(max_examples=12, deadline=None)
def test_the_landing_page_opens_with_any_filters(filters: Filters) -> None:
    app = opened("dashboard.py", to_query(filters, SPACE))
    assert choice(app) == filters
    assert [error.value for error in app.error] == []
    assert [warning.value for warning in app.warning] == []
    assert html(app).count('class="atlas-small"') == 5
    assert 'class="atlas-alert"' not in html(app)


@given(st.dictionaries(NAMES, TEXTS, max_size=6))
@settings(max_examples=15, deadline=None)
def test_the_landing_page_opens_with_any_invalid_parameters(query: dict[str, str]) -> None:
    app = opened("dashboard.py", query)
    assert [error.value for error in app.error] == []
    assert html(app).count('class="atlas-small"') == 5
    assert 'class="atlas-alert"' not in html(app)
