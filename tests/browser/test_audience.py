"""A talk with an audience: a presenter and two phones in two languages, and a server that ends."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, expect

from data.decks.parts import FORMAT
from tests.browser.accessibility import axe_faults
from tests.browser.conftest import Visit
from tests.browser.server import Server, running_server

Come = Callable[..., Visit]
PATIENCE_MS = 120_000
REVEAL = "document.querySelector('#decks iframe:not(.coming)')?.contentWindow.Reveal"
READY = f"() => {REVEAL}?.isReady()"
AT = f"""([slide, step]) => {{
  const {{ h, f }} = {REVEAL}.getIndices();
  return h === slide && (f ?? -1) + 1 === step;
}}"""
DECK = {
    "format": FORMAT,
    "version": 1,
    "slides": [
        {"message": {"en": "Beginning", "kk": "Басы", "tr": "Başlangıç", "ru": "Начало"}},
        {"figure": "trade_balance", "notes": "whispered", "steps": ["years=2019-2020"]},
        {"message": "End"},
    ],
}


@pytest.fixture
def server() -> Iterator[Server]:
    """A server of its own, which the test stops."""
    with running_server() as running:
        yield running


def wait_at(page: Page, slide: int, step: int = 0) -> None:
    """Wait until slides are at a place."""
    page.wait_for_function(AT, arg=[slide, step], timeout=PATIENCE_MS)


def start(page: Page) -> Page:
    """Start a talk on the page of decks, and open the slides of the presenter."""
    payload: FilePayload = {
        "name": "talk.json",
        "mimeType": "application/json",
        "buffer": json.dumps(DECK).encode(),
    }
    page.locator(".deck input[type=file]").set_input_files(payload)
    expect(page.locator(".slides li")).to_have_count(3)
    page.get_by_role("button", name="Present to an audience").press("Enter")
    link = page.get_by_role("link", name="Open the presenter’s slides")
    expect(link).to_be_focused()
    with page.context.expect_page() as opened:
        page.keyboard.press("Enter")
    return opened.value


def phone_of(visitor: Come, server: Server, code: str, **device: Any) -> Page:
    """Open the talk on a phone, and wait for its slides."""
    page = visitor(at=server.address, phone=True, touch=True, **device).page
    page.goto(f"{server.address}talk/{code}")
    page.wait_for_function(READY, timeout=PATIENCE_MS)
    return page


def look_around(presenter: Page, kazakh: Page, turkish: Page) -> None:
    """A phone leaves the presenter, changes the language, and rejoins."""
    turkish.locator("#follow").tap()
    expect(turkish.locator("#said")).to_have_text("Slaytlarda kendiniz geziniyorsunuz")
    turkish.locator("#back").tap()
    wait_at(turkish, 1, 0)
    presenter.keyboard.press("End")
    wait_at(kazakh, 2)
    wait_at(turkish, 1, 0)
    turkish.locator("#language").select_option("ru")
    slides = turkish.locator("#decks iframe[title='Слайды']")
    expect(slides).to_have_count(1, timeout=PATIENCE_MS)
    wait_at(turkish, 1, 0)
    turkish.get_by_role("button", name="Вернуться").tap()
    wait_at(turkish, 2)


def keep_without_server(server: Server, presenter: Page, kazakh: Page) -> None:
    """The slides of presenter and phones work without the server."""
    server.process.terminate()
    expect(presenter.locator("#said")).to_contain_text(
        "The server cannot be reached", timeout=20_000
    )
    expect(kazakh.locator("#said")).to_contain_text("Сервермен байланыс жоқ", timeout=20_000)
    presenter.keyboard.press("Enter")
    presenter.keyboard.press("Home")
    wait_at(presenter, 0)
    kazakh.locator("#follow").tap()
    kazakh.locator("#back").tap()
    wait_at(kazakh, 1, 1)


def test_phones_follow_look_around_and_keep_their_slides(visitor: Come, server: Server) -> None:
    visit = visitor(at=server.address)
    presenter = start(visit.open("present?lang=en"))
    presenter.wait_for_function(READY, timeout=PATIENCE_MS)
    assert "#" not in presenter.url
    code = re.findall(r"/talk/(\w+)/present", presenter.url)[0]
    expect(presenter.locator("#address")).to_have_text(re.compile(f"/talk/{code}$"))
    assert axe_faults(presenter) == []
    kazakh = phone_of(visitor, server, code, locale="kk-KZ")
    turkish = phone_of(visitor, server, code, locale="tr-TR", dark=True)
    expect(presenter.locator("#count")).to_have_text("Phones connected: 2")
    for phone, language, title in ((kazakh, "kk", "Басы"), (turkish, "tr", "Başlangıç")):
        expect(phone.locator("html")).to_have_attribute("lang", language)
        slides = phone.frame_locator("#decks iframe")
        expect(slides.locator("section.present h2")).to_have_text(title)
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert "whispered" not in slides.locator("html").inner_html()
        assert axe_faults(phone) == []
    theme = turkish.frame_locator("#decks iframe").locator("html")
    expect(theme).to_have_attribute("data-theme", "dark")

    presenter.keyboard.press("Enter")
    presenter.keyboard.press("ArrowRight")
    presenter.keyboard.press("ArrowRight")
    for page in (presenter, kazakh, turkish):
        wait_at(page, 1, 1)

    look_around(presenter, kazakh, turkish)
    thief = visitor(at=server.address).page
    thief.goto(f"{server.address}talk/{code}/present?lang=en")
    expect(thief.locator("#said")).to_contain_text("Only the presenter can open this page")

    presenter.close()
    expect(kazakh.locator("#said")).to_contain_text("Баяндамашымен байланыс жоқ")
    with visit.page.context.expect_page() as opened:
        visit.page.get_by_role("link", name="Open the presenter’s slides").click()
    again = opened.value
    again.wait_for_function(READY, timeout=PATIENCE_MS)
    wait_at(again, 2)
    expect(kazakh.locator("#said")).to_have_text("Баяндамашымен бірге қаралуда")

    keep_without_server(server, again, kazakh)
