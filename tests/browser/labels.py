"""Texts of charts that leave their drawing."""

from playwright.sync_api import Page

TOLERANCE = 0.6
"""Pixels that rounding and the overhang of letters may take."""

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
    """Return the texts of charts that leave their drawing, once it has settled."""
    page.evaluate("() => document.fonts.ready")
    for _ in range(10):
        page.wait_for_timeout(300)
        found: list[str] = page.evaluate(CUT_TEXTS, TOLERANCE)
        if not found:
            break
    return found


TOUCHING_TEXTS = """
([within, tolerance]) => [...document.querySelectorAll(within + ' svg.marks')].flatMap(svg => {
  const shown = [...svg.querySelectorAll('text')].filter(text =>
    text.textContent.trim() && getComputedStyle(text).opacity !== '0');
  const boxes = shown.map(text => text.getBoundingClientRect());
  return shown.flatMap((text, number) => boxes.slice(0, number).flatMap((other, earlier) => {
    const box = boxes[number];
    const apart = box.right <= other.left + tolerance || other.right <= box.left + tolerance ||
      box.bottom <= other.top + tolerance || other.bottom <= box.top + tolerance;
    return apart ? [] : [`${shown[earlier].textContent} / ${text.textContent}`];
  }));
})
"""

LETTERS_APART = 3.0
"""Pixels of overlap of two boxes whose letters do not touch: a box is higher than its letters."""


def touching_texts(page: Page, within: str = "[data-testid=stVegaLiteChart]") -> list[str]:
    """Return the pairs of texts of charts that lie on each other, once the drawing has settled.

    Parameters
    ----------
    page : Page
        The open page.
    within : str
        Selector of what holds the charts.
    """
    page.evaluate("() => document.fonts.ready")
    for _ in range(10):
        page.wait_for_timeout(300)
        found: list[str] = page.evaluate(TOUCHING_TEXTS, [within, LETTERS_APART])
        if not found:
            break
    return found


COVERED_TEXTS = """
(tolerance) => [...document.querySelectorAll('[data-testid=stVegaLiteChart] svg')].flatMap(svg => {
  const texts = [...svg.querySelectorAll('.mark-text text')].filter(text =>
    text.textContent.trim() && getComputedStyle(text).opacity !== '0');
  const marks = [...svg.querySelectorAll('.mark-symbol path')].filter(mark =>
    mark.getAttribute('fill') === 'transparent' && mark.getAttribute('stroke'));
  return marks.flatMap(mark => texts.filter(text => {
    const [box, other] = [text, mark].map(one => one.getBoundingClientRect());
    return box.left < other.right - tolerance && other.left < box.right - tolerance &&
      box.top < other.bottom - tolerance && other.top < box.bottom - tolerance;
  }).map(text => `${text.textContent} under ${mark.getAttribute('aria-label') ?? 'a mark'}`));
})
"""

MARKS_APART = 5.0
"""Pixels of overlap of the boxes of a hollow mark and a text that do not touch."""


def covered_texts(page: Page) -> list[str]:
    """Return the texts of charts that hollow marks lie on."""
    found: list[str] = page.evaluate(COVERED_TEXTS, MARKS_APART)
    return found
