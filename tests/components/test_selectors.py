"""Selectors of style sheets: `:has()` must not make a browser style the page anew at each change.

Chromium 156 looks for elements that a `:has()` concerns whenever an element changes that its
argument may match, and then styles all that were ever compared with it.
"""

import re
from pathlib import Path

import pytest

from components.assets import FOLDER

SHEETS = sorted(
    path
    for path in FOLDER.rglob("*.css")
    # Those of talks and decks are pages of their own, which change little.
    if path.parent.name not in {"talks", "decks"}
)

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_NAMED = re.compile(r"[.#\[a-z]")


def closed(text: str, start: int, pair: str = "()") -> int:
    """Place after the bracket that closes the one at `start`."""
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] == pair[0]) - (text[place] == pair[1])
        if depth == 0:
            return place + 1
    pytest.fail("a bracket is not closed")


def on_screens(sheet: str) -> str:
    """Return a style sheet without comments and without what is for paper."""
    text = _COMMENT.sub("", sheet)
    while (start := text.find("@media print")) >= 0:
        text = text[:start] + text[closed(text, text.index("{", start), "{}") :]
    return text


def compared_with_all(text: str, start: int) -> bool:
    """Whether nothing but `:has()` at a place, or the brackets around it, chooses an element."""
    depth = 0
    for place in range(start - 1, -1, -1):
        depth += (text[place] == "(") - (text[place] == ")")
        if depth == 1:
            return compared_with_all(text, text.rindex(":", 0, place))
        if depth == 0 and text[place] in "{};":
            break
    return start == 0 or text[start - 1] in " \n,>+~"


def slow(sheet: str) -> list[str]:
    """Return the selectors that compare too many elements, or look at too many changes."""
    found = []
    text = on_screens(sheet)
    for one in re.finditer(r":has\(", text):
        written = text[one.start() : closed(text, one.end() - 1)]
        argument = written.removeprefix(":has(").removesuffix(")")
        outside = re.sub(r"\([^()]*\)", "()", argument)
        compounds = [part for part in re.split(r"[\s>+~,]+", outside) if part]
        if (
            compared_with_all(text, one.start())
            or "[class" in argument
            or ":not(" in argument
            or not all(_NAMED.match(compound) for compound in compounds)
        ):
            found.append(written)
    return found


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_a_sheet_compares_few_elements_with_what_they_contain(path: Path) -> None:
    assert slow(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "selector",
    [
        ":has(> .card)",
        ".page :has(> .card)",
        ".page > :has(.card)",
        ".page:has(> * > .card)",
        '.page:has([class*="card"])',
        ".page:has(.card:not([hidden]))",
        ".page:has(.row > :nth-child(2))",
    ],
)
def test_slow_selectors_are_found(selector: str) -> None:
    assert slow(f"{selector} {{ margin: 0; }}")
    assert slow(f"@media print {{ {selector} {{ margin: 0; }} }}") == []
    assert slow("div.page:has(> .card, details[open]) { margin: 0; }") == []
