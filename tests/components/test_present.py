"""The page of decks: messages of the browser, data for its script, files and links."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies

from components.export.held_decks import HELD
from components.page import held_deck
from components.page.held_deck import (
    LINK,
    choice_of,
    deck_problems,
    kept_deck,
    open_code,
    own_draft,
    restore_own,
    slide_count,
)
from components.present import acts, deck_data
from components.present.acts import link_choice, read_acts, take_acts
from components.process.figures import stored
from components.text.breaks import kept_together
from data.choice.reading import from_query
from data.decks.links import deck_code
from data.decks.model import Deck, Slide, Words
from data.decks.parts import LONGEST
from data.language.languages import LANGUAGE_CODES
from data.problems import TableRefusedError
from tests.components.deck_session import COMPONENT, Put, add, data

HOSTILE = "</script><img src=x onerror=alert(1)>\u202e{headline}" + "ы" * 10_000


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_without_slides_of_ones_own_the_default_deck_is_shown(
    session: dict[str, Any], code: str
) -> None:
    del session
    shown = data(code)
    assert (shown["deck"], shown["own"]) == ("default", False)
    assert len(shown["slides"]) >= 14
    assert all(slide["title"] and slide["about"] for slide in shown["slides"])
    assert not any(slide["faults"] for slide in shown["slides"])
    assert len(shown["decks"]) == 5
    assert ": ·" not in str(shown["slides"])


def test_an_added_figure_keeps_its_choice(session: dict[str, Any]) -> None:
    del session
    add("trade_balance", years="2019-2021", trade="table6", selected="btc", section="relations")
    add("route_map", asof="2010", selected="btc", camera="41.5,51.2,4.5", trade="table6")
    add("route_map", years="2018-2020", view="caspian")
    add("no_figure")
    assert [slide.choice for slide in own_draft().deck.slides] == [
        "years=2019-2021&trade=table6",
        "selected=btc&asof=2010&camera=41.5,51.2,4.5",
        "asof=2020&view=caspian",
    ]
    shown = data()
    assert (shown["deck"], slide_count()) == ("own", 3)
    assert kept_together("2019–2021") in shown["slides"][0]["about"]
    assert shown["decks"][0] == ["own", "My deck (3)"]


def test_the_choice_of_a_link_reads_as_the_same_view(session: dict[str, Any]) -> None:
    del session
    _dataset, space = stored()
    filters, _refused = from_query({"years": "2019-2021"}, space, "en")
    choice = choice_of("trade_balance", filters, space)
    assert link_choice(f"https://atlas.example/trade?lang=kk&{choice}&figure=a") == choice
    assert link_choice(choice) == choice
    assert link_choice("nonsense") == ""


def test_slides_are_sorted_edited_and_restored(session: dict[str, Any], put: Put) -> None:
    del session
    for figure in ("trade_balance", "survey_q01"):
        add(figure)
    put("move", key=2, number=-1)
    put("text", key=1, name="message", text="Mine")
    put("seconds", key=1, number=90)
    put("add_text", key=1)
    shown = data()
    assert [slide["title"] for slide in shown["slides"]][1:] == ["Mine", "New slide"]
    assert shown["editor"]["key"] == 3
    assert shown["total"] == "3 slides · planned time 1:30"
    put("duplicate", key=1)
    put("delete", key=2)
    assert [slide.figure for slide in own_draft().deck.slides] == ["trade_balance"] * 2 + [""]
    for _ in range(6):
        put("undo")
    assert [slide.figure for slide in own_draft().deck.slides] == ["trade_balance", "survey_q01"]


def test_steps_have_choices_and_messages(session: dict[str, Any], put: Put) -> None:
    del session
    add("trade_turnover")
    put("choice", key=1, text="http://host/trade?lang=en&years=2018-2021")
    put("add_step", key=1, text="")
    put("step_choice", key=1, number=0, text="trade=table6&colour=red")
    put("step_message", key=1, number=0, text="Beside it")
    put("edit", key=1)
    shown = data()
    assert shown["editor"]["choice"] == "years=2018-2021"
    assert shown["editor"]["steps"][0]["message"] == "Beside it"
    assert "Table 6" in shown["editor"]["steps"][0]["words"]
    assert "colour=red" in shown["slides"][0]["faults"][0]
    put("delete_step", key=1, number=0)
    assert data()["editor"]["steps"] == []


def test_a_built_in_deck_is_copied_before_it_is_edited(session: dict[str, Any], put: Put) -> None:
    del session
    put("deck", text="five_minutes")
    put("delete", key=1)
    count = len(data()["slides"])
    put("copy")
    assert (data()["deck"], slide_count()) == ("own", count)
    put("delete", key=1)
    put("deck", text="five_minutes")
    assert len(data()["slides"]) == count
    put("deck", text="../etc/passwd")
    assert data()["deck"] == "five_minutes"


def test_slides_have_a_language_of_their_own(session: dict[str, Any], put: Put) -> None:
    del session
    put("deck", text="default")
    put("lang", text="kk")
    put("theme", text="dark")
    put("lang", text="xx")
    shown = data("ru")
    assert (shown["code"], shown["theme"]) == ("kk", "dark")
    assert "Екі ел арасындағы сауда" in str([slide["title"] for slide in shown["slides"]])
    assert "слайдов" in shown["total"]


def test_a_change_is_applied_once(session: dict[str, Any]) -> None:
    add("trade_balance")
    twice = {"tab": "a", "acts": [{"do": "duplicate", "key": 1, "order": 1}]}
    session[COMPONENT] = {"acts": [twice, twice]}
    take_acts(COMPONENT)
    take_acts(COMPONENT)
    assert slide_count() == 2
    assert data()["heard"] == ["a", 1]


def test_hostile_texts_are_cut_and_stay_texts(session: dict[str, Any], put: Put) -> None:
    del session
    add("trade_balance")
    put("title", text=HOSTILE)
    for name in ("message", "notes", "text", "figure"):
        put("text", key=1, name=name, text=HOSTILE)
    (slide,) = own_draft().deck.slides
    assert len(own_draft().title.text("en")) == LONGEST["title"]
    assert len(slide.message.text("en")) == LONGEST["message"]
    assert (slide.figure, slide.text) == ("trade_balance", Words())
    assert "<img" in data()["slides"][0]["title"]


def test_a_small_deck_has_a_link(session: dict[str, Any], put: Put) -> None:
    del session
    _dataset, space = stored()
    deck = Deck(slides=(Slide(figure="survey_q01", message=Words({"": "A"})),))
    open_code(deck_code(deck), space)
    shown = data()
    assert (shown["deck"], shown["own"], slide_count()) == ("link", False, 0)
    assert shown["decks"][1] == ["link", "Deck of the link (1)"]
    assert shown["link"] == f"lang=en&deck={deck_code(deck)}"
    open_code("nonsense", space)
    assert data()["deck"] == "link"
    assert deck_problems()[0].file == LINK
    put("copy")
    assert own_draft().deck == deck


def test_a_lost_session_takes_the_deck_that_the_browser_has_kept(
    session: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held_deck, "is_served", lambda: True)
    _dataset, space = stored()
    assert kept_deck() == {"address": "", "changed": False}
    add("trade_balance")
    address = str(kept_deck()["address"])
    text = HELD.get(address.rpartition("/")[2])
    saved = own_draft().deck
    session.pop(held_deck._OWN)
    for broken in (None, 5, "", "{", "[" * 9_000):
        restore_own(broken, space)
        assert slide_count() == 0
    restore_own(text, space)
    assert own_draft().deck == saved
    restore_own('{"slides": []}', space)
    assert own_draft().deck == saved


@pytest.mark.parametrize("fault", [TableRefusedError("routes", ()), KeyError("btc")])
def test_a_deck_with_figures_that_fail_is_listed(
    session: dict[str, Any], monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    del session

    def fail(*_arguments: object, **_named: object) -> None:
        raise fault

    monkeypatch.setattr(deck_data, "stored_figure", fail)
    if isinstance(fault, TableRefusedError):
        monkeypatch.setattr(deck_data, "selection_text", fail)
    assert len(data()["slides"]) >= 14


def test_a_deck_is_held_for_the_server(
    session: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    del session
    monkeypatch.setattr(deck_data, "is_served", lambda: True)
    shown = data("tr")
    digest = shown["output"]["address"].rpartition("/")[2]
    assert HELD.get(digest)
    assert shown["output"]["query"] == "lang=en&theme=light"
    assert any(slide["picture"].endswith("&size=print") for slide in shown["slides"])


anything = strategies.recursive(
    strategies.one_of(
        strategies.none(),
        strategies.booleans(),
        strategies.floats(),
        strategies.integers(),
        strategies.text(max_size=9),
        strategies.sampled_from(sorted({*acts.CHANGES, *acts.OTHERS})),
    ),
    lambda inner: strategies.one_of(
        strategies.lists(inner, max_size=3),
        strategies.dictionaries(
            strategies.sampled_from(
                ["acts", "tab", "order", "do", "key", "number", "name", "text"]
            ),
            inner,
            max_size=5,
        ),
    ),
    max_leaves=12,
)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(anything)
def test_any_message_is_read_without_an_error(session: dict[str, Any], sent: object) -> None:
    read_acts(sent)
    session[COMPONENT] = {"acts": {"tab": "b", "acts": [sent, {"do": "undo", "order": sent}]}}
    take_acts(COMPONENT)
    session[COMPONENT] = sent
    take_acts(COMPONENT)


def test_letters_that_a_pdf_file_cannot_show_are_named(session: dict[str, Any], put: Put) -> None:
    del session
    add("survey_q01")
    put("text", key=1, name="message", text="Қазақстан ⚠ שלום, مرحبا")
    (fault,) = data()["slides"][0]["faults"]
    assert fault.startswith("HTML and PPTX files show these characters, PDF files and handouts")
    assert fault.partition(": ")[2] == "ש ל ו ם م ر ح ب ا"
    put("text", key=1, name="message", text="Қазақстан–Türkiye ⚠ Ёлка “ğ”")
    assert data()["slides"][0]["faults"] == []
