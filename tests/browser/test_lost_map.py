"""The SVG map takes the place of the interactive map where that one cannot go on."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.test_gestures import address_of

Come = Callable[..., Visit]

LOSE_CONTEXT = """
() => {
  const canvas = document.querySelector('[data-testid=stDeckGlJsonChart] canvas');
  (canvas.getContext('webgl2') ?? canvas.getContext('webgl'))
    .getExtension('WEBGL_lose_context').loseContext();
}
"""


def test_the_svg_map_replaces_the_interactive_one_after_a_lost_webgl_context(
    visitor: Come,
) -> None:
    page = visitor(webgl=True).open("energy_routes?lang=en&selected=btc")
    page.locator("[data-testid=stDeckGlJsonChart] canvas").first.wait_for()
    page.wait_for_timeout(1500)
    page.evaluate(LOSE_CONTEXT)
    figure = page.locator(".st-key-figure_route_map")
    expect(figure.locator(".atlas-map .lines path").first).to_be_attached()
    expect(figure).to_contain_text("This browser draws maps without a graphics card")
    assert "selected=btc" in address_of(page)


def test_the_svg_map_replaces_the_interactive_one_whose_scripts_do_not_arrive(
    visitor: Come,
) -> None:
    visit = visitor(webgl=True)
    visit.page.route(re.compile("webgl-device"), lambda route: route.abort())
    # The first map is SVG too, until the browser has said that it has WebGL.
    with visit.page.expect_event("pageerror"):
        page = visit.open("energy_routes?lang=en&selected=btc")
    figure = page.locator(".st-key-figure_route_map")
    expect(page.locator("[data-testid=stDeckGlJsonChart]")).to_have_count(0)
    expect(figure.locator(".atlas-map .lines path").first).to_be_attached()
    assert "selected=btc" in address_of(page)
    assert all("webgl-device" in complaint for complaint in visit.complaints)
    assert visit.complaints
    visit.complaints.clear()
