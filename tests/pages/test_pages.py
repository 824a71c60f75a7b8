"""Pages in all languages, opened by link in a new session, with valid and invalid parameters."""

from unittest.mock import patch
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from components.assets import script, script_addresses
from components.controls.chosen import state_key
from components.controls.page_head import PAGES, Entry
from components.server.preload import COMPONENTS_OF_PAGES as PRELOADED
from data.choice.source_parameters import LAID_OVER
from data.language.languages import LANGUAGE_CODES, language
from tests.pages.opened import (
    REPOSITORY,
    SPACE,
    choice,
    components,
    controls,
    counted_values,
    html,
    opened,
    written_address,
)

HOSTILE = [
    {"lang": "<script>alert(1)</script>"},
    {"years": "1066-1945"},
    {"sectors": "../../etc/passwd"},
    {"trade": "'; DROP TABLE trade; --"},
    {"selected": "<img src=x onerror=alert(1)>", "asof": "20 23", "view": "../moon"},
    {"lang": "kk", "years": "٢٠١٨-٢٠٢٣", "sectors": "," * 500, "\N{BOMB}": "\N{BOMB}" * 999},
]


def followed(app: AppTest, **query: str) -> AppTest:
    """Go to an address within the session, as the back and forward buttons do."""
    app.query_params.clear()
    for name, text in query.items():
        app.query_params[name] = text
    with patch("components.page.visit._came_by_history", return_value=True):
        app.run()
    assert not app.exception, [error.message for error in app.exception]
    return app


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
    elif path == "pages/present.py":
        assert any(len(data.get("slides", ())) > 5 for data in components(app))
    else:
        assert 'class="atlas-headline"' in html(app)
        assert app.get("vega_lite_chart")


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.address or "overview")
def test_the_scripts_of_the_components_of_a_page_are_fetched_early(entry: Entry) -> None:
    drawn = [one.proto.js_content for one in opened(entry.path).get("bidi_component")]
    names = {name for names in PRELOADED.values() for name in names}
    # A component has the script itself, or its address if a test before this one has served it.
    known = {found: name for name in names for found in (script(name), *script_addresses([name]))}
    needed = {
        next(name for found, name in known.items() if js == found or f"./{found}" in js)
        for js in drawn
    }
    # A page that is opened without a server takes no files.
    unseen = {"own_file/upload.js"} if entry.address == "own_file" else set()
    assert needed | unseen == set(PRELOADED[entry.address])


@pytest.mark.parametrize("path", [entry.path for entry in PAGES])
def test_a_page_opens_with_public_data_laid_over(path: str) -> None:
    app = opened(path, {"lang": "en", "record": LAID_OVER})
    assert [error.value for error in app.error] == []
    assert choice(app).record == LAID_OVER


def test_charts_of_routes_stand_alone_with_public_data_and_in_pairs_without() -> None:
    path = "pages/energy_routes.py"
    halves = [
        [column.weight for column in opened(path, query).columns].count(0.5)
        for query in ({"record": LAID_OVER}, {})
    ]
    assert halves == [0, 4]


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


def test_choosing_the_other_table_changes_the_series() -> None:
    app = opened("pages/trade.py", {"lang": "en", "trade": "table6", "years": "2020-2022"})
    assert "from 2,100 to 4,100" in html(app)
    assert "deficit" in html(app)


def test_every_page_has_an_entry_in_the_menu() -> None:
    files = {f"pages/{path.name}" for path in (REPOSITORY / "pages").glob("*.py")}
    assert {entry.path for entry in PAGES} == files | {"dashboard.py"}


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
