"""A deck from a figure to the slides: added, sorted by keyboard, edited, saved, shown."""

import json
import re
from collections.abc import Callable

from playwright.sync_api import FilePayload, Page, expect

from components.text.breaks import kept_together
from data.decks.parts import FORMAT
from tests.browser.accessibility import axe_faults, headings, skipped_levels
from tests.browser.conftest import Visit

Come = Callable[..., Visit]

HEAD = ".st-key-page_head"
HOSTILE = "</script><img src=x onerror=alert(1)>\u202eًтест" + "ы" * 10_000


def titles(page: Page) -> list[str]:
    """Return the titles of the slides."""
    return page.locator(".slides .title").all_inner_texts()


def test_a_deck_is_made_and_shown(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("trade?lang=en&years=2019-2021")
    add = page.locator(".st-key-figure_trade_balance").get_by_role("button", name="Add to deck")
    add.press("Enter")
    expect(page.locator(f"{HEAD} nav")).to_contain_text("Present (1)")
    page.locator(".st-key-figure_trade_growth").get_by_role("button", name="Add to deck").click()
    page.locator(f"{HEAD} nav").get_by_role("link", name="Present (2)").click()
    slides = page.locator(".slides li")
    expect(slides).to_have_count(2)
    expect(slides.first).to_contain_text(kept_together("2019–2021"))
    first, second = titles(page)

    page.get_by_role("button", name=second, exact=True).focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(slides.first).to_contain_text(second)
    expect(page.get_by_role("button", name=second, exact=True)).to_be_focused()

    page.keyboard.press("Enter")
    page.get_by_label("Message").fill("Growth <b>in three years</b>")
    page.get_by_label("Planned time in seconds").fill("90")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Show", exact=True).click()
    shown = opened.value
    shown.set_default_timeout(90_000)
    headline = shown.locator("section.present h2")
    expect(headline).to_have_text("Growth <b>in three years</b>", timeout=90_000)
    shown.keyboard.press("ArrowRight")
    expect(headline).to_have_text(first)
    shown.close()

    expect(slides.first).to_contain_text("1:30")
    page.get_by_role("button", name=f"Delete: {first}").click()
    expect(slides).to_have_count(1)
    page.get_by_role("button", name="Undo").click()
    expect(slides).to_have_count(2)
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save as file").click()
    content = json.loads(saved.value.path().read_text(encoding="utf-8"))
    assert [slide.get("seconds") for slide in content["slides"]] == [90, None]

    page.reload()
    expect(page.locator(f"{HEAD} nav")).to_contain_text("Present (2)")
    expect(slides.first).to_contain_text("1:30")


def test_files_of_any_content_are_opened(visitor: Come) -> None:
    page = visitor().open("present?lang=en")
    content = {
        "format": FORMAT,
        "version": 1,
        "slides": [{"message": HOSTILE, "text": HOSTILE}, {"figure": "gone", "colour": 1}],
    }
    field = page.locator(".deck input[type=file]")

    def give(name: str, text: bytes) -> None:
        payload: FilePayload = {"name": name, "mimeType": "application/json", "buffer": text}
        field.set_input_files(payload)

    give("mine.json", json.dumps(content).encode())
    expect(page.locator(".slides li")).to_have_count(2)
    problems = page.get_by_role("alert")
    expect(problems).to_contain_text("mine.json, slide 2, field “figure”")
    width = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert width <= page.evaluate("innerWidth")
    give("broken.json", b"{")
    expect(problems).to_contain_text("broken.json: the file is not readable as JSON")
    expect(page.locator(".slides li")).to_have_count(2)
    give("large.json", b"x" * 700_000)
    expect(page.locator(".deck .told[role=status]")).to_contain_text("larger than 600 KB")
    expect(page.locator(".slides img[src=x]")).to_have_count(0)


def test_a_deck_is_downloaded_or_cancelled(visitor: Come) -> None:
    page = visitor().open("present?lang=kk")
    page.locator(".deck select").first.select_option("five_minutes")
    expect(page.locator(".slides li")).to_have_count(6)
    page.locator(".output [role=group] button").nth(1).click()
    page.locator(".output .progress button").click()
    expect(page.locator(".output .progress progress")).to_be_hidden()
    with page.expect_download(timeout=90_000) as saved:
        page.locator(".output [role=group] button").first.click()
    assert saved.value.suggested_filename == "atlas_deck_kk.html"
    assert "<section" in saved.value.path().read_text(encoding="utf-8")


def test_questions_are_rehearsed_by_keyboard(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("present?lang=kk")
    page.locator(".rehearsal button.open").press("Enter")
    card, answer = page.locator(".question"), page.locator(".answer")
    topic = card.locator("h2")
    expect(card).to_be_focused()
    expect(answer).to_be_hidden()
    first = topic.inner_text()
    page.keyboard.press("a")
    expect(answer).to_be_focused()
    expect(answer.locator("a")).to_have_attribute("href", re.compile(r"^\./\w+\?lang=kk"))
    assert axe_faults(page) == []
    assert skipped_levels(headings(page)) == []
    page.keyboard.press("n")
    expect(topic).not_to_have_text(first)
    expect(answer).to_be_hidden()
    page.keyboard.press("p")
    expect(topic).to_have_text(first)
    with page.expect_download() as saved:
        page.locator(".cards [role=group] button").first.click()
    assert saved.value.path().read_bytes().startswith(b"%PDF")
