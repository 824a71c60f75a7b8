"""Pictures of every page for a reviewer: widths, themes, print and languages, in one folder.

Run ``python -m tests.pictures FOLDER``. Nothing is compared; the test run takes a few of them to
check that the command works.
"""

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from components.controls.page_head import PAGES
from data.language.languages import LANGUAGE_CODES
from tests.browser.conftest import Visit
from tests.browser.contexts import running_browsers
from tests.browser.server import running_app

SIZES = ((360, 740), (390, 844), (768, 1024), (1280, 720), (1920, 1080))
PHONE_WIDTH = 640
THEMES = ("light", "dark")
PRINT = "print"
TALLEST = 8000
"""Greatest height of a picture in pixels."""

ADDRESSES = tuple(entry.address for entry in PAGES)
SETTLED_MS = 1500
"""Time for drawings that follow a change of the window."""


@dataclass(frozen=True)
class Picture:
    """One picture: the page, its language, the size of the window, and a theme or `PRINT`."""

    address: str
    language: str
    size: tuple[int, int]
    look: str

    @property
    def name(self) -> str:
        """Name of its file."""
        width = "" if self.look == PRINT else f"_{self.size[0]}"
        ending = "pdf" if self.look == PRINT else "png"
        return f"{self.address or 'overview'}_{self.language}{width}_{self.look}.{ending}"


def pictures(addresses: Iterable[str], languages: Iterable[str]) -> Iterator[Picture]:
    """Yield every picture of some pages in some languages, those of one window together."""
    places = list(product(addresses, languages))
    for size, theme in product(SIZES, THEMES):
        yield from (Picture(*place, size, theme) for place in places)
    yield from (Picture(*place, (1280, 720), PRINT) for place in places)


def _context(browser: Browser, picture: Picture) -> BrowserContext:
    narrow = picture.size[0] < PHONE_WIDTH
    return browser.new_context(
        viewport=ViewportSize(width=picture.size[0], height=picture.size[1]),
        color_scheme="dark" if picture.look == "dark" else "light",
        has_touch=narrow,
        is_mobile=narrow,
    )


def _take(page: Page, visit: Visit, picture: Picture, folder: Path) -> Path:
    """Take a picture of a whole page: the window grows to the height of its content."""
    visit.open(f"{picture.address}?lang={picture.language}")
    target = folder / picture.name
    if picture.look == PRINT:
        page.pdf(path=target, format="A4", print_background=True)
        return target
    height = page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollHeight")
    tall = max(picture.size[1], min(height, TALLEST))
    page.set_viewport_size({"width": picture.size[0], "height": tall})
    page.wait_for_timeout(SETTLED_MS)
    page.screenshot(path=target)
    return target


def render(
    wanted: Iterable[Picture], folder: Path, *, browser: Browser, address: str
) -> Iterator[Path]:
    """Take pictures and yield their files.

    Parameters
    ----------
    wanted : iterable of Picture
        The pictures.
    folder : Path
        Where they are written; it is made if it is missing.
    browser : Browser
        A running browser.
    address : str
        Where the Atlas runs.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for picture in wanted:
        context = _context(browser, picture)
        page = context.new_page()
        yield _take(page, Visit(page, address), picture, folder)
        context.close()


def main() -> None:
    """Read the arguments and write the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m tests.pictures")
    parser.add_argument("folder", type=Path, help="folder for the pictures")
    parser.add_argument("--pages", nargs="*", default=ADDRESSES, help="addresses; all if left out")
    parser.add_argument("--languages", nargs="*", default=LANGUAGE_CODES, choices=LANGUAGE_CODES)
    arguments = parser.parse_args()
    unknown = sorted(set(arguments.pages) - set(ADDRESSES))
    if unknown:
        parser.error(f"no page {', '.join(unknown)}; pages: {', '.join(ADDRESSES)}")
    wanted = pictures(arguments.pages, arguments.languages)
    with running_app() as address, running_browsers() as contexts:
        browser = contexts.browser(webgl=False)
        for path in render(wanted, arguments.folder, browser=browser, address=address):
            print(path)  # noqa: T201, progress of a command


if __name__ == "__main__":
    main()
