"""Figures of the survey: one per question, with wording, sum of shares and missing answers."""

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any

import pandas as pd

from components.charts.bars import answer_bars
from components.charts.rows import AnswerRow
from components.figures.figure import SPEAKER, TABLE_COLUMNS, Builder, Figure
from components.page.tokens import FADED, NEUTRAL, SURVEY
from components.text.amounts import number_text, percent
from components.text.lists import alternatives, paragraphs_text
from components.text.names import in_sentence, nothing_printed, sectors_in_sentence, wrapped
from data.choice.parameters import Filters
from data.evidence.names import label_of
from data.evidence.sectors import names_sectors, with_sectors
from data.evidence.survey import decimal_shares, ordered_answers, smallest_sample, sum_of_shares
from data.evidence.values import PRINTED, Quantity
from data.language.languages import Language
from data.load.dataset import Dataset
from data.load.identifiers import answer_id

QUESTIONS = tuple(range(1, 14))
FULL = 100
FIGURE_PREFIX = "survey_q"
QUESTIONNAIRE, RESULTS = "annex_ae", "annex_b"
"""Origins of the wording of the questions and of the answers."""


Answer = Mapping[Any, Any]
"""A row of the answers to a question, with the columns of `_records`."""


def _records(answers: pd.DataFrame, language: Language) -> list[dict[Any, Any]]:
    """Return the answers as records, with the columns that a card shows."""
    shown = ["answer", "role", "value", "low", "high", "qualifier", "paragraph"]
    return answers[[*shown, language.column("name")]].to_dict("records")


def _share(answer: Answer, language: Language) -> str:
    """Format the share of an answer, or its range, with its qualifier."""
    ends = {
        end: None if pd.isna(answer[end]) else float(answer[end])
        for end in ("value", "low", "high")
    }
    quantity = Quantity(**ends, unit="percent", qualifier=answer["qualifier"])
    return number_text(quantity, language)


def _leading_answers(question: pd.Series, answers: Sequence[Answer], language: Language) -> str:
    """Return a sentence with the most frequent answers; empty if a share is missing."""
    _ = language.gettext
    named = [answer for answer in answers if answer["role"] == "answer"]
    if len(named) < 2 or any(pd.isna(answer["value"]) for answer in named):  # noqa: PLR2004
        return ""
    most = max(answer["value"] for answer in named)
    leading = [answer for answer in named if answer["value"] == most]
    names = [_("“{name}”").format(name=answer[language.column("name")]) for answer in leading]
    one_group = question["section"] == "profile"
    if len(leading) == 1:
        saying = (
            _("Largest group: {answer}, {share}.")
            if one_group
            else _("Most frequent answer: {answer}, {share}.")
        )
    else:
        saying = (
            _("Largest groups: {answers}, {share} each.")
            if one_group
            else _("Most frequent answers: {answers}, {share} each.")
        )
    return saying.format(
        answer=names[0], answers=language.enumerate(names), share=_share(leading[0], language)
    )


def _base_line(number: int, answers: pd.DataFrame, place: str, language: Language) -> str:
    """Return what is measured and of whom, with the inferred number of respondents if there is one.

    The source does not give the number of respondents.
    """
    _ = language.gettext
    shares = decimal_shares(answers)
    sample = smallest_sample(shares) if shares else None
    if sample is None:
        saying = _(
            "Share of respondents, question {number}, {place}; number of respondents not given"
        )
    else:
        saying = _(
            "Share of respondents, question {number}, {place}; number of respondents not given, "
            "inferred: at least {sample}"
        )
    return saying.format(number=number, place=place, sample=language.number(sample or 0))


def _notes(question: pd.Series, answers: pd.DataFrame, *, language: Language) -> tuple[str, ...]:
    _ = language.gettext
    notes = []
    total = sum_of_shares(answers)
    if total != FULL and answers["value"].notna().all():
        notes.append(
            _("The printed shares add up to {total}.").format(total=percent(total, language))
        )
    if (answers["role"] == "missing").any():
        missing = sum_of_shares(answers[answers["role"] == "missing"])
        notes.append(
            _("{share} gave no answer; their share is shown in grey.").format(
                share=percent(missing, language)
            )
        )
    shares = decimal_shares(answers)
    if shares:
        sample = smallest_sample(shares)
        if sample is not None:
            notes.append(
                _(
                    "The sample size is not given. Inferred: {sample} is the smallest "
                    "number of respondents that gives exactly these two-decimal shares."
                ).format(sample=language.number(sample))
            )
    column = language.column("note")
    notes += [str(note) for note in (question[column], *answers[column]) if note]
    return tuple(notes)


def _sector_finding(
    answers: pd.DataFrame, *, dataset: Dataset, filters: Filters, language: Language
) -> str:
    """Return a sentence with the sum of the answers about selected sectors; empty without any.

    Of several selected sectors, only those that the answers are about are named.
    """
    if not filters.sectors:
        return ""
    _ = language.gettext
    named = names_sectors(answers["sectors"], with_sectors(dataset, filters.sectors))
    if not named.any():
        names = [
            in_sentence(label_of(dataset, "sectors", code, language), language)
            for code in filters.sectors
        ]
        saying = _("No answer to this question is about {sectors}.")
        return saying.format(sectors=alternatives(names, language))
    about = [
        code
        for code in filters.sectors
        if names_sectors(answers["sectors"], with_sectors(dataset, (code,))).any()
    ]
    sectors = sectors_in_sentence(about, dataset=dataset, language=language)
    if named.sum() == 1:
        saying = _("The answer about {sectors} has a share of {share}; the rest is faded.")
    else:
        saying = _("Answers about {sectors} add up to {share}; the rest is faded.")
    return saying.format(sectors=sectors, share=percent(sum_of_shares(answers[named]), language))


def survey_question(
    number: int, *, dataset: Dataset, filters: Filters, language: Language
) -> Figure:
    """Return the figure of one question: share of respondents per answer.

    The headline is the question. Answers are in the order of the questionnaire.
    """
    _ = language.gettext
    questions = dataset.table("survey_questions")
    own = questions[questions["question"] == number]
    answers = ordered_answers(dataset, number)
    if own.empty or answers.empty:
        return _empty(number, language)
    question = own.iloc[0]
    named = names_sectors(answers["sectors"], with_sectors(dataset, filters.sectors))
    full = named if named.any() else ~named
    origin = str(question["origin"])
    place = label_of(dataset, "origins", origin, language)
    name = str(question[language.column("name")])
    saying = _("{share} of respondents · {origin}, paragraph {paragraph}")
    rows: list[AnswerRow] = []
    records = _records(answers, language)
    for position, (answer, in_full) in enumerate(zip(records, full, strict=True)):
        share, paragraphs = _share(answer, language), paragraphs_text(answer["paragraph"])
        rows.append(
            {
                "answer": answer["answer"],
                "category": wrapped(answer[language.column("name")]),
                "position": position,
                "value": None if pd.isna(answer["value"]) else answer["value"],
                "label": share,
                "colour": SURVEY if answer["role"] == "answer" else NEUTRAL,
                "opacity": 1.0 if in_full else FADED,
                "tip_title": answer[language.column("name")],
                "tip": saying.format(share=share, origin=place, paragraph=paragraphs),
            }
        )
    return Figure(
        id=figure_id(number),
        title=_("{name}. Share of respondents, question {number}, {place}").format(
            name=name, number=number, place=place
        ),
        headline=name,
        subtitle=_base_line(number, answers, place, language),
        form=answer_bars(
            language=language,
            rows=len(rows),
            lines=max(row["category"].count("\n") + 1 for row in rows),
        ),
        rows=rows,
        make_table=lambda: _table(answers, language),
        origins=(origin, QUESTIONNAIRE),
        notes=_notes(question, answers, language=language),
        finding=" ".join(
            filter(
                None,
                (
                    _leading_answers(question, records, language),
                    _sector_finding(answers, dataset=dataset, filters=filters, language=language),
                ),
            )
        ),
        hint=_("Click an answer to highlight its sectors in all charts.")
        if answers["sectors"].any()
        else "",
        alternative_text=_(
            "Bars of the share of respondents for each answer to question {number}."
        ).format(number=number),
    )


COLUMNS = [name for name in TABLE_COLUMNS if name not in {"year", "note", SPEAKER}]


def _table(answers: pd.DataFrame, language: Language) -> pd.DataFrame:
    table = answers.rename(columns={language.column("name"): "subject"})
    ids = [
        answer_id(question, answer)
        for question, answer in zip(table["question"], table["answer"], strict=True)
    ]
    return table.assign(id=ids, computed_from="", method=PRINTED)[COLUMNS].reset_index(drop=True)


def _empty(number: int, language: Language) -> Figure:
    """Return the empty figure of a question without answers in the tables."""
    _ = language.gettext
    return Figure(
        id=figure_id(number),
        headline=nothing_printed(language),
        subtitle=_("Share of respondents, question {number}").format(number=number),
        form=answer_bars(language=language, rows=1, lines=1),
        rows=(),
        make_table=lambda: pd.DataFrame(columns=COLUMNS),
        origins=(RESULTS, QUESTIONNAIRE),
        notes=(f"{nothing_printed(language)}.",),
        alternative_text=_(
            "Bars of the share of respondents for each answer to question {number}."
        ).format(number=number),
    )


def figure_id(number: int) -> str:
    """Return the id of the figure of a question."""
    return f"{FIGURE_PREFIX}{number:02}"


def question_of(figure: str) -> int:
    """Return the number of the question of a survey figure."""
    return int(figure.removeprefix(FIGURE_PREFIX))


def section_figures(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    """Return the figure ids of each section of the questionnaire, in printed order."""
    questions = dataset.table("survey_questions").sort_values("question")
    return {
        str(section): tuple(figure_id(int(number)) for number in rows["question"])
        for section, rows in questions.groupby("section", sort=False)
    }


FIGURES: Mapping[str, Builder] = MappingProxyType(
    {figure_id(number): partial(survey_question, number) for number in QUESTIONS}
)
