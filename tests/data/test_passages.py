"""Paragraphs are shown under the origin that holds them."""

import pytest

from data.evidence.origins import Passage, passages
from data.load.dataset import Dataset
from data.load.package import OUTSIDE_KIND

CITING = ("routes", "events", "organisations", "places", "facts", "ownership", "economy")
"""Tables that cite paragraphs beside one origin."""


def spans(dataset: Dataset) -> dict[str, range]:
    rows = dataset.tables["origins"].to_dict("records")
    return {
        str(row["origin"]): range(int(row["first_paragraph"]), int(row["last_paragraph"]) + 1)
        for row in rows
        if row["kind"] != OUTSIDE_KIND
    }


@pytest.mark.parametrize("table", CITING)
def test_every_cited_paragraph_lies_in_the_origin_it_is_shown_with(
    table: str, dataset: Dataset
) -> None:
    known = spans(dataset)
    rows = dataset.tables[table]
    for origin, cell in zip(rows["origin"], rows["paragraph"].astype(str), strict=True):
        found = passages(origin, cell, dataset)
        for passage in found:
            for number in passage.paragraph.split(";"):
                assert int(number) in known[passage.origin], (table, cell, passage)
        shown = [number for passage in found for number in passage.paragraph.split(";")]
        assert sorted(shown) == sorted(cell.split(";"))


def test_paragraphs_are_divided_by_section(dataset: Dataset) -> None:
    assert passages("s1_1", "208;276;279;1515", dataset) == (
        Passage("s1_1", "208"),
        Passage("s1_2", "276;279"),
        Passage("annex_a", "1515"),
    )


def test_a_paragraph_of_its_own_origin_keeps_it(dataset: Dataset) -> None:
    # Paragraph 540 is the end of Table 1, which stands in section 2.2.
    assert passages("s2_2", "540", dataset) == (Passage("s2_2", "540"),)
    assert passages("s1_1", "540", dataset) == (Passage("table1", "540"),)


def test_an_origin_without_paragraphs_stays_whole(dataset: Dataset) -> None:
    assert passages("table7", "", dataset) == (Passage("table7", ""),)
