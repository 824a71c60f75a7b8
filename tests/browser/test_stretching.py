"""Pages in a pseudo-language with longer words: no text is cut, no page too wide, none English."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

from components.controls.key_texts import key_rows
from data.choice.parameters import filter_space
from data.citation import TEAM
from data.language.languages import DEFAULT_LANGUAGE, language
from data.load.dataset import load_dataset
from tests.browser.conftest import Visit
from tests.browser.labels import TOLERANCE, cut_texts
from tests.browser.server import copied_app, running_app
from tests.browser.test_looks import PATHS, SIZES, every_part
from tests.deck_texts import deck_texts
from tests.rendered.pseudo import OPEN, STAND_IN, pseudo, write_catalogue, write_tables

Come = Callable[..., Visit]

SEEN = (Path(__file__).parent / "seen_texts.js").read_text(encoding="utf-8").strip().rstrip(";")
UNTRANSLATED = {
    *("Skip to main content", "CSV", "XLSX", "BibTeX"),
    *("Tab", "Enter", "Esc", "Home", "End", "MIT", "CC BY 4.0"),
    "Source Sans 3, SIL Open Font License 1.1",
    *(key for keys, _meaning in key_rows(language(DEFAULT_LANGUAGE)) for key in keys),
}
"""A link of Streamlit itself, shown when it has the focus; file formats, keys and licences."""

IN_DECKS = deck_texts(filter_space(load_dataset()), STAND_IN)

REFERENCES = ("@software{", TEAM)
"""Beginnings of a BibTeX record and of references, whose words are those of the styles."""

LARGE = ViewportSize(width=1280, height=1080)

OVERFLOW = """
() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
  .map((part) => part.scrollWidth - part.clientWidth)
"""


@pytest.fixture(scope="module")
def pseudo_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a copy of the Atlas runs that has the pseudo-language in the place of Turkish."""
    copy = copied_app(tmp_path_factory.mktemp("pseudo") / "atlas")
    write_catalogue(copy / "data" / "locale")
    write_tables(copy / "data")
    with running_app(folder=copy) as address:
        yield address


def seen_texts(page: Page) -> dict[str, list[str]]:
    """Return texts cut off by a box or the window, texts and names with plain letters."""
    found: dict[str, list[str]] = page.evaluate(SEEN, TOLERANCE)
    return found


@pytest.mark.parametrize("path", PATHS)
def test_a_page_of_longer_texts_cuts_none_and_is_no_wider(
    visitor: Come, pseudo_address: str, path: str
) -> None:
    visit = visitor(at=pseudo_address)
    page = visit.open(f"{path}?lang={STAND_IN}")
    assert OPEN in page.title()
    if not path:
        # Charts of the overview are as high as the window leaves them; they become lower below.
        page.set_viewport_size(LARGE)
        visit.settle()
        assert cut_texts(page) == []
    sizes = [*SIZES.values()]
    for _part in every_part(page, path, pseudo):
        # The next part is drawn on the last screen first.
        sizes.reverse()
        for size in sizes:
            page.set_viewport_size(size)
            visit.settle()
            assert cut_texts(page) == []
            seen = seen_texts(page)
            assert seen["cut"] == []
            plain = {text for text in seen["plain"] if OPEN not in text}
            plain = {text for text in plain if not text.startswith(REFERENCES)}
            assert plain <= UNTRANSLATED | IN_DECKS
            assert {name for name in seen["named"] if OPEN not in name} <= UNTRANSLATED
            assert max(page.evaluate(OVERFLOW)) <= 1
