"""Survey: 13 questions, all printed shares, and the inferred sample size."""

import pytest

from data.evidence.sectors import main_sectors, with_sectors, years_naming
from data.evidence.survey import (
    SectorAnswers,
    answer_sectors,
    decimal_shares,
    ordered_answers,
    section_of,
    sections,
    sector_answers,
    smallest_sample,
    sum_of_shares,
)
from data.language.languages import LANGUAGE_CODES
from data.load.dataset import Dataset
from data.problems import TableRefusedError

SHARES: dict[int, list[float]] = {
    1: [25, 37, 21, 17],
    2: [91, 6, 3],
    3: [31.94, 22.16, 9.25, 21.12, 15.53],
    4: [45, 29, 19, 7],
    5: [40, 36, 5, 19],
    6: [37, 21, 17, 11, 13],
    7: [24, 33, 30, 12],
    8: [30, 19.5, 17, 19, 14],
    9: [35, 25, 21, 18],
    10: [28, 25, 21, 18, 8],
    11: [40, 36, 19, 5],
    12: [35, 19, 18, 15, 12],
    13: [31, 21, 17, 15, 16],
}


@pytest.mark.parametrize("question", SHARES)
def test_every_share_is_the_printed_one(dataset: Dataset, question: int) -> None:
    answers = ordered_answers(dataset, question).sort_values("position")
    assert list(answers["value"]) == SHARES[question]
    assert sum_of_shares(answers) == pytest.approx(sum(SHARES[question]))


def test_only_question_3_has_shares_with_two_decimals(dataset: Dataset) -> None:
    fine = {number: decimal_shares(ordered_answers(dataset, number)) for number in SHARES}
    assert [number for number, shares in fine.items() if shares] == [3]
    assert smallest_sample(fine[3]) == 573


def test_no_smaller_sample_gives_the_shares_of_question_3(dataset: Dataset) -> None:
    shares = [float(share) for share in decimal_shares(ordered_answers(dataset, 3))]
    for sample in range(1, 573):
        counts = [round(share * sample / 100) for share in shares]
        rounded = [round(100 * count / sample + 1e-9, 2) for count in counts]
        assert rounded != shares or sum(counts) != sample


@pytest.mark.parametrize(
    ("shares", "sample"), [(("50.00", "50.00"), 2), (("33.33", "66.67"), 3), (("99.99",), None)]
)
def test_smallest_sample(shares: tuple[str, ...], sample: int | None) -> None:
    assert smallest_sample(shares) == sample


def test_answers_are_in_the_order_of_the_questionnaire(dataset: Dataset) -> None:
    assert list(ordered_answers(dataset, 7)["answer"]) == [
        "very_effective",
        "effective",
        "moderate",
        "ineffective",
    ]
    assert list(ordered_answers(dataset, 4)["value"]) == [29, 45, 19, 7]
    assert list(ordered_answers(dataset, 12)["value"]) == [18, 19, 15, 12, 35]


@pytest.mark.parametrize(("question", "answer"), [(5, "no_answer"), (6, "all_fields")])
def test_an_answer_that_the_questionnaire_does_not_offer_is_last(
    question: int, answer: str, dataset: Dataset
) -> None:
    assert ordered_answers(dataset, question)["answer"].iloc[-1] == answer


def test_a_theme_selects_all_its_sectors(dataset: Dataset) -> None:
    assert {"energy", "oil", "green_energy"} <= with_sectors(dataset, ["energy"])
    assert with_sectors(dataset, ["oil"]) == {"oil"}


def test_sectors_of_table_8(dataset: Dataset) -> None:
    named = [
        (mention.year, mention.sector)
        for mention in main_sectors(dataset)
        if 2018 <= mention.year <= 2023
    ]
    assert named == [
        (2018, "construction"),
        (2018, "light_industry"),
        (2019, "food"),
        (2019, "agriculture"),
        (2020, "energy"),
        (2020, "chemicals"),
        (2021, "transport"),
        (2021, "logistics"),
        (2022, "infrastructure"),
        (2022, "health"),
        (2023, "digital"),
        (2023, "green_energy"),
    ]
    printed = set(range(2018, 2024))
    assert years_naming(dataset, ("energy",)) & printed == {2020, 2023}
    assert years_naming(dataset, ("oil",)) & printed == frozenset()


def test_a_main_sector_of_investment_has_its_theme(dataset: Dataset) -> None:
    themes = {mention.sector: mention.theme for mention in main_sectors(dataset)}
    assert themes["green_energy"] == themes["energy"] == "energy"
    assert themes["logistics"] == "transport"
    assert themes["health"] == "people"


def test_answers_about_transport(dataset: Dataset) -> None:
    assert sector_answers(dataset, ("transport",)) == (
        SectorAnswers(6, ("energy_infrastructure",), 11),
        SectorAnswers(8, ("energy_transport",), 14),
        SectorAnswers(12, ("investment_infrastructure",), 19),
    )


def test_several_answers_to_a_question_are_summed(dataset: Dataset) -> None:
    answers = {
        found.question: found for found in sector_answers(dataset, ("security", "organisations"))
    }
    assert answers[12] == SectorAnswers(12, ("stronger_institutions", "security_partnership"), 30)
    assert answers[10] == SectorAnswers(10, ("institutional_weakness",), 21)


def test_an_answer_with_two_chosen_sectors_counts_once(dataset: Dataset) -> None:
    (one,) = (
        found for found in sector_answers(dataset, ("economy", "trade")) if found.question == 6
    )
    assert one == SectorAnswers(6, ("economy_trade",), 37)


def test_answers_by_sector_agree_with_the_sectors_of_each_answer(dataset: Dataset) -> None:
    for sector in ("politics", "culture", "investment"):
        codes = with_sectors(dataset, (sector,))
        expected = {
            (question, answer)
            for question in SHARES
            for answer in ordered_answers(dataset, question)["answer"]
            if codes & set(answer_sectors(dataset, question, answer))
        }
        assert expected
        found = sector_answers(dataset, (sector,))
        assert {(each.question, answer) for each in found for answer in each.answers} == expected
        questions = [each.question for each in found]
        assert questions == sorted(set(questions))


def test_no_answers_without_a_chosen_and_named_sector(dataset: Dataset) -> None:
    assert sector_answers(dataset, ()) == ()
    assert "metals" in set(dataset.tables["sectors"]["sector"])
    assert sector_answers(dataset, ("metals",)) == ()
    assert sector_answers(dataset, ("metals", "health", "unknown")) == ()
    assert (
        sector_answers(dataset, ("metals", "transport"))
        == sector_answers(dataset, ("transport",))
        != ()
    )


@pytest.mark.parametrize("missing", ["survey_answers", "sectors"])
def test_no_answers_by_sector_without_their_tables(dataset: Dataset, missing: str) -> None:
    tables = {name: table for name, table in dataset.tables.items() if name != missing}
    assert len(tables) == len(dataset.tables) - 1
    assert sector_answers(Dataset(tables=tables, problems=()), ("transport",)) == ()


@pytest.mark.parametrize(
    ("question", "answer", "sectors"),
    [
        (10, "political_differences", ("politics",)),
        (10, "institutional_weakness", ("organisations",)),
        (6, "education_science_culture", ("culture", "education", "science")),
        (10, "other_obstacle", ()),
        (10, "nobody_said_this", ()),
        (6, "political_differences", ()),
        (99, "political_differences", ()),
    ],
)
def test_sectors_of_an_answer(
    dataset: Dataset, question: int, answer: str, sectors: tuple[str, ...]
) -> None:
    assert answer_sectors(dataset, question, answer) == sectors


def test_the_sectors_of_an_answer_need_its_table() -> None:
    with pytest.raises(TableRefusedError, match="survey_answers"):
        answer_sectors(Dataset(tables={}, problems=()), 10, "political_differences")


def test_sections_are_in_printed_order(dataset: Dataset) -> None:
    assert sections(dataset) == ("profile", "relations", "cooperation", "prospects")
    assert set(sections(dataset)) == set(dataset.tables["survey_sections"]["section"])
    assert sections(Dataset(tables={}, problems=())) == ()


def test_the_order_of_the_rows_does_not_change_that_of_the_sections(dataset: Dataset) -> None:
    turned = dataset.tables["survey_questions"].iloc[::-1]
    assert turned["section"].iloc[0] == "prospects"
    mixed = Dataset(tables={**dataset.tables, "survey_questions": turned}, problems=())
    assert sections(mixed) == sections(dataset)


def test_every_question_has_its_section(dataset: Dataset) -> None:
    standing = {
        section: [number for number in SHARES if section_of(dataset, number) == section]
        for section in sections(dataset)
    }
    assert standing == {
        "profile": [1, 2, 3],
        "relations": [4, 5, 6],
        "cooperation": [7, 8, 9, 10, 11],
        "prospects": [12, 13],
    }


def test_an_unknown_question_has_no_section(dataset: Dataset) -> None:
    assert section_of(dataset, 14) == ""
    assert section_of(Dataset(tables={}, problems=()), 1) == ""


MEANING: list[tuple[str, int, str, tuple[str, str, str, str]]] = [
    ("survey_questions", 5, "", ("role", "рөл", "rol", "рол")),
    ("survey_questions", 6, "", ("fields", "бағыттар", "alanları", "направления")),
    ("survey_questions", 8, "", ("fields", "бағыттар", "alanları", "направления")),
    ("survey_questions", 10, "", ("obstacles", "кедергілер", "engeller", "препятствия")),
    ("survey_questions", 11, "", ("role", "рөл", "rol", "рол")),
    ("survey_questions", 12, "", ("measures", "шаралар", "önlemler", "меры")),
    ("survey_questions", 13, "", ("concrete results", "нақты нәтиже", "somut", "конкретн")),
    ("survey_answers", 13, "cultural_policy", ("humanitarian", "гуманит", "insani", "гуманит")),
    ("survey_options", 13, "cultural_policy", ("humanitarian", "гуманит", "insani", "гуманит")),
    ("survey_options", 13, "science_innovation", ("joint", "бірлескен", "ortak", "совместн")),
    ("survey_options", 9, "security_mechanisms", ("common", "ортақ", "ortak", "общи")),
]
"""Words of the questionnaire and the results that every language must keep."""


@pytest.mark.parametrize(("table", "question", "choice", "words"), MEANING)
def test_every_language_asks_and_answers_the_same(
    dataset: Dataset, table: str, question: int, choice: str, words: tuple[str, str, str, str]
) -> None:
    rows = dataset.tables[table]
    rows = rows[rows["question"] == question]
    if choice:
        column = "option" if "option" in rows else "answer"
        rows = rows[rows[column] == choice]
    (row,) = rows.to_dict("records")
    for code, word in zip(LANGUAGE_CODES, words, strict=True):
        assert word in row[f"name_{code}"].lower(), (question, choice, code)


def test_questions_that_the_questionnaire_asks_otherwise_have_a_note(dataset: Dataset) -> None:
    rows = dataset.tables["survey_questions"].set_index("question")
    for question in (8, 9, 12, 13):
        assert "questionnaire" in str(rows.at[question, "note_en"])
