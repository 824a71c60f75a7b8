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
(tolerance) => [...document.querySelectorAll('[data-testid=stVegaLiteChart] svg')].flatMap(svg => {
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


def touching_texts(page: Page) -> list[str]:
    """Return the pairs of texts of charts that lie on each other, once the drawing has settled."""
    page.evaluate("() => document.fonts.ready")
    for _ in range(10):
        page.wait_for_timeout(300)
        found: list[str] = page.evaluate(TOUCHING_TEXTS, LETTERS_APART)
        if not found:
            break
    return found
