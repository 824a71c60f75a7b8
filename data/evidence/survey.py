"""Survey results: answers by question, sums of shares, and the inferred sample size."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

import pandas as pd

from data.evidence.sectors import SEPARATOR, with_sectors
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset

LARGEST_SAMPLE = 10_000


@kept_with_dataset
def _ordered(dataset: Dataset) -> Mapping[int, pd.DataFrame]:
    """Return the answers to each question in the order in which they are shown."""
    questions = frozenset(dataset.table("survey_questions")["question"])
    options = dataset.table("survey_options").set_index(["question", "option"])["position"]
    found = {}
    for question, own in dataset.table("survey_answers").groupby("question"):
        if question not in questions:
            continue
        places = [options.get((question, answer)) for answer in own["answer"]]
        found[int(str(question))] = own.assign(
            unoffered=[place is None for place in places],
            place=[
                position if place is None else place
                for place, position in zip(places, own["position"], strict=True)
            ],
        ).sort_values(["unoffered", "place"], kind="stable")
    return found


def ordered_answers(dataset: Dataset, question: int) -> pd.DataFrame:
    """Return the answers to one question in the order of the questionnaire.

    Answers that the questionnaire does not offer come last, in their printed order. The rows are
    shared; do not change them.

    Raises
    ------
    TableRefusedError
        If a required table did not load.
    """
    found = _ordered(dataset).get(question)
    return dataset.table("survey_answers").iloc[:0] if found is None else found


def sum_of_shares(answers: pd.DataFrame) -> float:
    """Return the sum of the printed shares of one question, in per cent."""
    return round(float(answers["value"].sum()), 2)


def sections(dataset: Dataset) -> tuple[str, ...]:
    """Return the sections of the questionnaire in printed order; empty if it did not load."""
    if "survey_questions" not in dataset.tables:
        return ()
    return tuple(dataset.tables["survey_questions"].sort_values("question")["section"].unique())


def question_numbers(dataset: Dataset) -> tuple[int, ...]:
    """Return the numbers of the questions in ascending order; empty if they did not load."""
    if "survey_questions" not in dataset.tables:
        return ()
    return tuple(int(number) for number in sorted(dataset.tables["survey_questions"]["question"]))


def section_of(dataset: Dataset, question: int) -> str:
    """Return the section of a question; empty for an unknown question."""
    return dataset.texts("survey_questions", "section").get(str(question), "")


def answer_sectors(dataset: Dataset, question: int, answer: str) -> tuple[str, ...]:
    """Return the sectors of an answer, sorted; empty for an unknown answer.

    Raises
    ------
    TableRefusedError
        If the table of answers did not load.
    """
    rows = dataset.table("survey_answers")
    own = rows[(rows["question"] == question) & (rows["answer"] == answer)]
    return tuple(sorted(code for cell in own["sectors"] for code in cell.split(";") if code))


@dataclass(frozen=True)
class SectorAnswers:
    """Answers to one question about some sectors: their codes and their total share in per cent."""

    question: int
    answers: tuple[str, ...]
    share: float


@kept_with_dataset
def _named_answers(dataset: Dataset) -> Mapping[int, tuple[tuple[str, float, frozenset[str]], ...]]:
    """Return the answers to each question that name sectors: code, share, and these sectors."""
    found: dict[int, tuple[tuple[str, float, frozenset[str]], ...]] = {}
    for row in dataset.table("survey_answers").to_dict("records"):
        if row["sectors"]:
            share = 0.0 if pd.isna(row["value"]) else float(row["value"])
            answer = (str(row["answer"]), share, frozenset(row["sectors"].split(SEPARATOR)))
            question = int(row["question"])
            found[question] = (*found.get(question, ()), answer)
    return {question: found[question] for question in sorted(found)}


def sector_answers(dataset: Dataset, sectors: tuple[str, ...]) -> tuple[SectorAnswers, ...]:
    """Return for each question the answers about the selected sectors or themes.

    The shares are computed sums, in per cent of respondents. Sums over several questions count
    answers, not people, since all respondents answered every question.

    Returns
    -------
    tuple of SectorAnswers
        Without questions that have no such answer; empty if the tables did not load.
    """
    if not sectors or not {"survey_answers", "sectors"} <= dataset.tables.keys():
        return ()
    wanted = with_sectors(dataset, sectors)
    found = []
    for question, answers in _named_answers(dataset).items():
        own = [(code, share) for code, share, named in answers if not wanted.isdisjoint(named)]
        if own:
            codes = tuple(code for code, _share in own)
            found.append(SectorAnswers(question, codes, round(sum(share for _, share in own), 2)))
    return tuple(found)


def _prints_as(share: Decimal, sample: int) -> bool:
    """Return whether some whole number of `sample` respondents rounds to `share` per cent."""
    count = (share * sample / 100).to_integral_value(ROUND_HALF_UP)
    return any(
        (Decimal(100) * candidate / sample).quantize(share, ROUND_HALF_UP) == share
        for candidate in (count - 1, count, count + 1)
    )


@lru_cache(maxsize=64)
def smallest_sample(shares: tuple[str, ...]) -> int | None:
    """Return the smallest sample size compatible with printed shares.

    N is compatible if every share is the rounded percentage of a whole number of respondents, and
    these numbers sum to N.

    Parameters
    ----------
    shares : tuple of str
        Shares of all answers to one question, in per cent, with their printed decimals.

    Returns
    -------
    int or None
        The smallest compatible N up to `LARGEST_SAMPLE`; None if there is none.
    """
    printed = [Decimal(share) for share in shares]
    for sample in range(1, LARGEST_SAMPLE + 1):
        if all(_prints_as(share, sample) for share in printed) and _add_up(printed, sample):
            return sample
    return None


def _add_up(shares: Sequence[Decimal], sample: int) -> bool:
    counts = [(share * sample / 100).to_integral_value(ROUND_HALF_UP) for share in shares]
    return sum(counts) == sample


def decimal_shares(answers: pd.DataFrame) -> tuple[str, ...]:
    """Return the shares of a question with two decimals; empty if any has fewer decimals.

    Whole percentages are compatible with much smaller samples and allow no inference.
    """
    if answers["value"].isna().any():
        return ()
    printed = tuple(f"{value:.2f}" for value in answers["value"])
    fine = all(round(value, 1) != value for value in answers["value"])
    return printed if fine else ()
