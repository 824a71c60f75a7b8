"""Landing page in a browser: all views are linked."""

import re

from playwright.sync_api import expect

from data.language.languages import language
from tests.browser.conftest import at_rest
from tests.browser.landing import FIRST, LAST, PANEL, Come, chart, chip, open_overview, small_map


def test_the_link_of_a_card_leads_to_its_figure(visitor: Come) -> None:
    page = open_overview(visitor())
    page.locator(".atlas-at-second .atlas-foot a").click()
    expect(page.locator("h2#investment_flows")).to_be_in_viewport()
    expect(page).to_have_url(re.compile("figure=investment_flows"))


def test_key_figures_follow_the_years(visitor: Come) -> None:
    page = open_overview(visitor(), "lang=en&years=2020-2022")
    turnover = page.locator(".atlas-strip > div").first
    expect(turnover).to_contain_text("Turnover, 2022")
    expect(turnover).to_contain_text("2,750 million US dollars")
    expect(turnover).to_contain_text("+57.1% since 2020 · Table 7")
    expect(turnover).to_contain_text("⚠ Table 6: 4,100; ¶\N{NO-BREAK SPACE}1320, 1332: 6,300")


def test_a_click_on_an_answer_selects_its_theme_in_every_view(visitor: Come) -> None:
    visit = visitor()
    page = open_overview(visit)
    bar = chart(page, "survey_q12").locator(".mark-rect path").nth(1)
    bar.click()
    expect(chip(page, "Investment")).to_be_visible()
    expect(chip(page, "Infrastructure")).to_be_visible()
    expect(page.locator(PANEL)).to_contain_text("Named as a main sector of investment in 2022")
    expect(page.locator(PANEL)).to_contain_text("question 12 (19%)")
    expect(page.locator(".atlas-at-fourth .atlas-small")).to_contain_text("has a share of 19%")
    visit.settle()
    assert "sectors=infrastructure" in page.url
    bar.click()
    expect(page.locator(".chip")).to_have_count(0)


def test_a_click_works_after_leaving_and_reopening_a_page(visitor: Come) -> None:
    visit = visitor()
    page = open_overview(visit)
    chart(page, "survey_q10").locator(".mark-rect path").first.click()
    expect(chip(page, "Politics and security")).to_be_visible()
    page.get_by_role("link", name="Trade", exact=True).click()
    expect(page.locator("h1")).to_contain_text("Trade of Kazakhstan")
    page.get_by_role("link", name="Overview").click()
    bars = chart(page, "survey_q10").locator(".mark-rect path")
    expect(bars).to_have_count(5)
    visit.settle()
    bars.nth(1).click()
    expect(chip(page, "Economy")).to_be_visible()
    expect(page.locator(".chip")).to_have_count(1)


def test_chips_remove_filters_one_by_one_and_all_at_once(visitor: Come) -> None:
    visit = visitor()
    page = open_overview(visit, "lang=en&years=2019-2022&sectors=oil,transport&selected=btc")
    expect(page.locator(".chip")).to_have_count(4)
    page.get_by_role("button", name="Oil", exact=True).click()
    expect(page.locator(".chip")).to_have_count(3)
    visit.settle()
    assert "sectors=transport" in page.url
    page.get_by_role("button", name="Clear all").click()
    expect(page.locator(".chip")).to_have_count(0)
    visit.settle()
    assert page.url.endswith("?lang=en")
    page.go_back()
    expect(page.locator(".chip")).to_have_count(3)


def test_a_chip_with_little_room_keeps_its_button_in_sight(visitor: Come) -> None:
    page = open_overview(visitor(), "lang=kk&asof=1991")
    inside = page.locator(".chips").bounding_box()
    chosen = page.locator(".chip").bounding_box()
    assert inside
    assert chosen
    assert chosen["x"] + chosen["width"] <= inside["x"] + inside["width"]
    page.locator(".chip").click()
    expect(page.locator(".chip")).to_have_count(0)


def test_filters_are_set_by_keyboard(visitor: Come) -> None:
    visit = visitor()
    page = open_overview(visit)
    page.locator("summary", has_text="Sectors").focus()
    page.keyboard.press("Enter")
    box = page.get_by_role("checkbox", name="Oil", exact=True)
    box.focus()
    page.keyboard.press("Space")
    expect(chip(page, "Oil")).to_be_visible()
    expect(box).to_be_checked()
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    page.locator("summary", has_text="On the map").focus()
    page.keyboard.press("Enter")
    page.get_by_label("On the map").select_option("KZ")
    expect(page.locator(f"{PANEL} h3.atlas-headline")).to_have_text("Kazakhstan")
    page.keyboard.press("Escape")
    expect(page.get_by_label("On the map")).to_be_hidden()
    page.get_by_role("slider", name="Last year").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".atlas-strip dt").first).to_contain_text(str(LAST - 1))
    visit.settle()
    assert re.search(rf"years={FIRST}-{LAST - 1}.*sectors=oil.*selected=KZ", page.url)


def test_the_language_changes_everything_and_keeps_the_choice(visitor: Come) -> None:
    visit = visitor()
    page = open_overview(visit, "lang=en&years=2019-2021")
    page.get_by_role("combobox", name="Language").select_option("kk")
    words = language("kk")
    expect(page.get_by_role("link", name=words.gettext("Survey"))).to_be_visible()
    expect(page.locator("p.name")).to_have_text(words.gettext("Kazakhstan–Türkiye Atlas"))
    expect(chip(page, "2019–2021")).to_be_visible()
    visit.settle()
    assert words.gettext("Overview") in page.title()


def test_the_link_of_a_view_reopens_it(visitor: Come) -> None:
    page = open_overview(visitor(), "lang=en&years=2019-2021&selected=btc")
    page.locator("summary", has_text="Share").click()
    field = page.locator(".link input")
    expect(field).to_have_value(page.url)
    expect(page.locator("img.code")).to_have_attribute("src", re.compile("^data:image/svg"))
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    other = open_overview(visitor(), field.input_value().partition("?")[2])
    expect(other.locator(f"{PANEL} h3.atlas-headline")).to_contain_text("Baku–Tbilisi–Ceyhan")


def test_a_link_of_an_earlier_version_still_opens(visitor: Come) -> None:
    visit = visitor()
    page = open_overview(visit, "lang=en&route=contract-of-the-century")
    expect(page.locator("[data-testid=stAlert]")).to_have_count(0)
    expect(page.locator(f"{PANEL} h3.atlas-headline")).to_contain_text("Azeri–Chirag")
    visit.settle()
    assert "selected=acg" in page.url


def test_legend_and_hover_stay_in_the_browser(visitor: Come) -> None:
    visit = visitor()
    sent: list[object] = []

    def note(frame: object) -> None:
        sent.append(frame)

    visit.page.on("websocket", lambda socket: socket.on("framesent", note))
    page = open_overview(visit)
    trade = chart(page, "trade_answers")
    bars = trade.locator(".parts_marks path")
    page.wait_for_timeout(500)
    sent.clear()
    trade.locator(".role-legend-label text").first.click()
    expect(bars.last).to_have_attribute("opacity", "0.08")
    bars.first.hover()
    expect(trade.locator(".parts_marks path[stroke]").first).to_be_attached()
    page.wait_for_timeout(500)
    assert sent == []


def test_a_card_links_to_its_full_figure_with_the_same_filters(visitor: Come) -> None:
    visit = visitor()
    page = open_overview(visit, "lang=en&years=2019-2021")
    page.get_by_role("link", name="Table, sources, download").nth(4).click()
    expect(page.locator("h1")).to_have_text("What respondents think")
    expect(page.locator(".st-key-figure_survey_q12")).to_be_visible()
    visit.settle()
    assert "years=2019-2021" in page.url
    assert "section=prospects" in page.url
    page.go_back()
    expect(small_map(page)).to_be_visible()


def test_years_brushed_in_the_investment_chart_stay_selected(visitor: Come) -> None:
    visit = visitor()
    page = open_overview(visit)
    labels = chart(page, "investment_flows").locator(".role-axis-label text")
    first, last = (at_rest(labels.filter(has_text=year)) for year in ("2020", "2021"))
    height = first["y"] - 40
    page.mouse.move(first["x"] - 5, height)
    page.mouse.down()
    page.mouse.move(last["x"] + last["width"] + 5, height, steps=8)
    page.mouse.up()
    expect(chip(page, "2020–2021")).to_be_visible()
    brush = chart(page, "investment_flows").locator(".year_brush_brush path")
    # The chip makes the chart lower, and full screen makes it larger; both change its scale.
    for key in ("", "f", "Escape"):
        if key:
            page.keyboard.press(key)
        covered = at_rest(brush)
        first, last = (at_rest(labels.filter(has_text=year)) for year in ("2020", "2021"))
        assert covered["x"] < first["x"]
        assert last["x"] + last["width"] < covered["x"] + covered["width"]
        visit.settle()
        expect(chip(page, "2020–2021")).to_have_count(1)
        assert "years=2020-2021" in page.url
    # Years that are not selected stay visible, so that they can be selected.
    expect(labels.filter(has_text="2018")).to_be_visible()


def test_a_second_click_on_an_answer_clears_its_selection(visitor: Come) -> None:
    visit = visitor()
    page = open_overview(visit)
    bar = chart(page, "survey_q10").locator(".mark-rect path").first
    box = at_rest(bar)
    page.mouse.click(box["x"] + 20, box["y"] + 4)
    expect(chip(page, "Politics and security")).to_be_visible()
    visit.settle()
    assert at_rest(bar) == box
    page.mouse.click(box["x"] + 20, box["y"] + 4)
    expect(page.locator(".chip")).to_have_count(0)


def test_the_keyboard_focus_is_kept_after_a_change(visitor: Come) -> None:
    page = open_overview(visitor(), "lang=en&years=2021-2023&sectors=oil")
    slider = page.get_by_role("slider", name="Last year")
    slider.focus()
    for years in ("2021–2022", "2021", "2020–2021"):
        page.keyboard.press("ArrowLeft")
        expect(page.locator(".chip .label").first).to_have_text(years)
    expect(page.get_by_role("slider", name="First year")).to_be_focused()
    page.get_by_role("button", name="Oil", exact=True).focus()
    page.keyboard.press("Enter")
    expect(chip(page, "Oil")).to_have_count(0)
    expect(page.get_by_role("button", name="Clear all")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("summary", has_text="Sectors")).to_be_focused()


def test_the_address_of_a_card_link_includes_the_filters(visitor: Come) -> None:
    page = open_overview(visitor(), "lang=en&years=2019-2021")
    link = page.locator(".atlas-at-first").get_by_role("link", name="Table, sources, download")
    link.dispatch_event("pointerdown")
    expect(link).to_have_attribute("href", re.compile(r"^\./trade\?.*years=2019-2021"))
