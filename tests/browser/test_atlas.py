"""Pages in a browser: charts, filters, links, downloads, accessibility."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from data.evidence.series import printed_series
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import load_dataset
from tests.browser.conftest import Visit, at_rest
from tests.browser.server import copied_app, running_app

Come = Callable[..., Visit]

DATASET = load_dataset()
YEARS = [seen.year for seen in printed_series(DATASET, "trade", "turnover", "table7")]
COLUMNS = [seen.year for seen in printed_series(DATASET, "trade", "exports", "table7")]
"""Years of the headline and of the columns in the default series."""


def years_in_address(visit: Visit) -> str:
    found = re.search(r"years=([\d-]+)", visit.page.url)
    return found.group(1) if found else ""


def test_the_first_page_is_in_the_language_of_the_browser(visitor: Come) -> None:
    page = visitor(locale="kk-KZ").open()
    expect(page.locator("p.name")).to_have_text(language("kk").gettext("Kazakhstan–Türkiye Atlas"))


def test_a_page_is_drawn_before_the_server_has_said_how_it_is(visitor: Come) -> None:
    visit = visitor()
    asked: list[str] = []

    def hold(route: Route) -> None:
        asked.append(route.request.url)

    visit.page.route(re.compile(r"/_stcore/(health|host-config)$"), hold)
    visit.open("trade")
    assert {url.removeprefix(visit.address) for url in asked} == {
        "_stcore/health",
        "_stcore/host-config",
    }


def test_a_click_on_a_year_filters_the_other_views(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("trade")
    chart = page.locator(".st-key-figure_trade_turnover svg")
    column = chart.locator(".parts_marks path").nth(COLUMNS.index(2020))
    box = column.bounding_box()
    assert box
    page.mouse.click(box["x"] + 10, box["y"] + box["height"] - 6)
    expect(page.locator("h2.atlas-headline").first).to_contain_text("in 2020")
    expect(page.locator(".st-key-figure_trade_balance h2")).to_contain_text("in 2020")
    assert years_in_address(visit) == "2020-2020"
    page.mouse.dblclick(box["x"] + 10, box["y"] + box["height"] - 6)
    expect(page.locator("h2.atlas-headline").first).to_contain_text(
        f"between {YEARS[0]} and {YEARS[-1]}"
    )


def test_dragging_across_years_filters_the_other_views(visitor: Come) -> None:
    visit = visitor()
    page = visit.open()
    bars = page.locator("[class*=st-key-chart_trade_answers] svg .parts_marks path")
    start, end = (at_rest(bars.nth(COLUMNS.index(year))) for year in (2019, 2021))
    page.mouse.move(start["x"] + 4, start["y"] + 8)
    page.mouse.down()
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + 12, steps=8)
    page.mouse.up()
    expect(page.locator("h2", has_text="Türkiye’s investment")).to_contain_text("2019 and 2021")
    assert years_in_address(visit) == "2019-2021"


def test_filters_survive_pages_and_reload(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("?lang=en&years=2019-2021&sectors=energy&trade=table6")
    page.get_by_role("link", name="Investment").click()
    expect(page.locator("h1.atlas-title")).to_have_text("Investment between Kazakhstan and Türkiye")
    expect(page.locator("h2.atlas-headline").first).to_contain_text("between 2019 and 2021")
    visit.settle()
    assert years_in_address(visit) == "2019-2021"
    page.reload()
    expect(page.locator("h2.atlas-headline").first).to_contain_text("between 2019 and 2021")
    assert "sectors=energy" in page.url
    assert "trade=table6" in page.url


def test_the_controls_show_the_current_filters_on_every_page(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("trade?lang=en&years=2019-2021&sectors=energy&trade=table6")
    for name, title, table in (
        ("Investment", "Investment between", "Table 8"),
        ("Trade", "Trade of", "Table 6"),
    ):
        page.get_by_role("link", name=name).click()
        expect(page.locator("h1.atlas-title")).to_contain_text(title)
        visit.settle()
        for thumb, year in (("First year", "2019"), ("Last year", "2021")):
            expect(page.get_by_role("slider", name=thumb)).to_have_value(year)
        for chosen in ("2019–2021", "Energy"):
            expect(page.locator(".chip", has_text=chosen)).to_be_visible()
        for control in ("Sectors: Energy", f"Source: {table}"):
            expect(page.locator("summary", has_text=control)).to_be_visible()
    page.get_by_role("slider").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("h2.atlas-headline").first).to_contain_text("between 2020 and 2021")


def test_no_category_of_a_survey_chart_is_dropped(visitor: Come) -> None:
    for code in LANGUAGE_CODES:
        page = visitor(phone=True).open(f"survey?lang={code}")
        page.locator(".st-key-survey_section").get_by_role("radio").nth(3).click()
        labels = page.locator(".st-key-figure_survey_q12 svg .role-axis-label text")
        expect(labels.filter(has_not_text="%")).to_have_count(5)
        shown = page.evaluate(
            "() => [...document.querySelectorAll('.st-key-figure_survey_q12 svg .role-axis-label "
            "text')].filter(label => !label.textContent.includes('%'))"
            ".map(label => label.getAttribute('opacity'))"
        )
        assert "0" not in shown


def test_the_back_button_restores_the_previous_filters(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("trade?lang=en&years=2019-2021")
    slider = page.get_by_role("slider").first
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("h2.atlas-headline").first).to_contain_text("between 2020 and 2021")
    visit.settle()
    page.go_back()
    expect(page.locator("h2.atlas-headline").first).to_contain_text("between 2019 and 2021")


def test_a_hostile_link_is_shown_as_text(visitor: Come) -> None:
    page = visitor().open("trade?years=<img src=x onerror=alert(1)>&lang=xx")
    expect(page.locator("[data-testid=stAlert]")).to_be_visible()
    note = page.locator("ul.atlas-list")
    expect(note).to_contain_text("years=<img src=x")
    assert note.locator("img, a").count() == 0


def test_filters_and_panels_are_reachable_by_keyboard(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("trade?lang=en")
    reached = set()
    for _ in range(120):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate(
                "() => {let at = document.activeElement;"
                "while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;"
                "return (at.getAttribute('aria-label') || at.innerText || '').trim()"
                ".split(/\\n/).pop()}"
            )
        )
    wanted = {"Overview", "Investment", "First year", "Table 7", "Share", "Table"}
    assert wanted <= reached
    card = page.locator(".st-key-figure_trade_growth")
    card.get_by_role("button", name="Table", exact=True).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(card).to_contain_text("Kazakhstan’s trade with Türkiye, 2018–2023")
    page.get_by_role("slider").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("h2.atlas-headline").first).to_contain_text(
        f"between {YEARS[1]} and {YEARS[-1]}"
    )


def test_table_and_sources_open_below_the_chart(visitor: Come) -> None:
    page = visitor().open("trade?lang=en")
    card = page.locator(".st-key-figure_trade_growth")
    card.get_by_text("Table", exact=True).click()
    expect(card.locator("table")).to_contain_text("computed")
    expect(card.locator("table")).to_contain_text("1007, 1014")
    expect(card.locator("[data-testid=stVegaLiteChart] svg")).to_be_visible()
    card.get_by_text("Sources", exact=True).click()
    expect(card).to_contain_text("Kazakhstan’s trade with Türkiye, 2018–2023")
    expect(card.locator("table")).to_have_count(0)


SIGNATURES = {
    "CSV": b'\xef\xbb\xbf"id"',
    "XLSX": b"PK",
    "PNG": b"\x89PNG",
    "SVG": b"<svg",
    "PDF": b"%PDF",
}
"""Formats of the downloads of a figure, and what their files begin with."""


def test_a_figure_can_be_downloaded_in_every_format(
    visitor: Come, subtests: pytest.Subtests
) -> None:
    page = visitor().open("investment?lang=kk")
    card = page.locator(".st-key-figure_investment_flows")
    card.get_by_text(language("kk").gettext("Download"), exact=True).click()
    for ending, start in SIGNATURES.items():
        with subtests.test(ending):
            with page.expect_download() as download:
                card.get_by_role("link", name=ending, exact=True).click()
            name = f"atlas_investment_flows_kk.{ending.lower()}"
            assert download.value.suggested_filename == name
            assert Path(download.value.path()).read_bytes().startswith(start)


def test_a_contradiction_opens_below_the_figure_of_its_values(visitor: Come) -> None:
    page = visitor().open("trade?lang=en")
    card = page.locator(".st-key-figure_trade_turnover")
    card.get_by_role("button", name=re.compile(r"Contradictions \(\d+\)")).click()
    conflict = card.locator("details.atlas-conflict").first
    expect(conflict.locator("dl")).to_be_hidden()
    conflict.locator("summary").click()
    expect(conflict.locator("dl")).to_contain_text("Table 6")
    card.get_by_text("Table", exact=True).click()
    expect(card.locator("table")).to_contain_text("⚠")


def test_a_row_of_the_catalogue_opens_below_the_table(visitor: Come) -> None:
    visit = visitor()
    page = visit.page
    page.goto(visit.address + "sources?lang=en")
    page.get_by_role("searchbox", name="Search").fill("kz-tr-turnover-2022 ¶1332")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 value", exact=True)).to_be_visible()
    visit.settle()
    row = page.locator(".st-key-catalogue_list tbody tr")
    expect(row).to_contain_text("6.3")
    row.locator("summary").first.click()
    expect(page.locator("details.atlas-conflict").first).to_be_visible()


def test_the_data_package_can_be_downloaded(visitor: Come) -> None:
    visit = visitor()
    page = visit.page
    page.goto(visit.address + "sources?lang=en")
    page.get_by_role("radio", name="Data package").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the data package").click()
    assert zipfile.is_zipfile(download.value.path())


def test_a_broken_table_is_named_and_the_other_pages_work(visitor: Come, tmp_path: Path) -> None:
    copy = copied_app(tmp_path / "atlas")
    table = copy / "data" / "tables" / "trade.csv"
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace(",3000,", ",three thousand,", 1), encoding="utf-8")
    with running_app(folder=copy) as address:
        visit = visitor(at=address)
        page = visit.page
        page.goto(f"{address}trade?lang=en")
        expect(page.locator("[data-testid=stAlert]").first).to_be_visible()
        faults = page.locator(".st-key-figure_trade_turnover ul.atlas-list")
        expect(faults).to_contain_text("trade.csv, row 3, column value")
        expect(faults).to_contain_text("rule: number")
        assert page.get_by_text("Traceback").count() == 0
        visit.open("investment?lang=en")
        expect(page.locator("h2.atlas-headline").first).to_contain_text("investment")
        table.write_text(text, encoding="utf-8")
        visit.open("trade?lang=en")
        expect(page.locator("h2.atlas-headline").first).to_contain_text("Trade turnover rose")
