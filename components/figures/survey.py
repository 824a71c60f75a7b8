"""Figures of the survey: one per question, with its wording, its sum and its missing answers."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

import pandas as pd

from components.figure import Builder, Figure
from components.forms import answer_bars
from components.palette import FADED, NEUTRAL, SURVEY
from components.wording import label_of, percent, wrapped
from data.dataset import Dataset
from data.filters import Filters
from data.languages import Language
from data.sectors import speaks_of, with_sectors
from data.series import PRINTED
from data.survey import decimal_shares, ranked_answers, smallest_sample, sum_of_shares

QUESTIONS = tuple(range(1, 14))
FULL = 100
FIGURE_PREFIX = "survey_q"
QUESTIONNAIRE = "annex_ae"
"""Where the wording of the questions stands."""


def _question(dataset: Dataset, number: int) -> pd.Series:
    questions = dataset.table("survey_questions")
    return questions[questions["question"] == number].iloc[0]


def _headline(question: pd.Series, answers: pd.DataFrame, language: Language) -> str:
    _ = language.gettext
    named = answers[answers["role"] == "answer"]
    leading = named.sort_values("value", ascending=False, kind="stable")
    top, second = leading.iloc[0], leading.iloc[1]
    values = {
        "answer": top[language.column("name")],
        "share": percent(top["value"], language),
        "second": second[language.column("name")],
        "second_share": percent(second["value"], language),
    }
    if question["section"] == "profile":
        return _("Largest group: {answer}, {share}, then {second}, {second_share}").format(**values)
    return _("“{answer}” leads with {share}, ahead of “{second}” with {second_share}").format(
        **values
    )


def _notes(question: pd.Series, answers: pd.DataFrame, *, language: Language) -> tuple[str, ...]:
    _ = language.gettext
    notes = []
    total = sum_of_shares(answers)
    if total != FULL:
        notes.append(
            _("The printed shares add up to {total}.").format(total=percent(total, language))
        )
    if (answers["role"] == "missing").any():
        missing = sum_of_shares(answers[answers["role"] == "missing"])
        notes.append(
            _("{share} gave no answer; their share is drawn in grey.").format(
                share=percent(missing, language)
            )
        )
    shares = decimal_shares(answers)
    if shares:
        sample = smallest_sample(shares)
        if sample is not None:
            notes.append(
                _(
                    "The sample size is not printed. Inferred: {sample} is the smallest number "
                    "of respondents that gives exactly these two-decimal shares."
                ).format(sample=language.number(sample))
            )
    column = language.column("note")
    notes += [str(note) for note in (question[column], *answers[column]) if note]
    return tuple(notes)


def _sector_finding(
    answers: pd.DataFrame, *, dataset: Dataset, filters: Filters, language: Language
) -> str:
    """Say what the answers about the chosen sectors add up to; empty where none is chosen."""
    if not filters.sectors:
        return ""
    _ = language.gettext
    named = speaks_of(answers["sectors"], with_sectors(dataset, filters.sectors))
    sectors = language.enumerate(
        label_of(dataset, "sectors", code, language) for code in filters.sectors
    )
    if not named.any():
        return _("No answer to this question is about {sectors}.").format(sectors=sectors)
    return _("Answers about {sectors} add up to {share}; the rest is faded.").format(
        sectors=sectors, share=percent(sum_of_shares(answers[named]), language)
    )


def survey_question(
    number: int, *, dataset: Dataset, filters: Filters, language: Language
) -> Figure:
    """Return the figure of one question: share of respondents per answer.

    Categories keep the printed order where the answers form a scale, and are ranked by share
    otherwise; rest categories and missing answers come last.
    """
    _ = language.gettext
    question = _question(dataset, number)
    answers = ranked_answers(dataset, number)
    named = speaks_of(answers["sectors"], with_sectors(dataset, filters.sectors))
    full = named if named.any() else ~named
    origin = str(question["origin"])
    place = label_of(dataset, "origins", origin, language)
    saying = _("{share} of respondents · {origin}, ¶ {paragraph}")
    rows = []
    for position, answer in enumerate(answers.assign(full=full).to_dict("records")):
        share = percent(answer["value"], language)
        rows.append(
            {
                "answer": answer["answer"],
                "category": wrapped(answer[language.column("name")]),
                "position": position,
                "value": answer["value"],
                "label": share,
                "colour": SURVEY if answer["role"] == "answer" else NEUTRAL,
                "opacity": 1.0 if answer["full"] else FADED,
                "tip_title": answer[language.column("name")],
                "tip": saying.format(share=share, origin=place, paragraph=answer["paragraph"]),
            }
        )
    return Figure(
        id=figure_id(number),
        headline=_headline(question, answers, language),
        subtitle=_("{name}. Share of respondents, question {number}, {place}").format(
            name=question[language.column("name")], number=number, place=place
        ),
        form=answer_bars(
            language=language,
            rows=len(rows),
            lines=max(row["category"].count("\n") + 1 for row in rows),
        ),
        rows=rows,
        make_table=lambda: _table(answers, language),
        origins=(origin, QUESTIONNAIRE),
        notes=_notes(question, answers, language=language),
        finding=_sector_finding(answers, dataset=dataset, filters=filters, language=language),
        hint=_("Click an answer: its sectors are highlighted in every view."),
        alternative_text=_("Bars of the share of respondents for each answer."),
    )


def _table(answers: pd.DataFrame, language: Language) -> pd.DataFrame:
    table = answers.rename(columns={language.column("name"): "subject"})
    columns = ["question", "subject", "value", "qualifier", "unit", "method", "origin", "paragraph"]
    return table.assign(method=PRINTED)[columns].reset_index(drop=True)


def figure_id(number: int) -> str:
    """Return the id of the figure of a question."""
    return f"{FIGURE_PREFIX}{number:02}"


def question_of(figure: str) -> int:
    """Return the number of the question that a figure of the survey shows."""
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
