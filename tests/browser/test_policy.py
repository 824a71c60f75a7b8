"""Pages work with the strictest content security policy."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from components.controls.page_head import PAGES, Entry
from tests.browser.conftest import DRAWN, Visit
from tests.browser.server import running_server

Come = Callable[..., Visit]

WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`)
);
"""
MAP = "energy_routes"
CALM = "[data-testid=stApp][data-test-script-state=notRunning]:not(:has([data-stale=true]))"


@pytest.fixture(scope="module")
def strict() -> Iterator[str]:
    """Address of a server whose policy forbids `eval`."""
    with running_server(options={"ATLAS_STRICT_SCRIPTS": "1"}) as server:
        yield server.address


def opened(visitor: Come, address: str, path: str) -> Page:
    """Open a page and record the violations of its policy."""
    page = visitor(at=address, webgl=path.startswith(MAP)).page
    page.add_init_script(WATCH)
    answer = page.goto(address + path)
    assert answer
    assert "'unsafe-eval'" not in answer.headers["content-security-policy"]
    page.locator(DRAWN).first.wait_for()
    calm(page)
    return page


def calm(page: Page) -> None:
    """Wait until the script has run, without `eval`, which Playwright's waiting uses."""
    expect(page.locator(CALM)).to_have_count(1)


def violations(page: Page) -> list[str]:
    """Return the recorded violations of the policy on a page."""
    found: list[str] = page.evaluate("window.violations")
    return found


def changes_a_filter_and_shows_the_qr_code(page: Page) -> None:
    page.get_by_role("slider", name="Last year").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".chip .label").first).to_have_text("2018–2022")
    page.locator("summary", has_text="Share").click()
    expect(page.locator("img.code")).to_have_attribute("src", re.compile("^data:image"))


def downloads_a_picture(page: Page) -> None:
    with page.expect_download() as download:
        page.get_by_role("link", name="SVG", exact=True).first.click()
    assert b"<svg" in download.value.path().read_bytes()


def draws_the_interactive_map(page: Page) -> None:
    expect(page.locator("[data-testid=stDeckGlJsonChart] canvas").first).to_be_visible()
    page.wait_for_timeout(3000)


OWN: dict[str, tuple[str, Callable[[Page], None]]] = {
    "": ("", changes_a_filter_and_shows_the_qr_code),
    "trade": ("", downloads_a_picture),
    MAP: ("&selected=btc", draws_the_interactive_map),
}
"""What else is done on some pages, with an addition to their links."""


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.address or "overview")
def test_a_page_does_not_violate_its_content_security_policy(
    visitor: Come, strict: str, entry: Entry
) -> None:
    link, own = OWN.get(entry.address, ("", None))
    page = opened(visitor, strict, f"{entry.address}?lang=en{link}")
    for choice in ("Table", "Sources", "Download"):
        button = page.get_by_role("button", name=choice, exact=True).first
        if button.count():
            button.press("Space")
            # One panel after the other: a page is calm too that has not begun to open one.
            expect(button).to_have_attribute("aria-expanded", "true")
            calm(page)
    if own:
        own(page)
    assert violations(page) == []


def test_a_script_written_into_the_page_does_not_run(visitor: Come, address: str) -> None:
    page = visitor().page
    page.add_init_script(WATCH)
    page.goto(address)
    page.locator(DRAWN).first.wait_for()
    page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.harmed = true";
          document.body.append(script);
          document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.harmed = 1'>");
        }"""
    )
    page.wait_for_timeout(300)
    assert page.evaluate("window.harmed") is None
    assert violations(page)
