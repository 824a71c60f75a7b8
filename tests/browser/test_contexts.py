"""One visitor leaves nothing for the next, and no request leaves the machine."""

from collections.abc import Callable

from tests.browser.conftest import Visit
from tests.browser.contexts import DESKTOP, LASTING, PHONE, Contexts, Device

Come = Callable[..., Visit]

STORE = """
() => { document.cookie = "left=1"; localStorage.left = "1"; sessionStorage.left = "1"; }
"""
STORED = """
() => [document.cookie.includes("left"), "left" in localStorage, "left" in sessionStorage]
"""
DARK = "() => matchMedia('(prefers-color-scheme: dark)').matches"
ASK_OUTSIDE = """
(address) => fetch(address, { mode: "no-cors" }).then(() => "answered", () => "refused")
"""


def test_a_context_comes_back_empty(contexts: Contexts, address: str) -> None:
    device = Device(locale="tr-TR")
    first = contexts.take(device)
    page = first.new_page()
    page.goto(f"{address}_stcore/health")
    page.evaluate(STORE)
    assert page.evaluate(STORED) == [True, True, True]
    contexts.give_back(device, first)
    second = contexts.take(device)
    assert second is first
    assert [left.url for left in second.pages] == [LASTING]
    page = second.new_page()
    page.goto(f"{address}_stcore/health")
    assert page.evaluate(STORED) == [False, False, False]
    contexts.give_back(device, second)


def test_a_context_serves_a_dark_phone_and_then_a_desktop(contexts: Contexts) -> None:
    served = []
    for device, screen in ((Device(phone=True, dark=True), PHONE), (Device(), DESKTOP)):
        context = contexts.take(device)
        page = contexts.new_page(device, context)
        assert page.viewport_size == screen
        assert page.evaluate(DARK) == device.dark
        contexts.give_back(device, context)
        served.append(context)
    assert served[0] is served[1]


def test_two_visitors_at_a_time_share_nothing(visitor: Come) -> None:
    one, other = visitor(), visitor()
    for visit in (one, other):
        visit.page.goto(f"{visit.address}_stcore/health")
    one.page.evaluate(STORE)
    assert other.page.evaluate(STORED) == [False, False, False]


def test_a_request_to_another_host_is_noted_and_gets_no_answer(visitor: Come) -> None:
    visit = visitor()
    visit.page.goto(f"{visit.address}_stcore/health")
    outside = ["http://example.org/", "http://203.0.113.1/"]
    assert [visit.page.evaluate(ASK_OUTSIDE, one) for one in outside] == ["refused"] * 2
    assert visit.outside == outside
    visit.outside.clear()
