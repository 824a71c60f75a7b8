"""A deck that the server has opened, presented to its end after the server has been killed."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from components.figures.registry import FIGURES
from data.choice.parameters import filter_space
from data.decks.files import load_deck
from data.load.dataset import load_dataset
from tests.browser.conftest import Visit
from tests.browser.server import Server, running_server

Come = Callable[..., Visit]

DECK = "five_minutes"
PATIENCE_MS = 120_000
AT = "() => [Reveal.getIndices().h, (Reveal.getIndices().f ?? -1) + 1]"
DRAWN = """
() => {
  const slide = document.querySelector("section.present");
  const step = slide.querySelectorAll(".fragment.visible").length;
  return !slide.querySelector(".chart") || slide.dataset.drawn === String(step);
}
"""
STATE = "section.present footer .state:not(.off)"


@pytest.fixture
def server() -> Iterator[Server]:
    """A server of its own, which the test kills."""
    with running_server() as running:
        yield running


def opened(page: Page) -> Page:
    """Open the slides of a built-in deck in a tab of their own."""
    page.locator(".deck select").first.select_option(DECK)
    expect(page.locator(".slides li")).to_have_count(6)
    with page.context.expect_page() as tab:
        page.get_by_role("link", name="Show", exact=True).press("Enter")
    slides = tab.value
    slides.locator("html[data-ready=yes]").wait_for(state="attached", timeout=PATIENCE_MS)
    return slides


def check_slide(slides: Page, presenter: Page, total: int) -> None:
    """The slide is drawn, has a code and a source, and the window of the presenter shows it."""
    slides.wait_for_function(DRAWN)
    number = slides.evaluate(AT)[0] + 1
    code = slides.locator(f"{STATE} a.code img")
    expect(code).to_be_visible()
    assert code.evaluate("(image) => image.naturalWidth") > 0
    cited = slides.locator(f"section.present p:visible:has-text('dissertation'), {STATE} .quiet")
    assert "Source: " in " ".join(cited.all_inner_texts())
    expect(presenter.locator("[data-field=place]")).to_contain_text(f"{number} / {total}")
    title = slides.locator("section.present header .state:not(.off) h2").inner_text()
    shown = presenter.locator("[data-preview=now] header .state:not(.off) h2")
    expect(shown).to_have_text(title)


def test_slides_and_presenter_go_on_after_the_server_is_killed(
    visitor: Come, server: Server
) -> None:
    deck = load_deck(DECK, figures=FIGURES, space=filter_space(load_dataset())).deck
    stops = [(n, step) for n, one in enumerate(deck.slides) for step in range(len(one.steps) + 1)]
    page = visitor(at=server.address).open("present?lang=en")
    slides = opened(page)
    faults: list[str] = []
    slides.on("pageerror", lambda error: faults.append(str(error)))
    with page.context.expect_page() as window:
        slides.keyboard.press("s")
    presenter = window.value
    for number, stop in enumerate(stops):
        if number == len(stops) // 2:
            server.process.kill()
            server.process.wait()
        if number:
            slides.keyboard.press("PageDown")
        assert slides.evaluate(AT) == list(stop)
        check_slide(slides, presenter, len(deck.slides))
    presenter.keyboard.press("Home")
    assert slides.evaluate(AT) == [0, 0]
    check_slide(slides, presenter, len(deck.slides))
    assert faults == []
