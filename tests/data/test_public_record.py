"""Public record: rows, marks, publications, and refusals of faulty rows."""

from dataclasses import replace
from pathlib import Path

import pytest

from components.text.dates import date_text
from data.evidence.catalogue import catalogue, values_by_id
from data.evidence.public_catalogue import known_values, oil_shares, public_catalogue, route_values
from data.evidence.public_record import (
    latest,
    optional_number,
    public_series,
    public_values,
    publication_of,
)
from data.evidence.rivals import rivals_of
from data.evidence.routes import routes
from data.evidence.series import series_choices
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset
from data.load.identifiers import public_id
from data.problems import Rule
from tests.data.copies import load_changed, with_line


def test_every_row_is_a_value_with_publication_reporter_and_quality(dataset: Dataset) -> None:
    found = public_values(dataset)
    assert len(found) == len(dataset.tables["public_record"])
    for value in found:
        published = publication_of(value, dataset)
        assert published.title, value.id
        assert published.date, value.id
        assert published.address.startswith(("https://", "http://")), value.id
        assert all(value.names), value.id
        assert dataset.texts("qualities", "name_en")[value.quality]


def test_a_publication_has_one_title_and_its_date_in_the_name(dataset: Dataset) -> None:
    """A title is a quotation; the date is written by the rules of each language."""
    named = {value.origin for value in public_values(dataset)}
    origins = dataset.tables["origins"]
    for row in origins[origins["origin"].isin(named)].to_dict("records"):
        assert len({row[f"title_{code}"] for code in LANGUAGE_CODES}) == 1, row["origin"]
        for code in LANGUAGE_CODES:
            written = date_text(row["date"], language(code))
            assert row[f"name_{code}"].endswith(f", {written}"), row["origin"]


def test_every_row_of_a_route_is_a_value_with_its_own_publication(dataset: Dataset) -> None:
    rows = dataset.tables["route_record"].to_dict("records")
    found = route_values(dataset)
    assert len(found) == len(rows) == len({value.id for value in found})
    for row, value in zip(rows, found, strict=True):
        assert value.id == f"record:{row['route']}:{row['measure']}:{row['position']}"
        published = publication_of(value, dataset)
        assert published.address == row["source_url"]
        if value.origin.startswith("record:"):
            assert published.title, value.id
        assert all(value.names), value.id
        assert all(name.rpartition(": ")[2] not in ("", row["measure"]) for name in value.names)
        numbers = [optional_number(row[name]) for name in ("value", "low", "high")]
        assert [value.value, value.low, value.high] == numbers, value.id
    assert any(value.is_range for value in found)
    assert len(public_catalogue(dataset)) == len(found) + len(public_values(dataset))


@pytest.mark.parametrize(
    ("route", "subject"),
    [
        ("btc", "pipelines"),
        ("tanap", "gas"),
        ("btk", "railways"),
        ("ceyhan", "ports"),
        ("tengiz", "oil"),
        ("middle-corridor", "corridor"),
        ("bosphorus-oil-route", "corridor"),
    ],
)
def test_a_value_of_a_route_has_the_subject_of_its_kind(
    dataset: Dataset, route: str, subject: str
) -> None:
    assert {value.subject for value in route_values(dataset) if value.entity == route} == {subject}
    assert subject in dataset.texts("subjects", "name_en")


def test_the_public_record_is_no_part_of_the_dissertation(dataset: Dataset) -> None:
    own = {value.id for value in public_catalogue(dataset)}
    assert own.isdisjoint(values_by_id(dataset))
    assert own < known_values(dataset).keys()
    assert series_choices(dataset, "trade") == ("table6", "table7")
    for value in catalogue(dataset):
        for rival in rivals_of(value, dataset):
            assert own.isdisjoint(rival.ids)


def test_reporters_of_both_countries_state_the_turnover_of_2022(dataset: Dataset) -> None:
    stated = [value for value in public_series(dataset, "turnover", "KZ") if value.year == 2022]
    assert {(value.country, value.value, value.part_year) for value in stated} == {
        ("KZ", 6300, False),
        ("KZ", 5890, True),
        ("TR", 4700, True),
    }


def test_forecasts_and_parts_of_years_are_marked(dataset: Dataset) -> None:
    carried = public_series(dataset, "carried", "middle-corridor")
    assert {value.year for value in carried if value.whole_year} == set(range(2019, 2026))
    assert [value.value for value in carried if value.expected] == [3.2, 4.2, 2.5, 11]
    assert [value.period for value in carried if value.part_year] == ["2022-01/2022-09"]
    assert not any(value.whole_year and value.part_year for value in public_values(dataset))


def test_the_latest_values_of_a_series_have_one_of_each_year_and_the_last_expected(
    dataset: Dataset,
) -> None:
    carried = public_series(dataset, "carried", "middle-corridor")
    found = latest(carried, 4)
    assert [value.period for value in found] == ["2022", "2023", "2024", "2025", "2030"]
    assert [value.expected for value in found] == [False] * 4 + [True]
    known = [value for value in carried if not value.expected]
    for value in found[:-1]:
        assert value == next(one for one in known if one.period == value.period)


def test_the_latest_values_of_a_series_are_parts_of_years_if_nothing_else_is_stated(
    dataset: Dataset,
) -> None:
    carried = public_series(dataset, "carried", "middle-corridor")
    (part,) = (value for value in carried if value.part_year)
    later = replace(part, quantity=(*part.quantity[:3], "2023-01/2023-09"))
    assert latest((part, later), 1) == (later,)


def test_no_amount_is_stored_in_both_tables_of_the_public_record(dataset: Dataset) -> None:
    own = {
        (row["route"], row["period"], row["value"])
        for row in dataset.tables["route_record"].to_dict("records")
        if row["measure"] == "carried"
    }
    other = {(value.entity, value.period, value.value) for value in public_values(dataset)}
    assert own & other == set()


def test_the_share_of_a_route_in_oil_exports_is_computed_in_per_cent(dataset: Dataset) -> None:
    known = known_values(dataset)
    (share,) = (
        value
        for value in oil_shares(dataset)
        if (value.entity, value.period) == ("atyrau-samara", "2009")
    )
    part, whole = (known[name].value or 0 for name in share.inputs)
    assert share.value == pytest.approx(part / whole * 100)
    assert (share.unit, share.method, share.indicator) == (
        "percent",
        "computed",
        "oil_export_share",
    )
    assert all(share.names)


def test_a_route_has_the_amounts_carried_of_its_latest_years(dataset: Dataset) -> None:
    carried = routes(dataset)["cpc"].recorded("carried")
    assert [(figure.period, figure.value) for figure in carried] == [
        ("2025", 70.52),
        ("2024", 63.01),
        ("2023", 63.474),
    ]


@pytest.mark.parametrize(
    ("before", "after", "rule", "column"),
    [
        (",business_power_2018_09,", ",table7,", Rule.PUBLIC_ORIGIN, "origin"),
        (",business_power_2018_09,", ",nowhere,", Rule.KNOWN_CODE, "origin"),
        (",KZ,TR,2010", ",btc-2,TR,2010", Rule.MEASURED_ENTITY, "entity"),
        (",KZ,TR,2010", ",KZ,TR,2010-13", Rule.DATE, "period"),
        (",kz_statistics,", ",someone,", Rule.KNOWN_CODE, "reporter"),
        ("official_quoted", "good", Rule.KNOWN_CODE, "quality"),
    ],
)
def test_a_fault_names_file_row_column_and_rule(
    tmp_path: Path, before: str, after: str, rule: Rule, column: str
) -> None:
    changed = with_line(2, lambda line: line.replace(before, after))
    loaded = load_changed(tmp_path, "public_record", changed)
    (problem,) = loaded.problems
    assert (problem.file, problem.row) == ("public_record.csv", 2)
    assert (problem.column, problem.rule) == (column, rule)
    known = {value.id for value in public_values(loaded)}
    assert public_id("kz-tr-turnover-2010-kz-statistics") not in known
