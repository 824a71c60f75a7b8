"""Decks as HTML: every slide in every language, no foreign host, hostile texts."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from components.decks import document, views
from components.decks.document import deck_html
from components.decks.layout import ABOVE, BESIDE, DENSE, PLAIN, _height, layout_of, text_size
from components.decks.views import SlideView, StateView, slide_views
from components.decks.wall import wall_colours, wall_height, wall_rows, wall_specification
from components.figures.registry import FIGURES, build_figure
from components.figures.single_values import WARNING
from components.page.tokens import DARK, LIGHT
from data.choice.parameters import FilterSpace
from data.citation import citation
from data.decks.files import BUILT_IN, load_deck
from data.decks.model import ANY, Deck, Slide, Step, Words
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset
from data.problems import TableRefusedError
from tests.components.deck_markup import Markup

ADDRESS = "http://atlas.test/"
HOSTILE = "</script><img src=x onerror=alert(1)>\u202e{headline}"


@pytest.fixture(autouse=True)
def no_bundle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bundling Vega takes seconds; the test in the browser has the real one."""
    monkeypatch.setattr(document, "vega_bundle", lambda: "/* Vega */")


def html_of(deck: Deck, dataset: Dataset, space: FilterSpace, **more: Any) -> str:
    choice = {"code": "en", "address": ADDRESS, **more}
    return deck_html(deck, dataset=dataset, space=space, **choice)


def built_in(name: str, space: FilterSpace) -> Deck:
    return load_deck(name, figures=FIGURES, space=space).deck


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_slide_of_a_built_in_deck_is_shown_in_every_language(
    name: str, dataset: Dataset, space: FilterSpace
) -> None:
    deck = built_in(name, space)
    for code in LANGUAGE_CODES:
        shown = slide_views(deck, dataset=dataset, space=space, code=code, address=ADDRESS)
        assert len(shown) == len(deck.slides)
        for slide, view in zip(deck.slides, shown, strict=True):
            assert view.fault == ""
            assert len(view.states) == 1 + len(slide.steps)
            for state in view.states:
                assert state.title == slide.message.text(code)
                if slide.figure:
                    assert state.specification or state.map
                    assert state.lines
                    assert state.source
                    assert state.qr.startswith("data:image/svg+xml")
                    assert f"lang={code}" in state.link
                else:
                    assert view.paragraphs
                    assert not any("{" in text for _date, text in view.paragraphs)
            assert DENSE not in layout_of(view)
            assert text_size(view) >= 28


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_deck_is_one_file_that_names_no_foreign_host(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    deck = built_in("five_minutes", space)
    found = Markup(html_of(deck, dataset, space, code=code))
    allowed = re.compile(rf"data:|{re.escape(ADDRESS)}")
    assert [address for address in found.addresses() if not allowed.match(address)] == []
    (policy,) = [
        str(element["content"])
        for tag, element in found.elements
        if tag == "meta" and element.get("http-equiv")
    ]
    assert policy.startswith("default-src 'none'")
    assert "http" not in policy
    assert ("html", {"lang": code, "data-theme": "light"}) in found.elements
    sections = [one for tag, one in found.elements if tag == "section" and "data-number" in one]
    assert len(sections) == len(deck.slides)
    data = json.loads(found.data)
    assert len(data["slides"]) == len(deck.slides)
    assert all(spec["data"] == {"name": "source"} for spec in data["specs"])


def test_without_an_address_there_are_no_links(dataset: Dataset, space: FilterSpace) -> None:
    found = Markup(html_of(built_in("five_minutes", space), dataset, space, address=""))
    assert {tag for tag, _found in found.elements} & {"a"} == set()


def test_notes_are_in_the_file_only_if_asked_for(dataset: Dataset, space: FilterSpace) -> None:
    slide = Slide(message=Words({ANY: "Said"}), notes=Words({ANY: "Secret note"}))
    deck = Deck(slides=(slide,))
    assert "Secret note" not in html_of(deck, dataset, space)
    assert "Secret note" in html_of(deck, dataset, space, notes=True)


def test_hostile_texts_are_shown_as_texts(dataset: Dataset, space: FilterSpace) -> None:
    hostile = Words({ANY: HOSTILE})
    slides = (
        Slide(
            figure="trade_turnover", message=hostile, notes=hostile, steps=(Step(choice=HOSTILE),)
        ),
        Slide(message=hostile, text=hostile),
        Slide(figure=HOSTILE, message=hostile),
    )
    html = html_of(Deck(title=hostile, slides=slides), dataset, space, notes=True)
    found = Markup(html)
    assert "onerror" not in {name for _tag, element in found.elements for name in element}
    assert [element for tag, element in found.elements if element.get("src") == "x"] == []
    assert html.count("</script>") == 4
    assert sum(HOSTILE.partition("{")[0] in text for text in found.texts) >= 4
    # Text of another direction stays within its element.
    headings = [element for tag, element in found.elements if tag == "h2"]
    assert {element.get("dir") for element in headings} == {"auto"}
    assert json.loads(found.data)["slides"][0]["notes"] == HOSTILE


def test_a_slide_whose_figure_is_gone_keeps_its_message(
    dataset: Dataset, space: FilterSpace
) -> None:
    deck = Deck(slides=(Slide(figure="gone", message=Words({ANY: "Kept"})),))
    (view,) = slide_views(deck, dataset=dataset, space=space, code="en")
    assert view.states[0].title == "Kept"
    assert view.fault == "The Atlas has no figure “gone”."
    assert layout_of(view) == PLAIN
    assert view.fault in html_of(deck, dataset, space)


def test_an_event_that_is_gone_stays_as_text(dataset: Dataset, space: FilterSpace) -> None:
    lines = ("{event:gone}", "{event:turksoy-founding-1993}", "{event:", "last")
    slide = Slide(message=Words({ANY: "A"}), text=Words({ANY: "\n".join(lines)}))
    deck = Deck(slides=(slide, Slide(figure="survey_q04")))
    first, second = slide_views(deck, dataset=dataset, space=space, code="en")
    assert [text for date, text in first.paragraphs if not date] == [lines[0], lines[2], "last"]
    assert first.states[0].source == "Source: Section 2.1"
    assert second.states[0].rows


@pytest.mark.parametrize("choice", ["selected=gone", "years=1800-1801", "trade=gone", "x=1"])
def test_a_choice_that_is_gone_shows_the_default(
    choice: str, dataset: Dataset, space: FilterSpace
) -> None:
    slides = (Slide(figure="trade_turnover", choice=choice), Slide(figure="trade_turnover"))
    deck = Deck(slides=slides)
    first, second = slide_views(deck, dataset=dataset, space=space, code="en", address=ADDRESS)
    assert not first.fault
    assert first.states[0].rows == second.states[0].rows
    assert first.states[0].link == second.states[0].link


def test_a_slide_whose_table_did_not_load_says_so(
    dataset: Dataset, space: FilterSpace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise TableRefusedError("trade", ())  # noqa: EM101, the name of a table

    monkeypatch.setattr(views, "build_figure", refuse)
    deck = Deck(slides=(Slide(figure="trade_turnover", message=Words({ANY: "Kept"})),))
    (view,) = slide_views(deck, dataset=dataset, space=space, code="en")
    assert view.fault == "The table “trade” did not load."


def test_a_message_takes_the_computed_texts_and_none_appears_twice(
    dataset: Dataset, space: FilterSpace
) -> None:
    figure = build_figure("investment_flows", dataset=dataset, filters=space.start("en"))
    assert figure.finding
    messages = {"": figure.headline, "So: {finding}": f"So: {figure.finding}", "Plain": "Plain"}
    for message, title in messages.items():
        deck = Deck(slides=(Slide(figure="investment_flows", message=Words({ANY: message})),))
        (view,) = slide_views(deck, dataset=dataset, space=space, code="en")
        (state,) = view.states
        assert state.title == title
        texts = (figure.headline, figure.finding)
        assert state.lines == tuple(text for text in texts if text not in title)


def test_steps_of_a_figure_change_rows_and_keep_the_specification(
    dataset: Dataset, space: FilterSpace
) -> None:
    step = Step(choice="years=2018-2023", message=Words({ANY: "All"}))
    slide = Slide(figure="trade_turnover", choice="years=2018-2019", steps=(step,))
    html = html_of(Deck(slides=(slide, slide)), dataset, space)
    data = json.loads(Markup(html).data)
    assert len(data["specs"]) == 1
    first, second = data["slides"][0]["states"]
    assert first["spec"] == second["spec"] == 0
    assert first["rows"] != second["rows"]


def test_a_specification_for_a_wall_has_large_letters_and_no_selection(
    dataset: Dataset, space: FilterSpace
) -> None:
    for name in FIGURES:
        figure = build_figure(name, dataset=dataset, filters=space.start("en"))
        if figure.form is None:
            continue
        spec = wall_specification(figure)
        sizes = re.findall(r'ontSize": (?:\{"expr": "rem \* )?([\d.]+)', json.dumps(spec))
        assert sizes
        assert all(float(size) >= (13 if float(size) > 4 else 13 / 16) for size in sizes)
        assert {"name": "rem", "value": 16} in spec["params"]
        assert "height" not in {part["name"] for part in spec["params"]}
        assert not {part["name"] for part in spec["params"]} & set(figure.form.selections)


def test_colours_of_a_chart_follow_the_theme() -> None:
    colours = wall_colours()
    assert colours["dark"][LIGHT.ink] == DARK.ink
    assert set(colours["light"]) == set(colours["dark"])


def test_long_texts_stand_beside_a_chart_or_become_dense() -> None:
    state = StateView(title="Title", specification={"height": 310})
    assert layout_of(SlideView(states=(state,))) == "above"
    long = replace(state, lines=("word " * 75,))
    assert layout_of(SlideView(states=(long,))) == BESIDE
    longest = replace(state, lines=("word " * 200,))
    assert layout_of(SlideView(states=(longest,))) == f"above {DENSE}"
    tall = replace(state, specification={"height": 700})
    assert layout_of(SlideView(states=(tall,))) == BESIDE
    by_expression = replace(state, specification={"height": {"expr": "width"}})
    assert layout_of(SlideView(states=(by_expression,))) == "above"


def test_a_plain_text_is_as_large_as_its_slide_allows() -> None:
    state = StateView(title="Title")

    def size(*paragraphs: tuple[str, str]) -> int:
        return text_size(SlideView(states=(state,), paragraphs=paragraphs))

    assert size(("", "short")) == 36
    assert size(*[("", "word " * 12)] * 7) == 36
    assert size(*[("21 November 2008", "word " * 12)] * 7) == 30
    assert size(*[("", "word " * 20)] * 60) == 16


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("name", BUILT_IN)
def test_slides_of_built_in_decks_have_a_code_a_source_and_room(
    name: str, code: str, dataset: Dataset, space: FilterSpace
) -> None:
    deck = load_deck(name, figures=FIGURES, space=space).deck
    shown = slide_views(deck, dataset=dataset, space=space, code=code, address=ADDRESS)
    for view in shown:
        assert all(state.link.startswith(ADDRESS) and state.qr for state in view.states)
        cited = ("", citation(language(code))) in view.paragraphs
        assert all(state.source or cited for state in view.states)
        if layout_of(view) == PLAIN:
            assert text_size(view) >= 28
        elif layout_of(view) == ABOVE:
            texts = max(_height(state, 1200, 42, 0) for state in view.states)
            charts = [one for one in view.states if not one.rows[0].get("category")]
            chart = max((wall_height(one.specification) for one in charts), default=0.0)
            assert 720 - 152 - texts >= 0.9 * chart


def test_names_in_low_rows_of_a_slide_have_two_lines(dataset: Dataset, space: FilterSpace) -> None:
    for code in LANGUAGE_CODES:
        figure = build_figure("project_stakes", dataset=dataset, filters=space.start(code))
        for row, own in zip(wall_rows(figure), figure.rows, strict=True):
            lines = row["category"].replace(f"\n{WARNING}", "")
            assert lines.count("\n") <= 1
            assert row["category"].split() == own["category"].split()


def test_a_plain_text_leads_to_the_landing_page(dataset: Dataset, space: FilterSpace) -> None:
    slide = Slide(message=Words({ANY: "A"}), text=Words({ANY: "{event:turksoy-founding-1993}\nB"}))
    for address, link in ((ADDRESS, f"{ADDRESS}?lang=kk"), ("", "")):
        (view,) = slide_views(
            Deck(slides=(slide,)), dataset=dataset, space=space, code="kk", address=address
        )
        (state,) = view.states
        assert (state.link, bool(state.qr)) == (link, bool(link))
        assert state.source == "Дереккөз: 2.1-бөлім"
