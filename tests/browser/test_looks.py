"""What every page has to keep in every language, on every screen, before anyone touches it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from components.controls.page_head import PAGES
from data.language.languages import DEFAULT_LANGUAGE, LANGUAGE_CODES, language
from tests.browser.conftest import Visit
from tests.browser.contexts import DESKTOP, PHONE
from tests.browser.labels import cut_texts

Come = Callable[..., Visit]

PATHS = ["" if entry.path == "dashboard.py" else Path(entry.path).stem for entry in PAGES]
CHARTED = [path for path in PATHS if path != "sources"]
SIZES = {"phone": PHONE, "desk": DESKTOP}
SETTLED_MS = 5_000
MENU_ROWS = {"phone": 1, "desk": 1}

SERIOUS = {"serious", "critical"}

# Vega draws the brush of a selection as two empty shapes that no option names for screen readers;
# they hold nothing to read, and the year slider does the same by keyboard.
WITHOUT_BRUSH = {"exclude": [[".year_brush_brush"], [".year_brush_brush_bg"]]}

GROUPS = {"survey": "Section of the questionnaire", "energy_routes": "Charts"}
"""Pages that show a part of their figures, and the English name of the choice among the parts."""


FIGURES = """
() => [...document.querySelectorAll("[class*=st-key-figure]")].map((one) => one.className).join()
"""
UNDRAWN = "[data-testid=stVegaLiteChart]:not(:has(svg))"


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
        "[data-testid=stVegaLiteChart], [data-testid=stDeckGlJsonChart], .atlas-map"
    )
    expect(charts).to_have_count(headlines.count())
    for chart in charts.all():
        drawn = chart.locator("svg .mark-text text, svg .labels text")
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


def has_no_serious_fault_of_axe(page: Page) -> None:
    found = Axe().run(page, context=WITHOUT_BRUSH).response["violations"]
    serious = [fault for fault in found if fault["impact"] in SERIOUS]
    assert [(fault["id"], fault["nodes"][0]["html"][:200]) for fault in serious] == []


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("path", PATHS)
def test_a_page_looks_as_it_should(
    visitor: Come, path: str, code: str, subtests: pytest.Subtests
) -> None:
    """A page is opened once; then its colours and its screen change, as when a phone is turned."""
    visit = visitor()
    page = visit.open(f"{path}?lang={code}")
    if path in CHARTED:
        with subtests.test("charts"):
            draws_its_charts(page, code)
    for screen, size in SIZES.items():
        page.set_viewport_size(size)
        visit.settle()
        for scheme in ("dark", "light"):
            page.emulate_media(color_scheme=scheme)
            with subtests.test("width", screen=screen, scheme=scheme):
                is_no_wider_than_its_screen(page)
        with subtests.test("menu", screen=screen):
            has_a_short_menu(page, rows=MENU_ROWS[screen])
        if code == DEFAULT_LANGUAGE:
            with subtests.test("axe", screen=screen):
                has_no_serious_fault_of_axe(page)
    with subtests.test("labels"):
        cut = []
        for _part in every_part(page, path, language(code).gettext):
            for size in SIZES.values():
                page.set_viewport_size(size)
                visit.settle()
                cut += cut_texts(page)
        assert cut == []
