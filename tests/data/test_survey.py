"""The survey: 13 questions, every printed share, and what may be inferred from them."""

import pytest

from data.dataset import Dataset
from data.sectors import main_sectors, with_sectors, years_naming
from data.survey import decimal_shares, ranked_answers, smallest_sample, sum_of_shares

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
def test_every_share_stands_as_printed(dataset: Dataset, question: int) -> None:
    answers = ranked_answers(dataset, question).sort_values("position")
    assert list(answers["value"]) == SHARES[question]
    assert sum_of_shares(answers) == pytest.approx(sum(SHARES[question]))


def test_only_question_3_has_shares_fine_enough_for_an_inference(dataset: Dataset) -> None:
    fine = {number: decimal_shares(ranked_answers(dataset, number)) for number in SHARES}
    assert [number for number, shares in fine.items() if shares] == [3]
    assert smallest_sample(fine[3]) == 573


def test_no_smaller_sample_gives_the_shares_of_question_3(dataset: Dataset) -> None:
    shares = [float(share) for share in decimal_shares(ranked_answers(dataset, 3))]
    for sample in range(1, 573):
        counts = [round(share * sample / 100) for share in shares]
        rounded = [round(100 * count / sample + 1e-9, 2) for count in counts]
        assert rounded != shares or sum(counts) != sample


@pytest.mark.parametrize(
    ("shares", "sample"), [(("50.00", "50.00"), 2), (("33.33", "66.67"), 3), (("99.99",), None)]
)
def test_smallest_sample(shares: tuple[str, ...], sample: int | None) -> None:
    assert smallest_sample(shares) == sample


def test_scales_keep_their_order_and_other_answers_are_ranked(dataset: Dataset) -> None:
    assert list(ranked_answers(dataset, 7)["answer"]) == [
        "very_effective",
        "effective",
        "moderate",
        "ineffective",
    ]
    ranked = ranked_answers(dataset, 10)
    assert list(ranked["value"]) == [28, 25, 21, 18, 8]
    assert ranked["role"].iloc[-1] == "other"
    assert ranked_answers(dataset, 5)["answer"].iloc[-1] == "no_answer"


def test_a_theme_stands_for_all_its_sectors(dataset: Dataset) -> None:
    assert {"energy", "oil", "green_energy"} <= with_sectors(dataset, ["energy"])
    assert with_sectors(dataset, ["oil"]) == {"oil"}


def test_sectors_of_table_8(dataset: Dataset) -> None:
    named = [(mention.year, mention.sector) for mention in main_sectors(dataset)]
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
    assert years_naming(dataset, ("energy",)) == {2020, 2023}
    assert years_naming(dataset, ("oil",)) == frozenset()
