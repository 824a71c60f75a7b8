"""Files of decks: what is written is read, and whatever is broken is reported and left out."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.figures.registry import FIGURES
from data.choice.parameters import FilterSpace, filter_space
from data.decks.files import BUILT_IN, FOLDER, deck_text, load_deck, parse_deck
from data.decks.model import ANY, Deck, Slide, Step, Words
from data.decks.parts import (
    FORMAT,
    LONGEST,
    MOST_SLIDES,
    VERSION,
    LoadedDeck,
    read_choice,
)
from data.decks.problems import SAYINGS, DeckProblem, DeckRule, deck_problem_texts
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import load_dataset

SPACE = filter_space(load_dataset())
TEXT_SLIDE = {"message": "A", "text": "B"}


def parsed(content: object) -> LoadedDeck:
    text = content if isinstance(content, bytes | str) else json.dumps(content)
    return parse_deck(text, "mine.json", figures=FIGURES, space=SPACE)


def with_slides(*slides: object, **more: object) -> dict[str, Any]:
    return {"format": FORMAT, "version": VERSION, "slides": list(slides), **more}


def faults(loaded: LoadedDeck) -> list[tuple[DeckRule, int | None, str]]:
    return [(problem.rule, problem.slide, problem.field) for problem in loaded.problems]


texts = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=30).map(str.strip)
words = st.one_of(
    texts.map(lambda text: Words({ANY: text})),
    st.dictionaries(st.sampled_from(LANGUAGE_CODES), texts, max_size=4).map(Words),
)
choices = st.sampled_from(["", "years=2018-2021", "trade=table6&sectors=energy", "selected=btc"])
steps = st.lists(st.builds(Step, choice=choices, message=words), max_size=3).map(tuple)
seconds = st.integers(0, 7200)
figure_slides = st.builds(
    Slide,
    figure=st.sampled_from(sorted(FIGURES)),
    choice=choices,
    message=words,
    notes=words,
    seconds=seconds,
    steps=steps,
)
plain_slides = st.builds(
    Slide,
    message=texts.map(lambda text: Words({ANY: f"m{text}"})),
    text=words,
    notes=words,
    seconds=seconds,
)
decks = st.builds(
    Deck, title=words, slides=st.lists(figure_slides | plain_slides, max_size=5).map(tuple)
)


@settings(max_examples=60, deadline=None)
@given(decks)
def test_a_deck_is_read_as_it_was_written(deck: Deck) -> None:
    loaded = parsed(deck_text(deck))
    assert loaded.problems == ()
    assert loaded.deck == deck


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["format", "version", "slides", "figure", "choice", "text", "kk", "x"]),
            inner,
            max_size=6,
        )
    ),
    max_leaves=20,
)


@settings(max_examples=150, deadline=None)
@given(json_values)
def test_no_content_of_a_slide_raises(value: Any) -> None:
    slide = dict.fromkeys(("figure", "choice", "message", "notes", "seconds", "steps"), value)
    for content in (value, with_slides(value), with_slides(slide, TEXT_SLIDE, title=value)):
        loaded = parsed(content)
        assert all(isinstance(one, Slide) for one in loaded.deck.slides)
        deck_problem_texts(loaded.problems, language("kk"))
    assert loaded.deck.slides[-1].message.text("en") == "A"


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_raise(content: bytes) -> None:
    loaded = parsed(content)
    assert loaded.deck == Deck()
    assert loaded.problems


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_built_in_deck_has_no_fault_and_every_text_in_every_language(name: str) -> None:
    loaded = load_deck(name, figures=FIGURES, space=SPACE)
    assert loaded.problems == ()
    deck = loaded.deck
    assert deck_text(deck) == (FOLDER / f"{name}.json").read_text(encoding="utf-8")
    for slide in deck.slides:
        for said in (slide.message, slide.notes, *([slide.text] if slide.text else [])):
            assert set(said.texts) == set(LANGUAGE_CODES)
        for text in slide.message.texts.values():
            assert not any(sign.isdigit() for sign in text)
        assert slide.seconds


def test_the_built_in_decks_have_the_length_of_their_talk() -> None:
    loaded = {name: load_deck(name, figures=FIGURES, space=SPACE).deck for name in BUILT_IN}
    assert 12 <= len(loaded["default"].slides) <= 16
    assert loaded["five_minutes"].seconds == 300
    assert 30 * 60 <= loaded["seminar"].seconds <= 60 * 60


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"\xff\xfe{}", DeckRule.UTF8),
        (b"", DeckRule.JSON),
        (b'{"format": ', DeckRule.JSON),
        (b"[" * 100_000, DeckRule.JSON),
        (b"null", DeckRule.FORMAT),
        (b"[]", DeckRule.FORMAT),
        (b'{"slides": []}', DeckRule.FORMAT),
        (b" " * 2_100_000, DeckRule.SIZE),
        (b'{"format": "%s", "version": "1"}' % FORMAT.encode(), DeckRule.VERSION),
        (b'{"format": "%s", "version": true}' % FORMAT.encode(), DeckRule.VERSION),
        (b'{"version": ' + b"9" * 5000 + b"}", DeckRule.JSON),
    ],
)
def test_a_broken_or_foreign_file_is_reported(content: bytes, rule: DeckRule) -> None:
    loaded = parsed(content)
    assert [problem.rule for problem in loaded.problems] == [rule]
    assert loaded.deck.slides == ()


@pytest.mark.parametrize("version", [0, -1, "1", 1.5, None])
def test_a_version_that_is_none_is_named(version: object) -> None:
    (problem,) = parsed({"format": FORMAT, "version": version}).problems
    assert (problem.rule, problem.field) == (DeckRule.VERSION, "version")
    assert problem.found == str(version)


@pytest.mark.parametrize(
    ("slide", "rule", "field"),
    [
        ("text", DeckRule.OBJECT, ""),
        ({}, DeckRule.NOT_EMPTY, ""),
        ({"figure": "gone"}, DeckRule.FIGURE_KNOWN, "figure"),
        ({"figure": "trade_turnover", "choice": "years=1800"}, DeckRule.CHOICE, "choice"),
        ({"figure": "trade_turnover", "choice": "x=1"}, DeckRule.CHOICE, "choice"),
        ({"figure": "route_map", "choice": "selected=gone"}, DeckRule.CHOICE, "choice"),
        ({"figure": "trade_turnover", "choice": "trade=gone"}, DeckRule.CHOICE, "choice"),
        ({"figure": "trade_turnover", "choice": "&a=1" * 90}, DeckRule.CHOICE, "choice"),
        ({"figure": "trade_turnover", "text": "a"}, DeckRule.FIGURE_OR_TEXT, "text"),
        ({"message": "a", "steps": [""]}, DeckRule.STEPS_OF_FIGURE, "steps"),
        ({"figure": "trade_turnover", "steps": "a"}, DeckRule.LIST, "steps"),
        ({"figure": "trade_turnover", "steps": [1]}, DeckRule.OBJECT, "steps"),
        ({"message": "a", "seconds": -1}, DeckRule.SECONDS, "seconds"),
        ({"message": "a", "seconds": 1.5}, DeckRule.SECONDS, "seconds"),
        ({"message": "a", "seconds": True}, DeckRule.SECONDS, "seconds"),
        ({"message": "a", "notes": 3}, DeckRule.TEXT, "notes"),
        ({"message": {"de": "a", "en": "b"}}, DeckRule.LANGUAGE_KNOWN, "message"),
        ({"message": "a", "colour": "red"}, DeckRule.FIELD_KNOWN, "colour"),
        ({"message": "a" * 10_000}, DeckRule.LENGTH, "message"),
        ({"message": "a", "text": {"kk": "a" * 10_000}}, DeckRule.LENGTH, "text.kk"),
    ],
)
def test_a_fault_of_a_slide_names_it_and_keeps_the_others(
    slide: object, rule: DeckRule, field: str
) -> None:
    loaded = parsed(with_slides(TEXT_SLIDE, slide, TEXT_SLIDE))
    assert faults(loaded) == [(rule, 2, field)]
    assert len(loaded.deck.slides) == 3 - (rule in {DeckRule.NOT_EMPTY} or slide == "text")
    (said,) = deck_problem_texts(loaded.problems, language("en"))
    assert said.startswith("mine.json, slide 2")
    assert said.endswith(".")


def test_a_slide_of_a_figure_that_is_gone_keeps_everything() -> None:
    slide = {"figure": "gone", "choice": "years=2020", "message": "M", "notes": "N", "seconds": 9}
    loaded = parsed(with_slides(slide))
    assert parsed(deck_text(loaded.deck)).deck == loaded.deck
    (kept,) = loaded.deck.slides
    assert (kept.figure, kept.choice, kept.seconds) == ("gone", "years=2020", 9)


def test_of_a_newer_file_what_is_known_is_loaded() -> None:
    loaded = parsed(with_slides({"message": "a", "camera": 3}, version=7, theme="x"))
    assert [problem.rule for problem in loaded.problems] == [DeckRule.NEWER]
    assert len(loaded.deck.slides) == 1


def test_a_field_that_appears_twice_is_reported() -> None:
    text = json.dumps(with_slides()).replace('"slides"', '"title": "a", "title": "b", "slides"')
    loaded = parsed(text)
    assert faults(loaded) == [(DeckRule.FIELD_ONCE, None, "title")]
    assert loaded.deck.title.text("ru") == "b"


def test_too_many_slides_are_cut() -> None:
    loaded = parsed(with_slides(*[TEXT_SLIDE] * (MOST_SLIDES + 1)))
    assert faults(loaded) == [(DeckRule.COUNT, None, "slides")]
    assert len(loaded.deck.slides) == MOST_SLIDES


def test_a_long_text_is_cut_to_its_limit_and_control_characters_are_removed() -> None:
    loaded = parsed(with_slides({"message": "a\x00\x1b" + "b" * 10_000}))
    message = loaded.deck.slides[0].message.text("en")
    assert len(message) == LONGEST["message"]
    assert message.startswith("abb")
    assert message.endswith("…")


def test_a_fault_does_not_quote_hidden_characters() -> None:
    problem = DeckProblem(file="\u202ea.json", rule=DeckRule.CHOICE, found="\u202e" + "x" * 500)
    (said,) = deck_problem_texts([problem], language("en"))
    assert "\u202e" not in said
    assert len(said) < 400


@pytest.mark.parametrize(
    ("slide", "sentence"),
    [
        (
            {"figure": "trade_turnover", "choice": "years=1800"},
            "field “choice”: the Atlas does not have “years=1800”; the default is shown instead",
        ),
        (
            {"message": {"de": "a", "en": "b"}},
            f"field “message”: the language “de” is unknown; expected: {', '.join(LANGUAGE_CODES)}",
        ),
        (
            {"message": "a", "seconds": 9000},
            "field “seconds”: “9000” is not a whole number of seconds from 0 to 7200; no time was "
            "set",
        ),
    ],
)
def test_the_sentence_of_a_fault_names_place_value_and_requirement(
    slide: object, sentence: str
) -> None:
    loaded = parsed(with_slides(TEXT_SLIDE, slide))
    said = deck_problem_texts(loaded.problems, language("en"))
    assert said == [f"mine.json, slide 2, {sentence}."]


def test_every_rule_has_a_text() -> None:
    assert set(SAYINGS) == set(DeckRule)


def test_the_language_of_the_deck_is_that_of_its_choices(space: FilterSpace) -> None:
    filters, refused = read_choice("?lang=ru&years=2019-2020", space, "kk")
    assert (filters.language, filters.years, refused) == ("kk", (2019, 2020), ())


@pytest.mark.parametrize("name", ["missing.json", ".", "a\0b", "x" * 5000])
def test_a_file_that_cannot_be_opened_is_reported(name: str, tmp_path: Path) -> None:
    loaded = load_deck(name, figures=FIGURES, space=SPACE, folder=tmp_path)
    assert [problem.rule for problem in loaded.problems] == [DeckRule.READABLE]


def test_the_described_example_has_no_fault() -> None:
    described = (FOLDER / "FORMAT.md").read_text(encoding="utf-8")
    example = described.split("```json\n")[1].split("```")[0]
    loaded = parsed(example)
    assert loaded.problems == ()
    assert len(loaded.deck.slides) == 2
    assert all(f"`{name}`" in described for name in ("format", "choice", "steps", "seconds"))
