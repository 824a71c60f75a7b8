"""Figures of education: all printed numbers, contradictions, headlines."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from components.figures import education
from components.figures.figure import Figure
from components.figures.registry import build_figure
from components.text.names import nothing_printed
from data.choice.parameters import FilterSpace
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset

FIRST, LAST = "kz-students-in-tr-2011-p1172", "kz-students-in-tr-2015-p1172"
EXACT, ABOUT = "kaznu-turkish-partners-p1159", "kaznu-turkish-partners-about-p1157"


def built(name: str, dataset: Dataset, space: FilterSpace, code: str = "en") -> Figure:
    return build_figure(name, dataset=dataset, filters=space.start(code))


def with_facts(dataset: Dataset, values: Mapping[str, float]) -> Dataset:
    facts = dataset.tables["facts"].copy()
    for fact, value in values.items():
        facts.loc[facts["fact"] == fact, "value"] = value
    return replace(dataset, tables={**dataset.tables, "facts": facts})


def without_facts(dataset: Dataset, *left_out: str) -> Dataset:
    facts = dataset.tables["facts"]
    kept = facts[~facts["fact"].isin(left_out)].reset_index(drop=True)
    return replace(dataset, tables={**dataset.tables, "facts": kept})


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (1307, "rose from 727 in 2011 to 1,307 in 2015"),
        (700, "fell from 727 in 2011 to 700 in 2015"),
        (727, "Students from Kazakhstan in Türkiye: 727 in 2011, 727 in 2015"),
    ],
)
def test_the_headline_compares_the_first_and_the_last_number_of_students(
    last: float, said: str, dataset: Dataset, space: FilterSpace
) -> None:
    figure = built("students_between_countries", with_facts(dataset, {LAST: last}), space)
    assert said in figure.headline


def test_bars_of_the_headline_are_long_and_no_number_of_people_is_left_out(
    dataset: Dataset, space: FilterSpace
) -> None:
    own = built("students_between_countries", dataset, space).rows
    others = built("students_and_graduates", dataset, space).rows
    assert [row["label"] for row in own] == ["82", "727", "1,307"]
    assert [row["value"] for row in others] == [12_000, 26_000, 5_800, 7_000, 70_000]
    assert min(row["value"] for row in own) / max(row["value"] for row in own) > 0.05


def test_the_headline_names_every_printed_number_of_partner_universities(
    dataset: Dataset, space: FilterSpace
) -> None:
    figure = built("education_agreements", dataset, space)
    assert "45 or ≈ 50 partner universities" in figure.headline
    marked = [row["label"] for row in figure.rows if "\N{WARNING SIGN}" in row["category"]]
    # "About 50" and 45 do not contradict each other.
    assert marked == []


def test_thousands_of_people_are_drawn_as_people_and_kept_as_printed(
    dataset: Dataset, space: FilterSpace
) -> None:
    figure = built("students_and_graduates", dataset, space)
    drawn = {row["tip_title"]: row for row in figure.rows}
    row = drawn["Students at Yassawi University"]
    assert (row["value"], row["label"]) == (12_000, "over 12,000")
    printed = figure.table.set_index("id").loc["yassawi-students-p1171"]
    assert (printed["value"], printed["unit"]) == (12, "thousand_people")


def test_documents_of_states_and_organisations_are_not_counted(
    dataset: Dataset, space: FilterSpace
) -> None:
    ids = set(built("education_agreements", dataset, space).table["id"])
    assert {EXACT, ABOUT, "nanoc-turkish-documents-p1152"} <= ids
    assert not {"ots-documents-signed-2023-p1312", "kz-tr-agreements-tokayev-visit-p493"} & ids


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize(
    "case",
    [
        ("students_between_countries", "1", FIRST),
        ("students_and_graduates", "70"),
        ("education_agreements", "75", EXACT, ABOUT),
    ],
    ids=lambda case: case[0],
)
def test_without_what_it_compares_a_headline_states_the_largest_number(
    case: tuple[str, ...], code: str, dataset: Dataset, space: FilterSpace
) -> None:
    name, largest, *left_out = case
    figure = built(name, without_facts(dataset, *left_out), space, code)
    start = language(code).gettext("Largest number given: {name}, {amount}").partition("{")[0]
    assert figure.headline.startswith(start)
    assert largest in figure.headline


@pytest.mark.parametrize("name", education.FIGURES)
def test_the_headline_of_a_figure_without_values_says_so(
    name: str, dataset: Dataset, space: FilterSpace
) -> None:
    ids = built(name, dataset, space).table["id"]
    figure = built(name, without_facts(dataset, *ids), space)
    assert figure.headline == nothing_printed(language("en"))
    assert figure.origins
    assert not figure.rows
