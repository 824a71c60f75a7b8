"""A deck opened from a file without a network, presented with the keyboard alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from components.decks.document import deck_html
from components.figures.registry import FIGURES
from data.choice.parameters import filter_space
from data.decks.files import load_deck
from data.decks.model import Deck
from data.load.dataset import load_dataset
from tests.browser.conftest import at_rest
from tests.browser.contexts import Contexts, Device

READY = "document.documentElement.dataset.ready === 'yes'"

# What is written on the slides, in pixels of 1280 × 720: size, text, and whether it is in a chart.
LETTERS = """
() => [...document.querySelectorAll('section[data-number] .slide')].flatMap((slide) =>
  [...slide.querySelectorAll('h2, p, b, span, svg text')].filter((one) => one.textContent.trim())
    .map((one) => {
      const svg = one.closest('svg:not(svg svg)');
      const box = svg?.viewBox.baseVal;
      const scale = svg ? Math.min(svg.clientWidth / box.width, svg.clientHeight / box.height) : 1;
      const size = parseFloat(getComputedStyle(one).fontSize) * scale;
      return [size, one.textContent.slice(0, 40), Boolean(svg || one.closest('.legend'))];
    }))
"""

# Parts of slides that are larger than their room.
CUT = """
() => [...document.querySelectorAll('section[data-number]')].flatMap((section) =>
  [...section.querySelectorAll('.slide, header, footer, .body')]
    .filter((part) => part.scrollHeight > part.clientHeight + 1)
    .map((part) => `${section.dataset.number} ${part.tagName} ${part.className}`))
"""

# Words of charts that leave the picture.
OUTSIDE = """
() => [...document.querySelectorAll('.chart svg text')].filter((text) => {
  const [inner, outer] = [text, text.closest('.chart')].map((one) => one.getBoundingClientRect());
  return text.textContent.trim() && (inner.left < outer.left - 2 || inner.right > outer.right + 2);
}).map((text) => text.textContent)
"""


@pytest.fixture
def context(contexts: Contexts) -> Iterator[Any]:
    device = Device()
    context = contexts.take(device)
    context.set_offline(True)
    yield context
    context.set_offline(False)
    contexts.give_back(device, context)


def place(page: Page) -> list[int]:
    found: list[int] = page.evaluate("() => [Reveal.getIndices().h, Reveal.getIndices().f ?? -1]")
    return found


def labels(page: Page) -> str:
    found: str = page.evaluate(
        "() => [...document.querySelectorAll('.present .chart svg text')]"
        ".map((text) => text.textContent).join('|')"
    )
    return found


def go_to(page: Page, number: int) -> None:
    page.keyboard.type(str(number + 1))
    page.keyboard.press("Enter")
    assert place(page)[0] == number


def number_of(deck: Deck, figure: str) -> int:
    (number,) = [number for number, slide in enumerate(deck.slides) if slide.figure == figure]
    return number


def check_letters(page: Page) -> None:
    letters = page.evaluate(LETTERS)
    assert [one for one in letters if one[0] < (18 if one[2] else 28) - 0.01] == []
    assert page.evaluate(CUT) == []
    assert page.evaluate(OUTSIDE) == []


def walk(page: Page, deck: Deck) -> None:
    """Go forward through all slides and steps with a clicker, and back."""
    stops = sum(1 + len(slide.steps) for slide in deck.slides)
    seen = [place(page)]
    for _ in range(stops - 1):
        page.keyboard.press("PageDown")
        seen.append(place(page))
    last = len(deck.slides) - 1
    assert seen[-1] == [last, len(deck.slides[-1].steps) - 1]
    assert len({tuple(one) for one in seen}) == stops
    for key, number in (("Home", 0), ("End", last), ("PageUp", last - 1)):
        page.keyboard.press(key)
        assert place(page)[0] == number


def step_through(page: Page) -> None:
    """Steps replace the rows of the chart; hovering names a value."""

    def at(step: int) -> str:
        page.wait_for_function(f"document.querySelector('.present').dataset.drawn === '{step}'")
        return labels(page)

    before = at(0)
    page.keyboard.press("Space")
    assert at(1) != before
    page.keyboard.press("ArrowLeft")
    assert at(0) == before
    page.locator(".present .chart .mark-rect path").first.hover()
    expect(page.locator("#vg-tooltip-element.visible")).to_be_visible()


def blank_and_choose(page: Page, deck: Deck) -> None:
    for key in ("b", "."):
        page.keyboard.press(key)
        assert page.evaluate("Reveal.isPaused()")
        page.keyboard.press(key)
        assert not page.evaluate("Reveal.isPaused()")
    number = place(page)[0]
    page.keyboard.press("o")
    pictures = page.locator("#overview .preview")
    expect(pictures).to_have_count(len(deck.slides))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(pictures).to_have_count(0)
    assert place(page)[0] == number + 1


def present(page: Page, presenter: Page, deck: Deck, code: str) -> None:
    """The window of the presenter follows, and its keys move the slides."""
    number = place(page)[0]
    notes = presenter.locator("[data-field=notes]")
    expect(notes).to_have_text(deck.slides[number].notes.text(code))
    expect(presenter.locator("[data-preview=next] .slide h2").first).to_be_attached()
    presenter.keyboard.press("ArrowRight")
    presenter.keyboard.press("ArrowRight")
    at = place(page)[0]
    assert at > number
    expect(notes).to_have_text(deck.slides[at].notes.text(code))
    expect(presenter.locator("[data-field=place]")).to_contain_text(f"{at + 1} / ")
    expect(presenter.locator("[data-field=elapsed]")).not_to_have_text("")
    presenter.close()


@pytest.mark.parametrize("code", ["kk", "en"])
def test_a_deck_is_presented_with_the_keyboard_from_a_file(
    context: Any, tmp_path: Path, code: str
) -> None:
    dataset = load_dataset()
    space = filter_space(dataset)
    deck = load_deck("default", figures=FIGURES, space=space).deck
    file = tmp_path / "deck.html"
    html = deck_html(
        deck, dataset=dataset, space=space, code=code, notes=True, address="http://atlas.test/"
    )
    file.write_text(html, encoding="utf-8")
    page = context.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(file.as_uri())
    page.wait_for_function(READY)
    check_letters(page)
    walk(page, deck)
    go_to(page, number_of(deck, "trade_turnover"))
    step_through(page)
    blank_and_choose(page, deck)
    with context.expect_page() as opened:
        page.keyboard.press("s")
    present(page, opened.value, deck, code)
    page.keyboard.press("t")
    page.wait_for_function("document.documentElement.dataset.theme === 'dark'")
    go_to(page, number_of(deck, "route_map"))
    point = page.locator(".present .map .points circle").first
    # A slide that is still being scaled moves away from under the pointer.
    at_rest(point)
    point.hover(force=True)
    expect(page.locator("#tip strong")).not_to_be_empty()
    assert faults == []
    assert [url for url in asked if not url.startswith(("file:", "data:", "about:", "blob:"))] == []
