"""Random user actions in a browser with a slow network: no error, consistent filters."""

from collections.abc import Callable
from contextlib import suppress
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from playwright.sync_api import Error as Gone
from playwright.sync_api import Page, expect

from components.controls.page_head import PAGES
from tests.browser.conftest import Visit
from tests.browser.slow_network import SlowNetwork
from tests.browser.test_gestures import HEAD, ROUND_TRIPS, expect_sound, rest

Come = Callable[..., Visit]

PATIENCE_MS = 4000


def press(page: Page, name: str, key: str) -> None:
    slider = page.get_by_role("slider", name=name)
    if slider.count():
        slider.first.focus(timeout=PATIENCE_MS)
        page.keyboard.press(key)


def tick(page: Page, name: str) -> None:
    page.locator("summary", has_text="Sectors").first.click(timeout=PATIENCE_MS)
    page.get_by_role("checkbox", name=name, exact=True).click(timeout=PATIENCE_MS)
    page.keyboard.press("Escape")


def visit_page(page: Page, title: str, *, twice: bool) -> None:
    link = page.locator(f"{HEAD} nav").get_by_role("link", name=title)
    for _ in range(1 + twice):
        link.click(timeout=PATIENCE_MS, force=True)


def click_chart(page: Page, place: int) -> None:
    """Click a column of a chart, if there is one at this moment."""
    bars = page.locator("[data-testid=stVegaLiteChart] svg .mark-rect path")
    if bars.count() > place:
        box = bars.nth(place).bounding_box()
        if box:
            page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] - 3)


def remove_chip(page: Page) -> None:
    chips = page.locator(f"{HEAD} .chip")
    if chips.count():
        chips.last.click(timeout=PATIENCE_MS)


ACTIONS: dict[str, Callable[[Page], None]] = {
    "later": lambda page: press(page, "First year", "ArrowRight"),
    "earlier": lambda page: press(page, "Last year", "ArrowLeft"),
    "map year": lambda page: press(page, "Year of the map", "ArrowLeft"),
    "oil": lambda page: tick(page, "Oil"),
    "tourism": lambda page: tick(page, "Tourism"),
    "chip": remove_chip,
    "trade": lambda page: visit_page(page, "Trade", twice=True),
    "routes": lambda page: visit_page(page, "Energy routes", twice=False),
    "overview": lambda page: visit_page(page, "Overview", twice=False),
    "chart": lambda page: click_chart(page, 2),
    "back": lambda page: void(page.go_back(wait_until="commit")),
}


def void(_result: object) -> None:
    """Return nothing."""


def shown_choice(page: Page) -> dict[str, str]:
    """Return the values of the controls of the page, as link parameters."""
    first, last = (
        page.get_by_role("slider", name=name).input_value() for name in ("First year", "Last year")
    )
    boxes = page.locator(f"{HEAD} .sectors input:checked")
    chosen = {"years": f"{first}-{last}", "sectors": ",".join(sorted(values(boxes)))}
    year = page.get_by_role("slider", name="Year of the map")
    if year.count():
        chosen["asof"] = year.input_value()
    return chosen


def values(boxes: object) -> list[str]:
    found: list[str] = boxes.evaluate_all("all => all.map(box => box.value)")  # type: ignore[attr-defined]
    return found


def expect_one_choice(page: Page, every_year: str) -> None:
    """Expect controls, address and figures to agree."""
    address = urlsplit(str(page.evaluate("location.href")))
    query = dict(parse_qsl(address.query))
    shown = shown_choice(page)
    assert shown["years"] == query.get("years", every_year)
    assert shown["sectors"] == query.get("sectors", "")
    headline = page.locator(".st-key-figure_route_map h2.atlas-headline")
    if "asof" in shown:
        assert shown["asof"] == query.get("asof", shown["years"].rpartition("-")[2])
        expect(headline).to_contain_text(shown["asof"])
    current = page.locator(f"{HEAD} nav a[aria-current]")
    own = next(entry for entry in PAGES if f"/{entry.address}" == address.path)
    expect(current).to_have_text(own.title)


@pytest.mark.parametrize("round_trip", ROUND_TRIPS)
def test_controls_address_and_figures_agree_after_random_actions(
    visitor: Come, network: SlowNetwork, round_trip: int
) -> None:
    visit = visitor(at=network.address, webgl=round_trip == 50)
    assert run_machine(visit, network, round_trip)


def run_machine(visit: Visit, network: SlowNetwork, round_trip: int) -> str:
    """Run random actions; return the span of all valid years."""
    page = visit.open("?lang=en")
    every_year = shown_choice(page)["years"]

    @seed(round_trip)
    @settings(
        max_examples=2,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(
        st.lists(
            st.tuples(st.sampled_from(sorted(ACTIONS)), st.sampled_from([0, 60, 250])),
            min_size=8,
            max_size=12,
        )
    )
    def act(steps: list[tuple[str, int]]) -> None:
        network.round_trip_ms = 0
        visit.open("?lang=en")
        page.wait_for_timeout(500)
        network.round_trip_ms = round_trip
        for name, pause in steps:
            # An element may have been removed or hidden before the click.
            with suppress(Gone):
                ACTIONS[name](page)
            page.wait_for_timeout(pause)
            if page.evaluate("location.protocol") != "http:":
                # The back button has left the Atlas.
                return
        page.wait_for_timeout(1000)
        rest(page, network)
        expect_sound(page)
        expect_one_choice(page, every_year)

    act()
    return every_year
