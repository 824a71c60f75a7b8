"""The page of sources: search, catalogue and contradictions."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from components.controls.chosen import state_key
from data.evidence.crossings import course_differences
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import load_dataset
from tests.pages.opened import choice, counted_values, html, opened, written_address


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
    written = language(code).number(6.3)
    rows = html(app).partition("<tbody")[2].split("</tr>")
    assert all(f"<div>{written}</div>" in row for row in rows[:2])


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


def test_the_sources_page_reports_missing_tables() -> None:
    app = AppTest.from_function(without_tables).run()
    assert not app.exception
    assert "data file has faults" in app.error[0].value
