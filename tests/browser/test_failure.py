"""Error page for uncaught exceptions: message, menu, and one line in the log."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from data.language.languages import language
from tests.browser.conftest import Visit
from tests.browser.server import REPOSITORY, running_server

Come = Callable[..., Visit]

SAYING = "This page could not be shown. The error is in the Atlas, not in your input."

FAULTS = {
    "page": ("components/sources/views.py", "def show_sources(view: View) -> None:", False),
    "head": ("components/controls/page_head.py", "def _menu(current: str, words: Language)", True),
    "gesture": ("components/page/visit.py", "def _take(message: Message) -> None:", True),
}


@pytest.mark.parametrize("place", FAULTS)
def test_an_uncaught_error_shows_a_message_and_the_menu(
    visitor: Come, tmp_path: Path, place: str
) -> None:
    copy, log = tmp_path / "atlas", tmp_path / "log.txt"
    ignored = shutil.ignore_patterns(".git", ".venv", "*_cache", "__pycache__", "tests")
    shutil.copytree(REPOSITORY, copy, ignore=ignored)
    name, beginning, bare = FAULTS[place]
    module = copy / name
    text = module.read_text(encoding="utf-8")
    start = text.index(beginning)
    end = text.index(":\n", text.index(")", start)) + 2
    module.write_text(
        f'{text[:end]}    raise ZeroDivisionError("broken on\\npurpose")\n{text[end:]}',
        encoding="utf-8",
    )
    with running_server(folder=copy, log=log) as server:
        visit = visitor(at=server.address, locale="kk-KZ")
        page = visit.page
        page.goto(f"{server.address}{'trade' if place == 'gesture' else 'sources'}?lang=kk")
        if place == "gesture":
            page.get_by_role("slider").nth(1).focus()
            page.keyboard.press("ArrowLeft")
        expect(page.get_by_text(language("kk").gettext(SAYING)).first).to_be_visible()
        expect(page.locator("[data-testid=stException]")).to_have_count(0)
        expect(page.get_by_text("ZeroDivisionError")).to_have_count(0)
        trade = page.get_by_role("link", name=language("kk").gettext("Trade"), exact=True).first
        expect(trade).to_be_visible()
        if not bare:
            trade.click()
            page.wait_for_url("**/trade*")
    written = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in written
    lines = [line for line in written.splitlines() if "ZeroDivisionError" in line]
    assert all("broken on purpose" in line for line in lines)
    assert "Traceback" not in written
