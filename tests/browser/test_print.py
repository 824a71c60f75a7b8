"""Printed pages: complete, legible, without controls."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from math import sqrt
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect
from pypdf import PdfReader

from components.figures.registry import FIGURES, build_figure
from data.choice.parameters import filter_space
from data.evidence.catalogue import catalogue
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import load_dataset
from tests.browser.conftest import Visit
from tests.browser.contexts import PHONE

Come = Callable[..., Visit]

SMALLEST = 8.8
"""Smallest font size in points: nine, less rounding."""

FOOT = 45.0
"""Height in points of the foot of a sheet, with address and number."""

GREATEST_HOLE = 0.3
"""Share of a sheet below its last text; a drawing may have none in its lowest part."""

LEAST_ON_SCREEN = 7.8
"""The same for charts of the screen, whose signs of events are smaller."""

WIDTHS = """
() => [...document.querySelectorAll("[data-testid=stVegaLiteChart] svg")]
  .map((svg) => svg.getAttribute("width"))
"""


@dataclass
class Paper:
    """Content of printed pages."""

    pages: list[str] = field(default_factory=list)
    letters: list[tuple[float, str]] = field(default_factory=list)
    right: float = 0.0

    @property
    def text(self) -> str:
        """Text of all pages without spaces, which PDF readers extract differently."""
        return "".join("".join(self.pages).split())


def printed(page: Page) -> Paper:
    """Print a page as A4 PDF, once its script for printing is there, and extract its content."""
    page.wait_for_function("Boolean(window.atlasPrint)")
    paper = Paper()
    for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages:

        def read(text: str, cm: Any, tm: Any, _font: Any, size: float) -> None:
            scale = sqrt(abs((tm[0] * tm[3] - tm[1] * tm[2]) * (cm[0] * cm[3] - cm[1] * cm[2])))
            if text.strip():
                paper.letters.append((size * scale, text))
                paper.right = max(paper.right, cm[0] * tm[4] + cm[4])

        paper.pages.append(sheet.extract_text(visitor_text=read))
        assert float(sheet.mediabox.width) < 600
    return paper


def squeezed(text: str) -> str:
    return "".join(text.split())


def in_dark(page: Page) -> None:
    page.emulate_media(color_scheme="dark")


def on_a_phone(page: Page) -> None:
    page.set_viewport_size(PHONE)


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("", on_a_phone),
        ("trade", in_dark),
        ("investment", None),
        ("energy_routes", None),
        ("survey", None),
        ("sources", in_dark),
        ("education", None),
        ("targets", None),
        ("source_comparison", in_dark),
        ("own_file", in_dark),
    ],
)
def test_a_printed_page_is_legible_and_has_no_controls(
    visitor: Come, path: str, change: Callable[[Page], None] | None
) -> None:
    visit = visitor(webgl=path == "energy_routes")
    page = visit.open(f"{path}?lang=en")
    assert_legible(visit)
    if change:
        change(page)
        visit.settle()
        assert_legible(visit)


def whole_headlines() -> dict[str, str]:
    """Return the English headlines of figures by their short ones, which small cards have."""
    dataset = load_dataset()
    start = filter_space(dataset).start("en")
    built = [build_figure(name, dataset=dataset, filters=start) for name in FIGURES]
    return {figure.short: figure.headline for figure in built if figure.short}


WHOLE = whole_headlines()


def assert_legible(visit: Visit) -> None:
    """Print a page and assert what every printed page has to have."""
    page = visit.page
    headlines = page.locator("h2.atlas-headline").all_inner_texts()
    paper = printed(page)
    small = [(round(size, 1), text) for size, text in paper.letters if size < SMALLEST]
    assert small == []
    for headline in headlines:
        assert squeezed(WHOLE.get(headline, headline)) in paper.text, headline
    for word in ("Clickordrag", "draganyear", "Showbelowthechart", "Copylink", "Printrecord"):
        assert word not in paper.text
    for button in ("TableSourcesDownload", "XLSXCSV"):
        assert button not in paper.text
    assert squeezed(visit.address) in paper.text
    today = page.evaluate('() => new Date().toLocaleDateString("en-GB", { dateStyle: "long" })')
    assert squeezed(today) in paper.text


def test_a_printed_list_is_a_word_beside_what_it_chooses(visitor: Come) -> None:
    page = visitor().open("source_comparison?lang=en")
    page.emulate_media(media="print")
    chosen = page.locator(".st-key-choose_carried_sources select")
    expect(chosen).to_have_css("appearance", "none")
    expect(chosen).to_have_css("border-top-width", "0px")
    sheets = [squeezed(one) for one in printed(page).pages]
    (sheet,) = [one for one in sheets if "Whyreporters" in one]
    assert sheet.index("Route") < sheet.index("Amountcarried") < sheet.index("Whyreporters")


def test_a_printed_deck_lists_its_slides(visitor: Come) -> None:
    page = visitor().open("present?lang=en")
    titles = page.locator(".slides .title").all_inner_texts()
    paper = printed(page)
    assert titles
    assert [title for title in titles if squeezed(title) not in paper.text] == []
    for control in ("PowerPoint", "Saveasfile", "Show", "2×"):
        assert control not in paper.text


def test_the_table_of_own_files_is_printed_open(visitor: Come) -> None:
    page = visitor().open("own_file?lang=en")
    paper = printed(page)
    for cell in ("2018", "980", "2,100", "typeCode", "isAggregate"):
        assert cell in paper.text


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_the_catalogue_is_printed_whole(visitor: Come, code: str) -> None:
    visit = visitor()
    page = visit.open(f"sources?lang={code}")
    paper = printed(page)
    entries = catalogue(load_dataset())
    words = language(code)
    missing = [entry.id for entry in entries if squeezed(entry.name(words)) not in paper.text]
    # A name with a page break is interrupted by the table head.
    assert len(missing) <= len(paper.pages), missing[:5]
    count = words.ngettext("{count} value", "{count} values", len(entries))
    assert squeezed(count.format(count=words.number(len(entries)))) in paper.text
    assert (
        page.locator(".atlas-print table").count() == 0
        or page.evaluate("() => getComputedStyle(document.querySelector('.atlas-print')).display")
        == "none"
    )


def test_a_printed_page_has_the_current_filters_and_the_screen_is_unchanged(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("trade?lang=en&years=2019-2021&sectors=energy")
    before = page.locator(".st-key-figure_trade_turnover svg").count()
    paper = printed(page)
    assert squeezed("Filters – 2019–2021") in paper.text
    assert page.locator("[data-printed]").count() == 0
    assert page.locator(".st-key-figure_trade_turnover svg").count() == before
    page.get_by_role("slider").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("h2.atlas-headline").first).to_contain_text("between 2020 and 2021")
    assert squeezed("Filters – 2020–2021") in printed(page).text


def test_a_list_of_the_map_is_printed_whole(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("energy_routes?lang=en")
    page.get_by_role("radio", name="List of all map items").click()
    page.locator("[data-testid=stDataFrame] canvas").first.wait_for()
    visit.settle()
    rows = page.locator(".atlas-print-table tbody tr td:first-child").all_text_contents()
    assert len(rows) > 40
    paper = printed(page)
    assert [row for row in rows if squeezed(row) not in paper.text] == []


def test_a_printed_page_has_the_screen_charts_if_no_file_is_served(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("trade?lang=en")
    widths = page.evaluate(WIDTHS)
    asked: list[str] = []

    def busy(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(status=503)

    page.route("**/export/**", busy)
    paper = printed(page)
    for headline in page.locator("h2.atlas-headline").all_inner_texts():
        assert squeezed(headline) in paper.text
    # Charts wider than the paper are drawn anew, since shrunk letters could not be read.
    assert [(size, text) for size, text in paper.letters if size < LEAST_ON_SCREEN] == []
    assert {asked.count(address) for address in asked} == {2}
    page.wait_for_function(
        f"before => JSON.stringify(({WIDTHS})()) === before",
        arg=json.dumps(widths, separators=(",", ":")),
    )


FORM = """
() => document.querySelector(".st-key-page_head [data-testid=stBidiComponentIsolated]")
  .getBoundingClientRect().height
"""


def test_a_printed_page_begins_with_one_line_of_filters(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("investment?lang=en")
    page.emulate_media(media="print")
    assert page.evaluate(FORM) < 60


def test_the_legend_of_the_map_is_printed_once(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("energy_routes?lang=en")
    paper = printed(page)
    assert squeezed("Map legend") not in paper.text
    assert paper.text.count(squeezed("under construction")) == 1


def test_of_sections_only_the_chosen_one_is_printed(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("survey?lang=en")
    names = page.get_by_role("radio").locator("..").all_inner_texts()
    paper = printed(page)
    assert [squeezed(name) in paper.text for name in names] == [True, *[False] * (len(names) - 1)]


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_no_sheet_of_the_page_about_has_a_large_hole(visitor: Come, code: str) -> None:
    page = visitor().open(f"about?lang={code}")
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    for sheet in sheets[:-1]:
        lowest = [float(sheet.mediabox.height)]

        def read(text: str, cm: Any, tm: Any, *_font: Any, lowest: list[float] = lowest) -> None:
            height = cm[1] * tm[4] + cm[3] * tm[5] + cm[5]
            if text.strip() and height > FOOT:
                lowest.append(height)

        sheet.extract_text(visitor_text=read)
        assert min(lowest) < GREATEST_HOLE * float(sheet.mediabox.height)
