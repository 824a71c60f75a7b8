"""Error page for uncaught exceptions: message, menu, and one line in the log."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from data.language.languages import language
from tests.browser.conftest import Visit
from tests.browser.server import copied_app, running_server

Come = Callable[..., Visit]

SAYING = "This page could not be shown. The error is in the Atlas, not in your input."


@dataclass(frozen=True)
class Fault:
    """A function that fails, and a page on which it does.

    Parameters
    ----------
    module : str
        Path of the module.
    beginning : str
        Beginning of the function.
    page : str
        Address of the page.
    bare : bool
        Whether the menu of the page has no working links.
    """

    module: str
    beginning: str
    page: str = "sources"
    bare: bool = False


VIEWS = Fault("components/sources/views.py", "def show_sources(view: View) -> None:")
GESTURE = Fault(
    "components/page/visit.py", "def _take(message: Message) -> None:", page="trade", bare=True
)
HEAD = Fault(
    "components/controls/page_head.py",
    "def _menu(current: str, slides: int, words: Language)",
    bare=True,
)


def break_function(folder: Path, fault: Fault) -> None:
    """Let a function of a copy of the Atlas fail."""
    module = folder / fault.module
    text = module.read_text(encoding="utf-8")
    start = text.index(fault.beginning)
    end = text.index(":\n", text.index(")", start)) + 2
    module.write_text(
        f'{text[:end]}    raise ZeroDivisionError("broken on\\npurpose")\n{text[end:]}',
        encoding="utf-8",
    )


def shows_a_message(visitor: Come, address: str, fault: Fault) -> None:
    visit = visitor(at=address)
    page = visit.page
    page.goto(f"{address}{fault.page}?lang=kk")
    if fault is GESTURE:
        page.get_by_role("slider").nth(1).focus()
        page.keyboard.press("ArrowLeft")
    expect(page.get_by_text(language("kk").gettext(SAYING)).first).to_be_visible()
    expect(page.locator("[data-testid=stException]")).to_have_count(0)
    expect(page.get_by_text("ZeroDivisionError")).to_have_count(0)
    trade = page.get_by_role("link", name=language("kk").gettext("Trade"), exact=True).first
    expect(trade).to_be_visible()
    if not fault.bare:
        trade.click()
        page.wait_for_url("**/trade*")


@pytest.mark.parametrize("faults", [(VIEWS, GESTURE), (HEAD,)], ids=["page, gesture", "head"])
def test_an_uncaught_error_shows_a_message_and_the_menu(
    visitor: Come, tmp_path: Path, faults: tuple[Fault, ...], subtests: pytest.Subtests
) -> None:
    copy, log = copied_app(tmp_path / "atlas"), tmp_path / "log.txt"
    for fault in faults:
        break_function(copy, fault)
    said = 0
    with running_server(folder=copy, log=log) as server:
        for fault in faults:
            with subtests.test(fault.module):
                shows_a_message(visitor, server.address, fault)
                written = log.read_text(encoding="utf-8")
                lines = [line for line in written.splitlines() if "ZeroDivisionError" in line]
                assert len(lines) > said
                said = len(lines)
                assert all("broken on purpose" in line for line in lines)
                assert "Traceback" not in written
