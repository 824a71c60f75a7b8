"""Measure the Atlas and the smallest app in one run: `python -m tests.benchmark [rounds]`.

`python -m tests.benchmark audience` measures a talk with phones instead; see `audience.py`.

Times are measured in a real browser. Samples of the two apps alternate, so that changes in the
speed of the machine affect both.

- cold start: from the start of the server process to the last change of the first page
- page load: from the request of a page on a warm server to the last change on the screen
- load and validate: a fresh interpreter that imports, loads, checks and audits every table
- filter change: from the key press on the year slider to the last change on the screen
- selection: on the landing page, from the click or key press on an answer, a sector or the list of
  the map to the last change on the screen, beside a filter change of the smallest app
- route selection: from the key press in the list beside the map to the last change of its card
- payload of the map: bytes of its ground and of its specification
- sent: bytes that the server sends for a filter change on the landing page
- own file: from the start of the process that reads a visitor's file of UN Comtrade with a million
  rows, in Windows-1254, to its answer
"""

import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import cycle

from playwright.sync_api import Browser, Page, sync_playwright

from components.controls import page_head
from components.map.content import map_content
from components.map.deck import map_deck
from components.page.screen import Screen
from data.choice.parameters import filter_space
from data.language.languages import language
from data.load.dataset import load_dataset
from tests.benchmark.own_file import own_file_line
from tests.browser.contexts import GRAPHICS_CARD
from tests.browser.machine import chromium_path, launch_options
from tests.browser.server import REPOSITORY, Server, running_server

MAP_PAGE = "energy_routes"
PAGES = tuple(entry.address for entry in page_head.PAGES)
COLD_STARTS = 5
QUIET_MS = 700
SLIDER = re.compile("First year|Years")

WATCH = """
window.lastChange = 0;
window.cardChange = 0;
const inCard = record => (record.target.closest ?? (() => null)).call(
  record.target.nodeType === 1 ? record.target : record.target.parentElement, '.st-key-route_card');
const everything = {subtree: true, childList: true, attributes: true, characterData: true};
const observer = new MutationObserver(records => {
  window.lastChange = performance.now();
  if (records.some(inCard)) window.cardChange = window.lastChange;
});
observer.observe(document, everything);
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (options) {
  const root = attach.call(this, options);
  observer.observe(root, everything);
  return root;
};
for (const kind of ['keydown', 'pointerdown']) {
  addEventListener(kind, () => { window.pressed = performance.now(); }, true);
}
"""
DRAWN = "document.querySelector('[data-testid=stVegaLiteChart] svg .mark-text, "
DRAWN += "[data-testid=stVegaLiteChart] svg .mark-rect, [data-testid=stDataFrame] canvas, "
DRAWN += ".st-key-catalogue_list tr, .atlas-method svg, .st-key-deck, "
DRAWN += "[data-testid=stDeckGlJsonChart] canvas') !== null"
LOAD = "import time; from data.evidence.audit import conflicts; "
LOAD += "from data.load.dataset import load_dataset; "
LOAD += "start = time.perf_counter(); conflicts(load_dataset()); "
LOAD += "print(1000 * (time.perf_counter() - start))"
QUIET = f"window.lastChange > 0 && performance.now() - window.lastChange > {QUIET_MS}"


@dataclass(frozen=True)
class Samples:
    """Samples of one measurement in milliseconds, for the Atlas and for the smallest app."""

    name: str
    atlas: Sequence[float]
    smallest: Sequence[float]

    def lines(self) -> Iterator[str]:
        """Yield one line for the median and one for the 95th percentile."""
        for label, share in (("p50", 0.5), ("p95", 0.95)):
            own, other = (_percentile(values, share) for values in (self.atlas, self.smallest))
            yield f"{self.name:<28} {label}  {own:8.0f} {other:8.0f} {own / other:8.2f}"


def _percentile(values: Sequence[float], share: float) -> float:
    if len(values) == 1:
        return values[0]
    cuts = statistics.quantiles(values, n=100, method="inclusive")
    return cuts[round(share * 100) - 1]


@contextmanager
def _fresh_page(browser: Browser, *, card: bool = False) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="en-US")
    context.add_init_script(WATCH)
    if card:
        context.add_init_script(GRAPHICS_CARD)
    try:
        yield context.new_page()
    finally:
        context.close()


def load_and_validate() -> tuple[float, float]:
    """Return the time to load, check and audit all tables, and that of the whole process.

    The second includes the start of the interpreter and the imports. Both in milliseconds.
    """
    start = time.perf_counter()
    run = subprocess.run(
        [sys.executable, "-c", LOAD], check=True, cwd=REPOSITORY, capture_output=True, text=True
    )
    return float(run.stdout), (time.perf_counter() - start) * 1000


def smallest_app() -> AbstractContextManager[Server]:
    """Run the smallest app in a separate folder, without the settings of the Atlas."""
    folder = REPOSITORY / "tests" / "benchmark"
    options = {"STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false"}
    return running_server("smallest.py", folder, options=options)


def cold_start(browser: Browser, app: AbstractContextManager[Server]) -> float:
    """Return the time from the start of a server to the last change of its first page."""
    with _fresh_page(browser) as page:
        start = time.perf_counter()
        with app as server:
            before = (time.perf_counter() - start) * 1000
            page.goto(server.address)
            page.wait_for_function(DRAWN)
            page.wait_for_function(QUIET)
            return before + float(page.evaluate("window.lastChange"))


def page_load(browser: Browser, address: str, *, card: bool = False) -> float:
    """Return the time from the request of a page to the last change on the screen.

    With `card`, the interactive map is drawn, by graphics software; otherwise the map is SVG.
    """
    with _fresh_page(browser, card=card) as page:
        page.goto(address)
        page.wait_for_function(DRAWN)
        page.wait_for_function(QUIET)
        return float(page.evaluate("window.lastChange"))


def _answered(page: Page, act: Callable[[], None]) -> float:
    """Return the time from a click or key press to the last change on the screen."""
    page.wait_for_function(QUIET)
    act()
    page.wait_for_function(f"window.lastChange > window.pressed && {QUIET}")
    return float(page.evaluate("window.lastChange - window.pressed"))


def filter_change(page: Page, key: str) -> float:
    """Return the time from a key press on the year slider to the last change on the screen."""
    page.get_by_role("slider", name=SLIDER).first.focus()
    return _answered(page, lambda: page.keyboard.press(key))


def _selections(
    browser: Browser, atlas: str, smallest: str, rounds: int
) -> dict[str, tuple[list[float], list[float]]]:
    """Return the times of each kind of selection, and of as many changes of the smallest app."""
    found: dict[str, tuple[list[float], list[float]]] = {}
    with _fresh_page(browser) as first, _fresh_page(browser) as second:
        for page, address in ((first, atlas), (second, smallest)):
            page.goto(address)
            page.wait_for_function(DRAWN)
        bar = first.locator("[class*=st-key-chart_survey_q10] svg .mark-rect path").first
        first.locator("summary", has_text="Sectors").click()
        box = first.get_by_role("checkbox", name="Oil", exact=True)
        routes = first.get_by_label("On the map")
        map_panel = first.locator("summary", has_text="On the map")

        def check() -> None:
            box.focus()
            first.keyboard.press("Space")

        def choose() -> None:
            routes.focus()
            first.keyboard.press("ArrowDown")

        def answer() -> None:
            bar.click()

        keys = cycle(["ArrowRight"] * 4 + ["ArrowLeft"] * 4)
        for name, act in (("sector", check), ("on the map", choose), ("answer", answer)):
            if act is not check:
                first.keyboard.press("Escape")
            if act is choose:
                map_panel.click()
            own, other = found.setdefault(name, ([], []))
            for _ in range(rounds):
                own.append(_answered(first, act))
                other.append(filter_change(second, next(keys)))
    return found


def bytes_sent(browser: Browser, atlas: str) -> int:
    """Return the greatest number of bytes sent for one of a few filter changes."""
    received: list[int] = []

    def note(frame: str | bytes) -> None:
        received.append(len(frame))

    with _fresh_page(browser) as page:
        page.on("websocket", lambda socket: socket.on("framereceived", note))
        page.goto(atlas)
        page.wait_for_function(DRAWN)
        most = 0
        for key in ("ArrowLeft", "ArrowLeft", "ArrowRight", "ArrowRight"):
            page.get_by_role("slider", name="Last year").focus()
            page.wait_for_function(QUIET)
            received.clear()
            _answered(page, lambda key=key: page.keyboard.press(key))  # type: ignore[misc]
            most = max(most, sum(received))
    return most


def _filter_changes(
    browser: Browser, atlas: str, smallest: str, rounds: int
) -> tuple[list[float], list[float]] | None:
    """Return the times of changes of the years; None if the page has no filter of years."""
    own, other = [], []
    with _fresh_page(browser) as first, _fresh_page(browser) as second:
        for page, address in ((first, atlas), (second, smallest)):
            page.goto(address)
            page.wait_for_function(DRAWN)
            page.wait_for_function(QUIET)
        if not first.get_by_role("slider", name=SLIDER).count():
            return None
        for number in range(rounds):
            key = "ArrowRight" if number // 4 % 2 == 0 else "ArrowLeft"
            own.append(filter_change(first, key))
            other.append(filter_change(second, key))
    return own, other


def route_selections(browser: Browser, atlas: str, rounds: int) -> list[float]:
    """Return the times from selecting a route by keyboard to the last change of its card."""
    times = []
    with _fresh_page(browser) as page:
        page.goto(atlas + MAP_PAGE)
        page.wait_for_function(DRAWN)
        for _ in range(rounds):
            page.get_by_role("combobox", name="Country, route, facility or place").focus()
            page.wait_for_function(QUIET)
            page.keyboard.press("ArrowDown")
            page.wait_for_function(f"window.cardChange > window.pressed && {QUIET}")
            times.append(float(page.evaluate("window.cardChange - window.pressed")))
    return times


def map_payload(browser: Browser, atlas: str) -> int:
    """Return the size of the basemap and of the specification of the map, in bytes."""
    received = []
    with _fresh_page(browser) as page:
        page.on(
            "response",
            lambda answer: (
                received.append(len(answer.body())) if "/static/basemap/" in answer.url else None
            ),
        )
        page.goto(atlas + MAP_PAGE)
        page.wait_for_function(DRAWN)
        page.wait_for_function(QUIET)
    dataset = load_dataset()
    filters = filter_space(dataset).start("en")
    content = map_content(dataset, filters, language("en"))
    return sum(received) + len(map_deck(content, screen=Screen(), round_=0).to_json().encode())


def _print(*samples: Samples) -> None:
    for one in samples:
        for line in one.lines():
            print(line, flush=True)  # noqa: T201


def main(rounds: int) -> None:
    """Run all measurements, and print each result at once."""
    print(f"{'milliseconds':<28}         atlas smallest    ratio")  # noqa: T201
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options(chromium_path()))
        cold = [
            (cold_start(browser, running_server()), cold_start(browser, smallest_app()))
            for _ in range(COLD_STARTS)
        ]
        _print(Samples("cold start", *zip(*cold, strict=True)))
        with running_server() as own, smallest_app() as other:
            atlas, smallest = own.address, other.address
            for name in PAGES:
                page_load(browser, atlas + name)
            page_load(browser, smallest)
            for name in PAGES:
                loads = [
                    (page_load(browser, atlas + name), page_load(browser, smallest))
                    for _ in range(rounds // 3)
                ]
                changes = _filter_changes(browser, atlas + name, smallest, rounds)
                title = name or "overview"
                _print(Samples(f"load {title}", *zip(*loads, strict=True)))
                if name == MAP_PAGE:
                    drawn = [page_load(browser, atlas + name, card=True) for _ in loads]
                    _print(Samples(f"load {title}, WebGL", drawn, [other for _, other in loads]))
                if changes:
                    _print(Samples(f"filter change {title}", *changes))
            for name, times in _selections(browser, atlas, smallest, rounds).items():
                _print(Samples(f"selection {name}", *times))
            selections = route_selections(browser, atlas, rounds)
            sent = bytes_sent(browser, atlas)
            payload = map_payload(browser, atlas)
        browser.close()
    print(  # noqa: T201
        f"select a route: card repainted after {_percentile(selections, 0.5):.0f} ms (p50), "
        f"{_percentile(selections, 0.95):.0f} ms (p95); payload of the map: {payload:,} bytes; "
        f"sent for a filter change of the landing page: {sent:,} bytes at most"
    )
    cold_loads = [load_and_validate() for _ in range(COLD_STARTS)]
    loading, whole = (statistics.median(times) for times in zip(*cold_loads, strict=True))
    print(own_file_line())  # noqa: T201
    print(  # noqa: T201
        f"load and validate every table, cold: {loading:.0f} ms, "
        f"{whole:.0f} ms with the interpreter and its imports"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["audience"]:
        from tests.benchmark import audience

        audience.main(sys.argv[2:])
        sys.exit()
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
