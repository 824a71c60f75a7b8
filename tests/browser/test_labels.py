"""Texts of charts are not cut off, on any page, in any language, wide or narrow."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from data.language.languages import LANGUAGE_CODES, language
from tests.browser.conftest import Visit

Come = Callable[..., Visit]

TOLERANCE = 0.6
"""Tolerance in pixels for rounding and the overhang of letters."""

CUT_TEXTS = """
(tolerance) => [...document.querySelectorAll('[data-testid=stVegaLiteChart] svg')].flatMap(svg => {
  const frame = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')].filter(text => {
    if (!text.textContent.trim() || getComputedStyle(text).opacity === '0') return false;
    const box = text.getBoundingClientRect();
    if (!box.width) return false;
    const clip = text.closest('[clip-path]');
    const plot = clip?.closest('.mark-group')?.querySelector('.background')
      ?.getBoundingClientRect() ?? frame;
    return [frame, plot].some(within =>
      box.left < within.left - tolerance || box.right > within.right + tolerance ||
      box.top < within.top - tolerance || box.bottom > within.bottom + tolerance);
  }).map(text => text.closest('[class*=st-key-figure],[class*=st-key-chart]')?.className
    .match(/st-key-\\w+/)?.[0] + ': ' + text.textContent);
})
"""


def cut_texts(page: Page) -> list[str]:
    """Return the texts of charts outside their drawing area, after drawing has finished."""
    page.evaluate("() => document.fonts.ready")
    for _ in range(10):
        page.wait_for_timeout(300)
        found: list[str] = page.evaluate(CUT_TEXTS, TOLERANCE)
        if not found:
            break
    return found


GROUPS = {"survey": "Section of the questionnaire", "energy_routes": "Figures"}
"""English name of the control that selects a part of the figures, by page."""


def every_part(page: Page, path: str, code: str) -> Iterator[None]:
    """Yield after opening each part of a page."""
    yield
    if path in GROUPS:
        name = language(code).gettext(GROUPS[path])
        parts = page.get_by_role("radiogroup", name=name).get_by_role("radio")
        expect(parts.nth(2)).to_be_attached()
        for place in range(1, parts.count()):
            parts.nth(place).click()
            page.wait_for_timeout(500)
            yield


@pytest.mark.parametrize("screen", [{}, {"phone": True}], ids=["desk", "phone"])
@pytest.mark.parametrize("path", ["", "trade", "investment", "energy_routes", "survey"])
def test_no_text_of_a_chart_is_cut(visitor: Come, path: str, screen: dict[str, bool]) -> None:
    visit = visitor(**screen)
    cut = []
    for code in LANGUAGE_CODES:
        page = visit.open(f"{path}?lang={code}")
        for _part in every_part(page, path, code):
            visit.settle()
            cut += [(code, text) for text in cut_texts(page)]
    assert cut == []


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_an_axis_with_negative_numbers_shows_the_whole_minus_sign(visitor: Come, code: str) -> None:
    visit = visitor()
    page = visit.open(f"trade?lang={code}&trade=table6")
    below = page.locator(".st-key-figure_trade_balance svg .role-axis-label text", has_text="−")
    expect(below.first).to_be_visible()
    page.locator(".chip").first.click()
    expect(below).to_have_count(0)
    visit.settle()
    page.go_back()
    expect(below.first).to_be_visible()
    visit.settle()
    assert cut_texts(page) == []


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_an_axis_widens_for_longer_numbers(visitor: Come, code: str) -> None:
    visit = visitor()
    page = visit.open(f"trade?lang={code}&years=2018-2019")
    axis = page.locator(".st-key-figure_trade_balance svg .role-axis-label text")
    longest = language(code).number(1000)
    expect(axis.filter(has_text=longest)).to_have_count(0)
    page.get_by_role("slider").nth(1).focus()
    page.keyboard.press("End")
    expect(axis.filter(has_text=longest)).to_have_count(1)
    visit.settle()
    assert cut_texts(page) == []
