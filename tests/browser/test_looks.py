"""What every page has to keep in every language, on every screen, before anyone touches it."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from components.controls.page_head import PAGES
from data.language.languages import DEFAULT_LANGUAGE, LANGUAGE_CODES, language
from tests.browser.accessibility import (
    CONTRAST,
    axe_faults,
    headings,
    invisible_stops,
    repeated_names,
    skipped_levels,
)
from tests.browser.conftest import Visit, at_rest
from tests.browser.contexts import DESKTOP, PHONE
from tests.browser.labels import cut_texts, touching_texts

Come = Callable[..., Visit]

PATHS = ["" if entry.path == "dashboard.py" else Path(entry.path).stem for entry in PAGES]
CHARTED = [path for path in PATHS if path not in {"sources", "about", "present", "own_file"}]
SIZES = {"phone": PHONE, "desk": DESKTOP}
LOOKS: tuple[tuple[str, Literal["light", "dark"]], ...] = (
    ("desk", "light"),
    ("desk", "dark"),
    ("phone", "dark"),
    ("phone", "light"),
)
"""Screens and colours, of which one at a time changes: each change draws all charts again. The
first is that of a new visitor."""

SETTLED_MS = 5_000
MENU_ROWS = {"phone": 1, "desk": 1}

FEWEST_STOPS = 15
"""Each page has at least so many places that take the focus."""

NUMBERED = {
    "source_comparison": ("trade_sources", "investment_sources", "carried_sources"),
    "targets": ("turnover_target",),
}
"""Figures that write a number beside every mark, by page."""

GROUPS = {"survey": "Section of the questionnaire", "energy_routes": "Charts"}
"""Pages that show a part of their figures, and the English name of the choice among the parts."""


FIGURES = """
() => [...document.querySelectorAll(
  "[class*=st-key-figure], .atlas-table, [data-testid=stDataFrame]"
)].map((one) => one.className).join()
"""
CARDS = """
() => [...document.querySelectorAll('[class*="st-key-figure_"]')].map((card) => {
  const box = card.getBoundingClientRect();
  const plot = card.querySelector("svg.marks").getBoundingClientRect();
  return [Math.round(box.top), Math.round(box.height), plot.height / box.height];
})
"""
"""Top and height of each card, in pixels, and the share of its plot in its height."""

GAPS = """
() => [...document.querySelectorAll('[class*="st-key-figure_"]')].filter(
  (card) => card.querySelector("svg.marks")
).map((card) => {
  const plot = card.querySelector("svg.marks").getBoundingClientRect();
  const foot = card.querySelector(".atlas-figure-foot").getBoundingClientRect();
  const actions = card.querySelector('[class*="st-key-panel_"]').getBoundingClientRect();
  return [Math.round(foot.top - plot.bottom), Math.round(actions.top - foot.bottom)];
})
"""
"""Pixels between plot and source, and between source and buttons, of each card with a chart."""

ROWS = {"survey", "education", "investment", "energy_routes"}
"""Pages with cards of unequal charts in a row."""

STREAMLIT_PARTS = """
() => [...document.querySelectorAll("header, [data-testid=stElementToolbar]")]
  .filter((one) => one.checkVisibility()).length
"""
"""Number of visible menus and toolbars of Streamlit, whose texts are English."""

UNDRAWN = "[data-testid=stVegaLiteChart]:not(:has(svg))"

SHOWN_BRUSHES = "[data-testid=stVegaLiteChart] [class*=_brush]:not([aria-hidden])"
"""Marks without a name, which are hidden from screen readers once the browser has drawn them."""


def every_part(page: Page, path: str, translated: Callable[[str], str]) -> Iterator[None]:
    """Open one part of a page after the other.

    Parameters
    ----------
    page : Page
        The page.
    path : str
        Its path.
    translated : function
        Returns an English interface text in the language of the page.
    """
    yield
    if path in GROUPS:
        name = translated(GROUPS[path])
        parts = page.get_by_role("radiogroup", name=name).get_by_role("radio")
        expect(parts.nth(2)).to_be_attached()
        for place in range(1, parts.count()):
            before = page.evaluate(FIGURES)
            parts.nth(place).click()
            page.wait_for_function(f"before => ({FIGURES})() !== before", arg=before)
            expect(page.locator(UNDRAWN)).to_have_count(0)
            yield


def draws_its_charts(page: Page, code: str) -> None:
    headlines = page.locator("h2.atlas-headline")
    assert headlines.count() >= 2
    charts = page.locator(
        "[data-testid=stVegaLiteChart], [data-testid=stDeckGlJsonChart], .atlas-map, "
        "[class*=st-key-figure_] > [data-testid=stElementContainer] .atlas-table"
    )
    expect(charts).to_have_count(headlines.count())
    for chart in charts.all():
        drawn = chart.locator("svg .mark-text text, svg .labels text, [role=rowheader]")
        expect(drawn.or_(chart.locator("canvas")).first).to_be_visible()
    assert page.get_by_text("Traceback").count() == 0
    assert language(code).gettext("Kazakhstan–Türkiye Atlas") in page.title()


def is_no_wider_than_its_screen(page: Page) -> None:
    """Lists of many rows are fitted to a new width some moments later than the page."""
    page.wait_for_function(
        "() => {const main = document.querySelector('[data-testid=stMain]');"
        "return main.scrollWidth - main.clientWidth <= 1}",
        timeout=SETTLED_MS,
    )


def has_a_short_menu(page: Page, rows: int) -> None:
    links = page.locator(".st-key-page_head nav a")
    expect(links).to_have_count(len(PAGES))
    boxes = [link.bounding_box() for link in links.all()]
    assert len({round(box["y"]) for box in boxes if box}) <= rows


def has_cards_of_equal_height_in_a_row(page: Page, code: str) -> None:
    rows: dict[int, set[int]] = {}
    for top, height, share in page.evaluate(CARDS):
        rows.setdefault(top, set()).add(height)
        assert share > 0.55, "the plot prevails"
    assert rows
    assert all(len(heights) == 1 for heights in rows.values())
    name = language(code).gettext("Full screen")
    page.get_by_role("button", name=name).first.wait_for()


def has_no_hole_in_a_row_of_cards(page: Page) -> None:
    """Charts of few rows take the height that their neighbour needs."""
    # A chart takes the height of its row in the moment after it is drawn.
    for chart in page.locator('[class*="st-key-figure_"] svg.marks').all():
        at_rest(chart)
    gaps = page.evaluate(GAPS)
    assert len(gaps) >= 2
    assert all(0 <= gap < 40 for pair in gaps for gap in pair), gaps


def has_no_english_parts_of_streamlit(page: Page) -> None:
    assert page.evaluate(STREAMLIT_PARTS) == 0
    expect(page.locator("html")).to_have_attribute("lang", "kk")
    english = {language("en").gettext(text) for text in ("Filters", "Years", "Share", "Colours")}
    named = page.locator(".st-key-page_head [aria-label]").evaluate_all(
        "all => all.map((one) => one.getAttribute('aria-label'))"
    )
    assert named
    assert not english & set(named)


def has_headings_in_order(page: Page) -> None:
    found = headings(page)
    assert skipped_levels(found) == []
    assert [text for _level, text in found if not text] == []
    assert [level for level, _text in found].count(1) == 1


def shows_the_focus(page: Page) -> None:
    stops, unseen = invisible_stops(page)
    assert stops >= FEWEST_STOPS
    assert unseen == []


def first_looks(path: str, code: str) -> Iterator[tuple[str, Callable[[Page], None]]]:
    """What a new page has to keep, in light colours on a desk, with the name of each."""
    if path in CHARTED:
        yield "charts", partial(draws_its_charts, code=code)
    if path == "trade":
        yield "rows", partial(has_cards_of_equal_height_in_a_row, code=code)
    if code == "kk":
        yield "parts of Streamlit", has_no_english_parts_of_streamlit
    if code == "kk" and path in ROWS:
        yield "holes", has_no_hole_in_a_row_of_cards


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("path", PATHS)
def test_a_page_looks_as_it_should(
    visitor: Come, path: str, code: str, subtests: pytest.Subtests
) -> None:
    """A page is opened once; then its colours and its screen change, as when a phone is turned."""
    visit = visitor()
    page = visit.open(f"{path}?lang={code}")
    for name, holds in first_looks(path, code):
        with subtests.test(name):
            holds(page)
    for screen, scheme in LOOKS:
        # Colours are the same in every language, and change neither width nor menu.
        if scheme == "dark" and code != DEFAULT_LANGUAGE:
            continue
        without = () if code == DEFAULT_LANGUAGE else (CONTRAST,)
        page.set_viewport_size(SIZES[screen])
        page.emulate_media(color_scheme=scheme)
        visit.settle()
        with subtests.test("width", screen=screen, scheme=scheme):
            is_no_wider_than_its_screen(page)
        rules = () if scheme == "light" else (CONTRAST,)
        if screen == "desk" or code == DEFAULT_LANGUAGE:
            with subtests.test("axe", screen=screen, scheme=scheme):
                expect(page.locator(SHOWN_BRUSHES)).to_have_count(0)
                assert axe_faults(page, rules=rules, without=without) == []
        with subtests.test("menu", screen=screen, scheme=scheme):
            has_a_short_menu(page, rows=MENU_ROWS[screen])
    with subtests.test("headings"):
        has_headings_in_order(page)
    if code == DEFAULT_LANGUAGE:
        with subtests.test("focus"):
            shows_the_focus(page)
    with subtests.test("labels"):
        cut: list[str] = []
        repeated: list[str] = []
        touching: list[str] = []
        numbered = ", ".join(f".st-key-figure_{name}" for name in NUMBERED.get(path, ()))
        sizes = [*SIZES.values()]
        for _part in every_part(page, path, language(code).gettext):
            for size in sizes:
                page.set_viewport_size(size)
                visit.settle()
                cut += cut_texts(page)
                touching += touching_texts(page, f":is({numbered})") if numbered else []
            # The next part is drawn on the last screen first.
            sizes.reverse()
            repeated += repeated_names(page)
        assert cut == []
        assert repeated == []
        assert touching == []
