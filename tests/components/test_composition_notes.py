"""Composition of notes: full stops, paragraphs, capitals."""

import re
from dataclasses import replace

import pytest

from components.figures.figure import Figure
from components.figures.paragraph_notes import own_notes
from components.figures.registry import build_figure
from components.figures.single_values import facts
from components.text.lists import paragraphs_in_words
from components.text.names import (
    after_colon,
    in_sentence,
    method_name,
)
from components.text.source_line import paragraphs_line
from data.choice.parameters import FilterSpace
from data.citation import citation
from data.evidence.catalogue import catalogue
from data.evidence.values import PRINTED
from data.language.languages import language
from data.language.punctuation import sentences, single_stops
from data.load.dataset import Dataset
from tests.components.every_language import EVERY_LANGUAGE


@EVERY_LANGUAGE
def test_a_note_on_a_value_that_is_not_shown_has_one_colon(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    notes = build_figure("oil_by_mode", dataset=dataset, filters=space.start(code)).notes
    first = next(note for note in notes if "71" in note)
    assert first.partition(". ")[0].count(": ") == 1


def test_a_full_stop_is_never_doubled() -> None:
    assert single_stops("1 марта 2025 г.. Атлас…") == "1 марта 2025 г. Атлас…"
    assert single_stops("and so on...") == "and so on..."
    assert sentences(("1 марта 2025 г.", "", "Атлас")) == "1 марта 2025 г. Атлас."
    assert ".." not in citation(language("ru"), outside=["Statistics, 1 марта 2025 г."])


def test_notes_of_a_figure_end_in_one_full_stop(dataset: Dataset, space: FilterSpace) -> None:
    own = build_figure("trade_turnover", dataset=dataset, filters=space.start("ru"))
    noted = own.table.assign(note="1 марта 2025 г..")
    figure = replace(own, headline="Дата: 2025 г..", notes=("2,1 тыс..",), make_table=lambda: noted)
    assert set(figure.table["note"]) == {"1 марта 2025 г."}
    assert isinstance(figure, Figure)
    assert (figure.headline, figure.notes) == ("Дата: 2025 г.", ("2,1 тыс.",))


@EVERY_LANGUAGE
def test_a_public_value_is_not_given_in_the_dissertation(code: str) -> None:
    words = language(code)
    assert method_name(PRINTED, words) == words.gettext("printed")
    assert method_name(PRINTED, words, outside=True) == words.gettext("given in the source")
    dissertation = {"kk": "диссертация", "tr": "tez", "ru": "диссертац"}.get(code, "dissertation")
    assert dissertation not in method_name(PRINTED, words, outside=True)
    line = paragraphs_line((), PRINTED, words)
    assert method_name(PRINTED, words, outside=True) in line


@EVERY_LANGUAGE
def test_one_paragraph_and_several_are_two_messages(code: str) -> None:
    words = language(code)
    one, several = (paragraphs_line(numbers, PRINTED, words) for numbers in ((46,), (46, 47)))
    saying = words.gettext("Paragraph {paragraphs} of the dissertation: {method} values")
    method = method_name(PRINTED, words)
    assert one == saying.format(paragraphs="46", method=method)
    assert several != saying.format(paragraphs="46, 47", method=method)


@pytest.mark.parametrize(
    ("code", "one", "several"),
    [
        ("en", "Paragraph\N{NO-BREAK SPACE}663", "Paragraphs 663 and 665"),
        ("kk", "663-абзац", "663 және 665-абзацтар"),
        ("tr", "663.\N{NO-BREAK SPACE}paragraf", "663 ve 665. paragraflar"),
        ("ru", "Абз.\N{NO-BREAK SPACE}663", "Абз. 663 и 665"),
    ],
)
def test_paragraphs_begin_a_sentence_with_a_capital(code: str, one: str, several: str) -> None:
    words = language(code)
    assert paragraphs_in_words("663", words) == one
    assert paragraphs_in_words("663;665", words) == several


@EVERY_LANGUAGE
def test_notes_name_a_paragraph_once(code: str, dataset: Dataset) -> None:
    words = language(code)
    stakes = [entry for entry in catalogue(dataset) if entry.table == "ownership"]
    capacities = facts(dataset, {"capacity", "throughput"})
    for entries in (stakes, capacities, capacities[::-1]):
        (line,) = own_notes(entries, words)
        begun = re.findall(r"(?:^|\. )((?:Абз\.\s)?[^.:]*\b\d{3,4}[^:]{0,16}): ", line)
        assert begun
        assert len(begun) == len(set(begun)), begun
        firsts = [int(re.search(r"\d{3,4}", one)[0]) for one in begun]  # type: ignore[index]
        assert firsts == sorted(firsts), begun


COMMON_IN_NOTES = {
    "ru": {"ожидаемое", "трудно", "повтор", "владелец", "слишком", "отдельная", "партнёры",
           "слово", "предел", "сравниваемые", "январь–март", "изложено", "базовый", "указанные"},
    "kk": {"келіссөзде", "бағалау", "дәйексөзде", "түркиядан", "номиналды", "тәуелсіздіктің",
           "съезд", "тоқсандық", "жиынтыққа", "түрік", "шектеу"},
}  # fmt: skip
"""First words of notes that occur nowhere else in small letters, and are no proper names."""


@pytest.mark.parametrize("code", ["kk", "ru"])
def test_a_note_after_a_colon_keeps_the_capital_of_a_proper_name(
    code: str, dataset: Dataset
) -> None:
    words = language(code)
    texts = " ".join(
        text
        for table in dataset.tables.values()
        for column in table.columns
        if str(column).endswith(f"_{code}")
        for text in table[column]
    )
    small = set(re.findall(r"(?<![\w-])[^\W\d_A-ZА-ЯӘҒҚҢӨҰҮҺІ][\w–-]*", texts))
    for entry in catalogue(dataset):
        note = entry.note(words) if entry.table in {"facts", "ownership"} else ""
        lowered = after_colon(note, words)
        first = re.split(r"[\s,:.]", lowered)[0]
        if note and lowered != note:
            assert first in small | COMMON_IN_NOTES[code], note
    assert in_sentence("Грузия тарапы", language("kk")) == "Грузия тарапы"
