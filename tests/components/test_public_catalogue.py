"""Public data in the catalogue: search, kind, files, and the count of the dissertation's values."""

import csv
import io
from dataclasses import replace

import pytest

from components.export.catalogue_files import Search, catalogue_csv, found_entries
from components.figures.audit import chosen_entries
from data.choice.parameters import Filters, filter_space
from data.choice.reading import from_query, to_query
from data.choice.sources import OF_RECORD
from data.evidence.audit import conflicts
from data.evidence.catalogue import catalogue, values_by_id
from data.evidence.public_catalogue import public_catalogue
from data.evidence.public_record import PublicValue, publication_of
from data.language.languages import language
from data.load.dataset import Dataset
from data.search.catalogue_search import matching


@pytest.fixture(scope="module")
def start(dataset: Dataset) -> Filters:
    return filter_space(dataset).start("en")


def ids(dataset: Dataset, filters: Filters, text: str = "") -> list[str]:
    found = found_entries(filters, Search(text=text), dataset=dataset, language=language("en"))
    return [entry.id for entry in found.entries]


def test_the_catalogue_lists_one_kind_of_values_at_a_time(dataset: Dataset, start: Filters) -> None:
    own = chosen_entries(dataset, start)
    public = chosen_entries(dataset, start, OF_RECORD)
    assert own == catalogue(dataset)
    assert public == public_catalogue(dataset)
    assert ids(dataset, start) == list(values_by_id(dataset))
    assert set(ids(dataset, replace(start, kind=OF_RECORD))).isdisjoint(values_by_id(dataset))


def test_every_public_value_is_found_by_its_identifier(dataset: Dataset, start: Filters) -> None:
    every = public_catalogue(dataset)
    for value in every[::7]:
        assert value.id in ids(dataset, start, value.id)
        assert value.id in ids(dataset, replace(start, kind=OF_RECORD), value.id)


def test_public_values_are_found_by_title_address_date_quality_and_reporter(
    dataset: Dataset,
) -> None:
    every = public_catalogue(dataset)
    for value in (every[0], every[150], every[-1], every[200]):
        source = publication_of(value, dataset)
        texts = [f'"{source.title.split(",")[0]}"', f'"{source.address}"', f'"{source.date}"']
        texts.append(f'"{dataset.texts("qualities", "name_kk")[value.quality]}"')
        if value.reporter:
            texts.append(f'"{dataset.texts("reporters", "name_ru")[value.reporter]}"')
        for text in texts:
            if text != '""':
                assert value in matching(every, dataset=dataset, text=text), (value.id, text)


def test_sectors_choose_among_public_values(dataset: Dataset, start: Filters) -> None:
    found = chosen_entries(dataset, replace(start, sectors=("gas",)), OF_RECORD)
    assert found
    assert all("gas" in value.sectors.split(";") for value in found)


def test_a_link_carries_the_kind(dataset: Dataset, start: Filters) -> None:
    space = filter_space(dataset)
    assert "kind" not in to_query(start, space)
    query = to_query(replace(start, kind=OF_RECORD, search="BTC"), space)
    assert query["kind"] == OF_RECORD
    read, refused = from_query(query, space, "en")
    assert (read.kind, read.search, refused) == (OF_RECORD, "BTC", ())
    read, refused = from_query({"kind": "secret"}, space, "en")
    assert read.kind == start.kind
    assert [part.parameter for part in refused] == ["kind"]


def test_files_of_the_catalogue_have_the_kind_that_is_listed(
    dataset: Dataset, start: Filters
) -> None:
    chosen = replace(start, kind=OF_RECORD)
    found = found_entries(chosen, Search(), dataset=dataset, language=language("en"))
    assert "Public data" in found.filter_text
    rows = list(csv.DictReader(io.StringIO(catalogue_csv(found).decode("utf-8-sig"))))
    assert [row["id"] for row in rows] == [value.id for value in public_catalogue(dataset)]
    origins = set(dataset.table("origins")["origin"])
    assert all(row["origin"] in origins for row in rows)


def test_no_rule_of_the_audit_finds_a_public_value(dataset: Dataset) -> None:
    own = {value.id for value in public_catalogue(dataset)}
    for conflict in conflicts(dataset):
        assert own.isdisjoint(conflict.rows)
    assert all(isinstance(value, PublicValue) for value in public_catalogue(dataset))
