"""A visitor's own file from its upload to the chart, and its removal."""

from collections.abc import Callable

from playwright.sync_api import FilePayload, expect

from tests.browser.conftest import Visit
from tests.data.own_files import KAZ, TUR, comtrade, comtrade_row

Come = Callable[..., Visit]

ROWS = [
    comtrade_row(KAZ, "X", TUR, 2023, "3911000000"),
    comtrade_row(TUR, "M", KAZ, 2023, "3650000000"),
    comtrade_row(KAZ, "X", TUR, 2031, "4000000000"),
    comtrade_row(KAZ, "X", TUR, 2031, "7000000", commodity="27"),
]


def payload(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "text/csv", "buffer": content}


def test_a_file_is_understood_used_and_removed(visitor: Come) -> None:
    page = visitor().open("own_file?lang=en")
    field = page.locator(".upload input[type=file]")
    chart = page.locator(".st-key-figure_own_file svg.marks")
    field.set_input_files(payload("<b>.csv", b"name,colour\nx,y\n"))
    expect(page.get_by_role("alert")).to_contain_text("<b>.csv, row 1, “name, colour”")

    field.set_input_files(payload("mine.csv", comtrade(ROWS).encode("cp1254")))
    understood = page.locator(".st-key-own_read")
    expect(understood).to_contain_text("UN Comtrade, current format with 47 columns")
    expect(understood).to_contain_text("3 of 4")
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(chart).not_to_contain_text("2031")

    page.get_by_role("button", name="Use this file").press("Enter")
    expect(chart).to_contain_text("2031")
    expect(chart).to_contain_text("Your file: Kazakhstan")
    expect(page.locator(".st-key-own_mirror")).to_contain_text("−6.7%")
    page.get_by_role("combobox", name="First year").select_option("2023")
    expect(chart).not_to_contain_text("2018")

    page.locator(".upload select").select_option("27")
    expect(understood).to_contain_text("7")
    page.get_by_role("button", name="Discard").click()
    expect(understood).to_have_count(0)
    page.get_by_role("button", name="Remove the file").click()
    expect(chart).not_to_contain_text("2031")
    expect(page.locator(".st-key-own_mirror")).to_have_count(0)


def test_the_filter_of_years_reaches_a_newer_year_of_the_file(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("own_file?lang=en")
    field = page.locator(".upload input[type=file]")
    field.set_input_files(
        payload(
            "mine.csv", comtrade([*ROWS, comtrade_row(KAZ, "M", TUR, 2031, "5000000000")]).encode()
        )
    )
    page.get_by_role("button", name="Use this file").click()
    expect(page.locator(".st-key-own_read")).to_have_count(0)
    page.get_by_role("link", name="Trade", exact=True).click()
    last = page.get_by_role("slider", name="Last year")
    expect(last).to_have_value("2023")
    page.get_by_role("button", name="Show it in the charts").click()
    expect(last).to_have_value("2031")
    chart = page.locator(".st-key-figure_trade_turnover svg.marks")
    expect(chart).to_contain_text("2031")
    last.focus()
    page.keyboard.press("ArrowLeft")
    expect(chart).not_to_contain_text("2031")
    expect(last).to_have_value("2030")
    visit.settle()
    assert "years" not in page.url
    page.get_by_role("button", name="Remove the file").click()
    expect(last).to_have_value("2023")
