"""User actions with delays, lost connections and restarts: controls, address, figures agree."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, WebSocketRoute, expect

from data.choice.parameters import FilterSpace
from data.language.languages import language
from tests.browser.conftest import Visit
from tests.browser.server import running_app
from tests.browser.slow_network import SlowNetwork

Come = Callable[..., Visit]

ROUND_TRIPS = (0, 50, 300, 600)
HEADLINE = "h2.atlas-headline"
HEAD = ".st-key-page_head"

WAITING_LINK = """
(name) => {
  const { shadowRoot } = document.querySelector(".atlas-waiting-head > * > *") ?? {};
  const links = [...(shadowRoot?.querySelectorAll("nav a") ?? [])];
  const box = links.find((link) => link.textContent.trim() === name)?.getBoundingClientRect();
  return box?.width ? { x: box.x, y: box.y, width: box.width, height: box.height } : null;
}
"""
"""The box of a link in the menu that is shown while another page is loading."""

INPUT_LOG = Path(__file__).with_name("input_log.js")


def input_log(page: Page) -> str:
    """Return what the page got from its visitor and did with it, one entry a line."""
    entries = page.evaluate("JSON.parse(sessionStorage.getItem('test-input-log') ?? '[]')")
    return "\n".join(map(str, entries))


def address_of(page: Page) -> str:
    """Return the current address of the browser."""
    return str(page.evaluate("location.href"))


def rest(page: Page, network: SlowNetwork) -> None:
    """Wait until all messages have arrived."""
    page.wait_for_timeout(300 + 2 * network.round_trip_ms)
    page.wait_for_function("globalThis.atlasOutbox && !globalThis.atlasOutbox.busy")
    page.wait_for_timeout(400 + network.round_trip_ms)


def expect_sound(page: Page) -> None:
    """Expect the head of the page, and no error box."""
    expect(page.locator(f"{HEAD} nav, {HEAD} .head").first).to_be_visible()
    expect(page.locator("[data-testid=stException]")).to_have_count(0)
    expect(page.locator("[data-testid=stAlert]")).to_have_count(0)


@pytest.mark.parametrize("round_trip", ROUND_TRIPS)
def test_every_key_press_is_applied_in_order(
    visitor: Come, network: SlowNetwork, round_trip: int, space: FilterSpace
) -> None:
    visit = visitor(at=network.address, webgl=round_trip == 50)
    visit.page.add_init_script(path=INPUT_LOG)
    page = visit.open("energy_routes?lang=en&asof=2010")
    network.round_trip_ms = round_trip
    for name, steps in (("Year of the map", 8), ("Last year", 3)):
        slider = page.get_by_role("slider", name=name)
        slider.focus()
        for _ in range(steps):
            page.keyboard.press("ArrowLeft")
            page.wait_for_timeout(40)
        if steps == 8:
            # The control shows the new value at once: it is read a single time.
            assert slider.input_value() == "2002", input_log(page)
            rest(page, network)
            assert "asof=2002" in address_of(page), input_log(page)
            expect(page.locator(f".st-key-figure_route_map {HEADLINE}")).to_contain_text("2002")
    rest(page, network)
    first, last = space.years
    expect(page.get_by_role("slider", name="Last year")).to_have_value(str(last - 3))
    assert f"years={first}-{last - 3}" in address_of(page)
    # A new span of years sets the year of the map.
    expect(page.get_by_role("slider", name="Year of the map")).to_have_value(str(last - 3))
    expect(page.locator(f".st-key-figure_route_map {HEADLINE}")).to_contain_text(str(last - 3))
    expect_sound(page)


@pytest.mark.parametrize("round_trip", ROUND_TRIPS)
def test_every_ticked_sector_is_applied(
    visitor: Come, network: SlowNetwork, round_trip: int
) -> None:
    visit = visitor(at=network.address)
    page = visit.open("?lang=en")
    network.round_trip_ms = round_trip
    page.locator("summary", has_text="Sectors").click()
    names = ("Oil", "Logistics", "Tourism", "Language")
    for name in names:
        page.get_by_role("checkbox", name=name, exact=True).click()
        page.wait_for_timeout(250)
    rest(page, network)
    assert re.search("sectors=language(%2C|,)logistics(%2C|,)oil(%2C|,)tourism", address_of(page))
    for name in names:
        expect(page.locator(".chip", has_text=name)).to_be_visible()
    page.keyboard.press("Escape")
    # Two chips are removed before the first response: both stay removed.
    for name in ("Oil", "Tourism"):
        page.locator(".chip", has_text=name).click()
    rest(page, network)
    assert re.search("sectors=language(%2C|,)logistics(&|$)", address_of(page))
    expect_sound(page)


@pytest.mark.parametrize("round_trip", [0, 50, 300])
def test_double_clicks_and_overlapping_actions_break_no_page(
    visitor: Come, network: SlowNetwork, round_trip: int
) -> None:
    visit = visitor(at=network.address, webgl=round_trip == 50)
    page = visit.open("?lang=en")
    network.round_trip_ms = round_trip
    menu = page.locator(f"{HEAD} nav")
    menu.get_by_role("link", name="Trade").dblclick(delay=10)
    expect(page.locator("h1")).to_contain_text("Trade of")
    rest(page, network)
    expect_sound(page)
    menu.get_by_role("link", name="Energy routes").click()
    menu.get_by_role("link", name="Investment").click(force=True)
    expect(page.locator("h1")).to_contain_text("Investment between")
    rest(page, network)
    expect_sound(page)
    # Back button, and at once a key press on the slider: previous page with the key's value.
    slider = page.get_by_role("slider", name="First year")
    page.go_back()
    slider.focus()
    page.keyboard.press("ArrowRight")
    rest(page, network)
    expect_sound(page)
    path = address_of(page).split("?")[0].rsplit("/", 1)[1]
    shown = page.locator(f"{HEAD} nav a[aria-current]").get_attribute("href")
    assert shown
    assert shown.split("?")[0] == f"./{path}"
    value = page.get_by_role("slider", name="First year").input_value()
    assert (f"years={value}-" in address_of(page)) or "years=" not in address_of(page)


def test_going_back_before_the_response_to_a_change_shows_the_previous_page(
    visitor: Come, network: SlowNetwork
) -> None:
    visit = visitor(at=network.address)
    page = visit.open("?lang=en")
    page.locator(f"{HEAD} nav").get_by_role("link", name="Trade").click()
    expect(page.locator("h1")).to_contain_text("Trade of")
    visit.settle()
    network.round_trip_ms = 600
    page.get_by_role("slider", name="Last year").first.focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("globalThis.atlasOutbox.silence > 100")
    page.go_back(wait_until="commit")
    # The page before is drawn from elements that the browser has kept.
    expect(page.locator(f"{HEAD} nav a[aria-current]")).to_have_text("Overview")
    rest(page, network)
    expect(page.locator(".st-key-landing h1")).to_be_visible()
    expect(page.locator("h1")).to_have_count(1)
    expect_sound(page)


def test_a_page_whose_connection_has_ended_is_loaded_again(
    visitor: Come, network: SlowNetwork
) -> None:
    visit = visitor(at=network.address)
    page = visit.open("trade?lang=en&years=2019-2021")
    with page.expect_navigation():
        page.evaluate(
            """document.querySelector("[data-testid=stApp]")
            .dataset.testConnectionState = "DISCONNECTED_FOREVER" """
        )
    expect(page.locator("h1")).to_contain_text("Trade of")
    assert "years=2019-2021" in address_of(page)


def test_a_key_press_during_a_page_change_is_applied(visitor: Come, network: SlowNetwork) -> None:
    visit = visitor(at=network.address)
    page = visit.open("trade?lang=en")
    menu = page.locator(f"{HEAD} nav, .atlas-waiting-head nav")
    network.round_trip_ms = 300
    box = menu.get_by_role("link", name="Survey").bounding_box()
    assert box
    menu.get_by_role("link", name="Investment").click()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    # The menu keeps its position while the other page is loading. It is read in the moment in which
    # it is found, since it is soon replaced.
    waiting = page.wait_for_function(WAITING_LINK, arg="Survey").json_value()
    assert waiting == box
    expect(page.locator("h1")).to_contain_text("Investment between")
    expect(page.locator(".atlas-waiting-head")).to_have_count(0)
    after = page.locator(HEAD).get_by_role("link", name="Survey").bounding_box()
    assert after == box
    page.mouse.up()
    expect(page.locator("h1")).to_contain_text("respondents")
    rest(page, network)
    expect_sound(page)


def test_a_late_message_of_the_previous_page_redraws_the_current_page(visitor: Come) -> None:
    visit = visitor()
    sent: list[str | bytes] = []
    servers: list[WebSocketRoute] = []

    def relay(browser: WebSocketRoute) -> None:
        server = browser.connect_to_server()
        servers.append(server)

        def pass_on(message: str | bytes) -> None:
            sent.append(message)
            server.send(message)

        browser.on_message(pass_on)

    visit.page.route_web_socket(re.compile("_stcore/stream"), relay)
    page = visit.open("energy_routes?lang=en")
    before = len(sent)
    page.locator(f"{HEAD} nav").get_by_role("link", name="Investment").click()
    expect(page.locator("h1")).to_contain_text("Investment between")
    visit.settle()
    # Repeat the message that requested the page.
    servers[-1].send(sent[before])
    page.wait_for_timeout(1500)
    visit.settle()
    expect(page.locator("h1")).to_contain_text("Investment between")
    expect(page.locator(HEADLINE).first).to_be_visible()
    assert "/investment?" in address_of(page)
    expect_sound(page)


def test_a_script_that_failed_to_load_is_requested_again(visitor: Come) -> None:
    visit = visitor()
    failed: list[str] = []

    def fail_twice(route: Route) -> None:
        if len(failed) < 2 and "/asset/" in route.request.url:
            failed.append(route.request.url)
            route.abort()
        else:
            route.fallback()

    visit.page.route(re.compile("/asset/"), fail_twice)
    page = visit.open("trade?lang=en")
    assert len(failed) == 2
    expect_sound(page)


def test_the_back_button_on_the_first_page_leaves_the_atlas(visitor: Come) -> None:
    for link in ("", "trade", "trade?years=2019-2021", "trade?lang=en&sectors=oil,gas,oil"):
        visit = visitor()
        visit.page.goto("about:blank")
        page = visit.open(link)
        assert "lang=en" in address_of(page)
        page.go_back()
        assert address_of(page) == "about:blank"


def test_each_filter_change_is_one_step_of_the_history(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("trade")
    slider = page.get_by_role("slider", name="Last year")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("location.search.includes('years=')")
    page.get_by_role("link", name="Survey").click()
    expect(page.locator("h1")).to_contain_text("respondents")
    page.wait_for_timeout(500)
    page.go_back()
    expect(page.locator("h1")).to_contain_text("Trade of")
    page.wait_for_timeout(500)
    assert "years=" in address_of(page)
    page.go_back()
    page.wait_for_function("!location.search.includes('years=')")
    expect(page.locator(HEADLINE).first).to_contain_text("2023")


@pytest.mark.parametrize("link", ["energy_routes?lang=en&asof=2007", "energy_routes?lang=en"])
def test_a_phone_shows_one_year_of_the_map(visitor: Come, link: str) -> None:
    year = "2007" if "asof" in link else "2023"
    for _ in range(2):
        page = visitor(phone=True).open(link)
        page.wait_for_timeout(1200)
        expect(page.get_by_role("slider", name="Year of the map")).to_have_value(year)
        expect(page.locator(f".st-key-figure_route_map {HEADLINE}")).to_contain_text(year)
        assert ("asof=2007" in address_of(page)) == ("asof" in link)


def test_a_page_recovers_after_a_restart_of_the_server(visitor: Come, network: SlowNetwork) -> None:
    with running_app() as first:
        network.retarget(first)
        visit = visitor(at=network.address, locale="kk-KZ")
        page = visit.open("energy_routes")
        slider = page.get_by_role("slider").nth(1)
        slider.focus()
        page.keyboard.press("ArrowLeft")
        page.wait_for_function("location.search.includes('years=2018-2022')")
        network.hang_up()
        notice = page.locator(f"{HEAD} .lost")
        expect(notice).to_be_visible()
        kazakh = language("kk").gettext(
            "No connection to the server. The page reconnects automatically and "
            "keeps your selection."
        )
        expect(notice).to_contain_text(kazakh)
        expect(page.locator("[data-testid=stDialog]")).to_be_hidden()
        # Changes made meanwhile are kept, also in the link that reloads the page.
        slider.focus()
        page.keyboard.press("ArrowLeft")
        expect(notice.get_by_role("link")).to_have_attribute("href", re.compile("years=2018-2021"))
        with running_app() as second:
            network.retarget(second)
            page.wait_for_function("location.search.includes('years=2018-2021')", timeout=60_000)
            expect(notice).to_be_hidden()
            expect(slider).to_have_value("2021")
            expect(page.locator(f".st-key-figure_route_map {HEADLINE}")).to_contain_text("2021")
            expect_sound(page)
    # Failed requests without a server are expected.
    visit.complaints.clear()


def test_a_page_recovers_after_a_short_loss_of_connection(
    visitor: Come, network: SlowNetwork
) -> None:
    visit = visitor(at=network.address)
    page = visit.open("trade?lang=en")
    network.cut()
    slider = page.get_by_role("slider", name="Last year")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("location.search.includes('years=2018-2022')", timeout=60_000)
    expect(page.locator(HEADLINE).first).to_contain_text("2022")
    expect_sound(page)
