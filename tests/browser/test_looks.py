"""What every page has to keep in every language, on every screen, before anyone touches it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from components.controls.page_head import PAGES
from data.language.languages import DEFAULT_LANGUAGE, LANGUAGE_CODES, language
from tests.browser.conftest import Visit
from tests.browser.labels import cut_texts

Come = Callable[..., Visit]

PATHS = ["" if entry.path == "dashboard.py" else Path(entry.path).stem for entry in PAGES]
CHARTED = [path for path in PATHS if path != "sources"]
SIZES = ("desk", "phone")
MEASURED = "education"
"""The page on which the menu is measured; the name of the current page is set in bold."""

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


@dataclass(frozen=True)
class Look:
    """A page that is opened once for everything that is expected of it.

    Parameters
    ----------
    path : str
        Path of the page.
    code : str
        Its language.
    screen : str
        `desk`, `dark` or `phone`.
    """

    path: str
    code: str
    screen: str

    def __str__(self) -> str:
        return f"{self.path or 'overview'}-{self.code}-{self.screen}"

    def device(self) -> dict[str, bool]:
        """Return what the visitor comes with."""
        screen = {} if self.screen == "desk" else {self.screen: True}
        return {"webgl": self.path == "energy_routes" and self.code == "kk", **screen}


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


def draws_its_charts(page: Page, look: Look) -> None:
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
    assert language(look.code).gettext("Kazakhstan–Türkiye Atlas") in page.title()


def is_no_wider_than_its_screen(page: Page, _look: Look) -> None:
    wider = page.evaluate(
        "() => {const main = document.querySelector('[data-testid=stMain]');"
        "return main.scrollWidth - main.clientWidth}"
    )
    assert wider <= 1


def has_a_short_menu(page: Page, look: Look) -> None:
    links = page.locator(".st-key-page_head nav a")
    expect(links).to_have_count(len(PAGES))
    boxes = [link.bounding_box() for link in links.all()]
    rows = {round(box["y"]) for box in boxes if box}
    assert len(rows) <= (3 if look.screen == "phone" else 1)


def has_no_serious_fault_of_axe(page: Page, _look: Look) -> None:
    found = Axe().run(page, context=WITHOUT_BRUSH).response["violations"]
    serious = [fault for fault in found if fault["impact"] in SERIOUS]
    assert [(fault["id"], fault["nodes"][0]["html"][:200]) for fault in serious] == []


def cuts_no_text_of_a_chart(page: Page, look: Look, settle: Callable[[], None]) -> None:
    cut = []
    for _part in every_part(page, look.path, language(look.code).gettext):
        settle()
        cut += cut_texts(page)
    assert cut == []


EXPECTED = {
    "charts": [Look(path, code, "desk") for path in CHARTED for code in LANGUAGE_CODES],
    "width": [Look(path, "kk", screen) for path in PATHS for screen in ("desk", "dark", "phone")],
    "menu": [Look(MEASURED, code, screen) for code in LANGUAGE_CODES for screen in SIZES],
    "axe": [Look(path, DEFAULT_LANGUAGE, "desk") for path in PATHS],
    # Last, since it opens the parts of a page.
    "labels": [
        Look(path, code, screen) for path in CHARTED for screen in SIZES for code in LANGUAGE_CODES
    ],
}
"""Pages of which something is expected."""

LOOKS = list(dict.fromkeys(look for looks in EXPECTED.values() for look in looks))


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_page_looks_as_it_should(visitor: Come, look: Look, subtests: pytest.Subtests) -> None:
    visit = visitor(**look.device())
    page = visit.open(f"{look.path}?lang={look.code}")
    checks: dict[str, Callable[[Page, Look], None]] = {
        "charts": draws_its_charts,
        "width": is_no_wider_than_its_screen,
        "menu": has_a_short_menu,
        "axe": has_no_serious_fault_of_axe,
        "labels": partial(cuts_no_text_of_a_chart, settle=visit.settle),
    }
    for name, looks in EXPECTED.items():
        if look in looks:
            with subtests.test(name):
                checks[name](page, look)
