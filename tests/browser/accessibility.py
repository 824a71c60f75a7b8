"""What a page keeps for readers with a keyboard or a screen reader, as a list of faults."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

IMPACTS = {"moderate", "serious", "critical"}
CONTRAST = "color-contrast"
"""The rule of axe that depends on the colours of the theme."""

MOST_STOPS = 250
"""More key presses than any page has places that take the focus."""

_HEADINGS = """
() => {
  const found = [];
  const read = (root) => {
    for (const one of root.querySelectorAll('*')) {
      if (/^H[1-6]$/.test(one.tagName) && one.checkVisibility()) {
        found.push([Number(one.tagName[1]), one.textContent.trim()]);
      }
      if (one.shadowRoot) read(one.shadowRoot);
    }
  };
  read(document);
  return found;
}
"""

_CHART_NAMES = """
() => [...document.querySelectorAll('[data-testid=stVegaLiteChart][aria-label]')]
  .map((one) => one.getAttribute('aria-label'))
"""

_FOCUSED = """
() => {
  let one = document.activeElement;
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  if (!one || one === document.body) return null;
  const root = one.getRootNode();
  const outlined = (part) => {
    const style = getComputedStyle(part);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
  };
  // The style of the thumb of a slider cannot be read.
  let seen = one.type === 'range' && [...root.styleSheets, ...root.adoptedStyleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .some((rule) => rule.selectorText?.includes(':focus-visible::-webkit-slider-thumb'));
  let part = one;
  for (let step = 0; step < 6 && part && !seen; step += 1) {
    seen = outlined(part);
    part = part.parentElement ?? part.getRootNode().host;
  }
  const name = one.getAttribute('aria-label') ?? one.textContent;
  return [seen, `${one.tagName} ${one.className} ${name.trim().slice(0, 40)}`];
}
"""


def axe_faults(
    page: Page, *, rules: tuple[str, ...] = (), without: tuple[str, ...] = ()
) -> list[tuple[str, str, str]]:
    """Return what axe finds: rule, first element, and its message; without minor findings.

    Parameters
    ----------
    page : Page
        The page.
    rules : tuple of str
        Rules to check; empty for all.
    without : tuple of str
        Rules that are not checked.
    """
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = list(rules)
    if without:
        options["rules"] = {rule: {"enabled": False} for rule in without}
    found = page.evaluate("options => axe.run(options)", options)["violations"]
    return [
        (fault["id"], fault["nodes"][0]["html"][:200], fault["nodes"][0]["failureSummary"][:200])
        for fault in found
        if fault["impact"] in IMPACTS
    ]


def headings(page: Page) -> list[tuple[int, str]]:
    """Return level and text of the visible headings, in their order."""
    return [(level, text) for level, text in page.evaluate(_HEADINGS)]


def skipped_levels(found: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the headings that are more than one level below the one before."""
    levels = [1, *(level for level, _text in found)]
    return [one for before, one in zip(levels, found, strict=False) if one[0] > before + 1]


def repeated_names(page: Page) -> list[str]:
    """Return the names that several charts of the page have."""
    names: list[str] = page.evaluate(_CHART_NAMES)
    return sorted({name for name in names if names.count(name) > 1})


def invisible_stops(page: Page) -> tuple[int, list[str]]:
    """Press Tab through a page; return the number of stops, and those whose focus is not seen."""
    stops, unseen = 0, []
    page.evaluate("() => document.activeElement?.blur()")
    for _press in range(MOST_STOPS):
        page.keyboard.press("Tab")
        focused = page.evaluate(_FOCUSED)
        if focused is None:
            if stops:
                break
            continue
        stops += 1
        seen, name = focused
        if not seen:
            unseen.append(name)
    return stops, list(dict.fromkeys(unseen))
