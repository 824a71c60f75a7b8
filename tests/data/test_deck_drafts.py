"""Drafts of decks: every change keeps a valid deck and can be undone."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.figures.registry import FIGURES
from data.choice.parameters import filter_space
from data.decks import draft as drafts
from data.decks.draft import MOST_UNDONE, Draft, draft_of
from data.decks.files import BUILT_IN, deck_text, load_deck, parse_deck
from data.decks.links import LONGEST_CODE, deck_code, decoded
from data.decks.model import ANY, Deck, Slide, Step, Words
from data.decks.parts import LONGEST, LONGEST_SLIDE_S, MOST_SLIDES, MOST_STEPS
from data.language.languages import LANGUAGE_CODES
from data.load.dataset import load_dataset

SPACE = filter_space(load_dataset())
TRADE = Slide(figure="trade_turnover", choice="years=2018-2021")
NAMED = Words({"en": "One", "kk": "Бір"})
HOSTILE = "</script><b>\u202e\x00\ud800" + "ы" * 10_000

keys = st.integers(0, 12)
texts = st.one_of(st.text(max_size=40), st.just(HOSTILE))
codes = st.sampled_from(LANGUAGE_CODES)
choices = st.sampled_from(["", "years=2018-2021", "trade=table6", "selected=btc", "x" * 5000])
slides = st.sampled_from([TRADE, Slide(figure="survey_q01"), Slide(message=NAMED, text=NAMED)])

Change = Callable[[Draft], Draft]
changes: st.SearchStrategy[Change] = st.one_of(
    st.builds(lambda slide, key: lambda draft: drafts.add(draft, slide, after=key), slides, keys),
    st.builds(lambda key, by: lambda draft: drafts.move(draft, key, by), keys, st.integers(-9, 9)),
    st.builds(lambda key: lambda draft: drafts.duplicate(draft, key), keys),
    st.builds(lambda key: lambda draft: drafts.delete(draft, key), keys),
    st.builds(lambda key: lambda draft: drafts.join(draft, key), keys),
    st.builds(
        lambda key, name, text, code: (
            lambda draft: drafts.with_text(draft, key, name, text, code=code)
        ),
        keys,
        st.sampled_from([*drafts.TEXTS, "figure"]),
        texts,
        codes,
    ),
    st.builds(
        lambda text, code: lambda draft: drafts.with_title(draft, text, code=code), texts, codes
    ),
    st.builds(
        lambda key, seconds: lambda draft: drafts.with_seconds(draft, key, seconds),
        keys,
        st.integers(-5, 9000),
    ),
    st.builds(
        lambda key, choice: lambda draft: drafts.with_choice(draft, key, choice), keys, choices
    ),
    st.builds(lambda key, choice: lambda draft: drafts.add_step(draft, key, choice), keys, choices),
    st.builds(
        lambda key, step: lambda draft: drafts.delete_step(draft, key, step),
        keys,
        st.integers(-1, 3),
    ),
    st.builds(
        lambda key, step, text, code: (
            lambda draft: drafts.with_step(draft, key, step, message=text, code=code)
        ),
        keys,
        st.integers(-1, 3),
        texts,
        codes,
    ),
)


def three() -> Draft:
    return draft_of(Deck(slides=(Slide(message=Words({ANY: "A"})), TRADE, TRADE)))


def order(draft: Draft) -> list[int]:
    return [one.key for one in draft.slides]


@settings(max_examples=60, deadline=None)
@given(st.lists(changes, max_size=12))
def test_changes_keep_a_deck_that_its_file_holds_and_can_all_be_undone(made: list[Change]) -> None:
    start = three()
    draft = start
    for change in made:
        draft = change(draft)
        assert len(set(order(draft))) == len(draft.slides)
    read = parse_deck(deck_text(draft.deck), "a.json", figures=FIGURES, space=SPACE)
    filled = tuple(one for one in draft.deck.slides if one.figure or one.text or one.message)
    assert read.deck == Deck(title=draft.title, slides=filled)
    assert len(read.problems) == len(draft.slides) - len(filled)
    while draft.past:
        draft = drafts.undo(draft)
    assert draft.deck == start.deck
    assert drafts.undo(draft) == draft


def test_a_slide_keeps_its_number_when_it_is_moved() -> None:
    draft = three()
    assert order(drafts.move(draft, 1, 1)) == [2, 1, 3]
    assert order(drafts.move(drafts.move(draft, 1, 1), 1, 1)) == [2, 3, 1]
    assert order(drafts.move(draft, 3, -9)) == [3, 1, 2]
    assert drafts.move(draft, 1, -1) is draft
    assert drafts.move(draft, 99, 1) is draft


def test_copies_and_new_slides_have_new_numbers() -> None:
    draft = drafts.duplicate(three(), 1)
    assert order(draft) == [1, 4, 2, 3]
    assert draft.slides[0].slide == draft.slides[1].slide
    draft = drafts.add(drafts.delete(draft, 4), TRADE)
    assert order(draft) == [1, 2, 3, 5]
    assert order(drafts.undo(drafts.undo(draft))) == [1, 4, 2, 3]


def test_a_choice_that_is_too_long_is_not_taken() -> None:
    start, longest = drafts.add_step(three(), 2, "lang=kk"), LONGEST["choice"]
    for change in (drafts.add_step, drafts.with_choice):
        assert change(start, 2, "x" * (longest + 1)) is start
        assert change(start, 2, "x" * longest) is not start


def test_choices_of_a_step_are_undone_one_by_one() -> None:
    start = drafts.add_step(three(), 2, "years=2018-2020")
    draft = start
    for choice in ("years=2018-2021", "years=2018-2022"):
        draft = drafts.with_step(draft, 2, 0, choice=choice)
    assert draft.slides[1].slide.steps[0].choice == "years=2018-2022"
    assert drafts.undo(draft).slides[1].slide.steps[0].choice == "years=2018-2021"
    assert drafts.undo(drafts.undo(draft)).deck == start.deck


def test_letters_typed_into_a_step_are_undone_together() -> None:
    start = drafts.add_step(three(), 2, "years=2018-2020")
    draft = start
    for text in ("T", "Tr", "Tra"):
        draft = drafts.with_step(draft, 2, 0, message=text, code="en")
    assert draft.slides[1].slide.steps[0].message == Words({ANY: "Tra"})
    assert drafts.undo(draft).deck == start.deck


def test_letters_typed_one_after_the_other_are_undone_together() -> None:
    draft = three()
    for text in ("T", "Tr", "Tra"):
        draft = drafts.with_text(draft, 2, "message", text, code="en")
    draft = drafts.with_text(draft, 3, "message", "B", code="en")
    assert drafts.undo(draft).slides[1].slide.message == Words({ANY: "Tra"})
    assert drafts.undo(drafts.undo(draft)).deck == three().deck


def test_the_title_stays_when_a_later_change_is_undone() -> None:
    titled = drafts.with_title(three(), "One", code="en")
    assert drafts.undo(drafts.move(titled, 1, 1)).deck == titled.deck


def test_a_text_in_several_languages_is_changed_in_one() -> None:
    draft = draft_of(Deck(slides=(Slide(message=NAMED),)))
    changed = drafts.with_text(draft, 1, "message", "Екі", code="kk").slides[0].slide.message
    assert changed == Words({"en": "One", "kk": "Екі"})
    assert drafts.with_text(draft, 1, "message", "One", code="tr") is draft
    emptied = drafts.with_text(draft, 1, "message", " ", code="kk").slides[0].slide.message
    assert not emptied


def test_texts_are_cut_and_cleaned() -> None:
    draft = drafts.with_title(three(), HOSTILE, code="en")
    text = draft.title.text("en")
    assert len(text) <= LONGEST["title"]
    assert text.startswith("</script><b>\u202e?ы")


def test_a_slide_becomes_a_step_of_the_slide_before_it_with_the_same_figure() -> None:
    first = Slide(figure="trade_turnover", notes=Words({ANY: "a"}), seconds=7_000)
    second = Slide(
        figure="trade_turnover", choice="trade=table6", message=NAMED, notes=NAMED, seconds=600
    )
    draft = draft_of(Deck(slides=(first, second, Slide(figure="survey_q01"))))
    assert [drafts.can_join(draft, key) for key in (1, 2, 3, 4)] == [False, True, False, False]
    (joined, _other) = drafts.join(draft, 2).deck.slides
    assert joined.steps == (Step(choice="trade=table6", message=NAMED),)
    assert joined.notes == Words({"en": "a\nOne", "kk": "a\nБір"})
    assert joined.seconds == LONGEST_SLIDE_S
    assert drafts.join(draft, 3) is draft


def test_limits_of_the_format_hold() -> None:
    full = draft_of(Deck(slides=(TRADE,) * MOST_SLIDES))
    assert drafts.add(full, TRADE) is full
    assert drafts.duplicate(full, 1) is full
    stepped = draft_of(Deck(slides=(TRADE, TRADE)))
    for _ in range(MOST_STEPS + 3):
        stepped = drafts.add_step(stepped, 1, "")
    assert len(stepped.slides[0].slide.steps) == MOST_STEPS
    assert not drafts.can_join(stepped, 2)
    for _ in range(MOST_UNDONE + 5):
        stepped = drafts.move(drafts.move(stepped, 1, 1), 1, -1)
    assert len(stepped.past) == MOST_UNDONE


def test_a_replaced_deck_comes_back() -> None:
    other = Deck(title=NAMED, slides=(Slide(text=NAMED),))
    draft = drafts.replace_all(three(), other)
    assert draft.deck == other
    assert drafts.undo(draft).deck == three().deck
    both = drafts.add_all(three(), other)
    assert (both.title, len(both.slides)) == (NAMED, 4)


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_large_deck_has_no_link(name: str) -> None:
    deck = load_deck(name, figures=FIGURES, space=SPACE).deck
    assert deck_code(deck) == ""


def test_a_small_deck_fits_in_a_link() -> None:
    deck = three().deck
    code = deck_code(deck)
    assert 0 < len(code) < 400
    assert parse_deck(decoded(code), "link", figures=FIGURES, space=SPACE).deck == deck


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_in_a_link_is_no_deck_or_one(code: str) -> None:
    parse_deck(decoded(code), "link", figures=FIGURES, space=SPACE)


@pytest.mark.parametrize("signs", ["!!!!", "\n\n\n\n", "…"])
def test_a_link_with_characters_that_no_code_has_contains_no_deck(signs: str) -> None:
    code = deck_code(three().deck)
    assert decoded(code)
    assert decoded(code[:9] + signs + code[9:]) == b""


def test_a_link_cannot_contain_a_large_file() -> None:
    assert decoded("A" * (LONGEST_CODE + 1)) == b""
    assert decoded(deck_code(three().deck)[:-8] + "AAAAAAAA") != deck_text(three().deck).encode()
