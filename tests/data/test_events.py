"""Events: order by date, selection by years, routes, countries and places."""

import csv
from collections.abc import Callable

import pytest

from data.evidence.events import Event, events, events_between, events_of, leading_events
from data.load.dataset import Dataset
from data.load.package import FOLDER

EMPTY = Dataset(tables={}, problems=())


def printed() -> list[dict[str, str]]:
    with (FOLDER / "tables" / "events.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def codes(found: tuple[Event, ...]) -> list[str]:
    return [event.code for event in found]


def test_every_event_is_returned_once_and_as_printed(dataset: Dataset) -> None:
    found = {event.code: event for event in events(dataset)}
    assert sorted(codes(events(dataset))) == sorted(row["event"] for row in printed())
    for row in printed():
        event = found[row["event"]]
        assert event.date == row["date"]
        assert ";".join(sorted(event.places)) == ";".join(sorted(row["place"].split(";")))
        assert (event.origin, event.paragraph) == (row["origin"], row["paragraph"])
        assert ";".join(sorted(event.parties)) == ";".join(sorted(row["parties"].split(";")))


def test_the_earliest_event_comes_first(dataset: Dataset) -> None:
    dates = [event.date for event in events(dataset)]
    assert dates == sorted(dates)
    years = [event.years[0] for event in events(dataset)]
    assert years == sorted(years)
    printed_dates = [row["date"] for row in printed()]
    assert (dates[0], dates[-1]) == (min(printed_dates), max(printed_dates))


def test_events_are_sorted_by_date_for_any_order_of_rows(dataset: Dataset) -> None:
    turned = dataset.tables["events"].sort_values("date", ascending=False)
    assert turned["date"].iloc[0] == max(row["date"] for row in printed())
    mixed = Dataset(tables={**dataset.tables, "events": turned}, problems=())
    assert [e.date for e in events(mixed)] == [e.date for e in events(dataset)]


def test_events_of_one_date_keep_the_order_of_the_file(dataset: Dataset) -> None:
    in_file = [row["event"] for row in printed() if row["date"] == "1992"]
    assert len(in_file) > 1
    assert [event.code for event in events(dataset) if event.date == "1992"] == in_file


@pytest.mark.parametrize(
    ("code", "years"),
    [
        ("tika-1992", (1992, 1992)),
        ("osce-istanbul-ankara-declaration-1999", (1999, 1999)),
        ("turkic-summit-1992-10-30", (1992, 1992)),
        ("kz-tr-health-agreement-1991-1995", (1991, 1995)),
        ("meskhetian-deportation-1940s", (1940, 1949)),
    ],
)
def test_a_date_of_any_precision_has_its_years(
    dataset: Dataset, code: str, years: tuple[int, int]
) -> None:
    (event,) = (event for event in events(dataset) if event.code == code)
    assert event.years == years


def test_both_ends_of_a_span_of_years_are_included(dataset: Dataset) -> None:
    found = events_between(dataset, (1992, 1994))
    printed_then = {
        event.code for event in events(dataset) if event.date[:4] in {"1992", "1993", "1994"}
    }
    assert printed_then < set(codes(found))
    assert {"kz-tr-health-agreement-1991-1995", "bosnia-war-1990s"} <= set(codes(found))
    one = events_between(dataset, (1993, 1993))
    assert "btc-agreement-1993" in codes(one)
    assert all(event.years[0] <= 1993 <= event.years[1] for event in one)


def test_adjacent_spans_share_only_events_that_last_through_both(dataset: Dataset) -> None:
    before, after = events_between(dataset, (1800, 1991)), events_between(dataset, (1992, 2100))
    assert set(before) | set(after) == set(events(dataset))
    shared = set(before) & set(after)
    assert shared
    assert all(event.years[0] < event.years[1] for event in shared)


def test_a_reversed_span_of_years_has_no_events(dataset: Dataset) -> None:
    assert events_between(dataset, (1992, 1992))
    assert events_between(dataset, (1994, 1992)) == ()


def test_events_of_a_route_are_those_that_name_it(dataset: Dataset) -> None:
    assert codes(events_of(dataset, "btc")) == [
        "btc-agreement-1993",
        "osce-istanbul-ankara-declaration-1999",
        "btc-investors-2000",
        "btc-baku-meeting-2005",
    ]


@pytest.mark.parametrize("country", ["KZ", "TR", "RU"])
def test_events_of_a_country_are_those_it_is_a_party_to(dataset: Dataset, country: str) -> None:
    found = codes(events_of(dataset, country))
    named = [row["event"] for row in printed() if country in row["parties"].split(";")]
    assert sorted(found) == sorted(named)
    assert 0 < len(found) < len(events(dataset))


def test_events_of_a_place_are_those_that_happened_there(dataset: Dataset) -> None:
    found = events_of(dataset, "ankara")
    happened = {row["event"] for row in printed() if "Ankara" in row["place"].split(";")}
    assert happened
    assert happened <= set(codes(found))
    for event in found:
        assert "Ankara" in event.places or "ankara" in event.routes | event.parties, event


@pytest.mark.parametrize("code", ["btc", "KZ", "baku"])
def test_events_of_a_selection_are_sorted_by_date(dataset: Dataset, code: str) -> None:
    found = events_of(dataset, code)
    assert len(found) > 2
    assert found == tuple(event for event in events(dataset) if event in found)


@pytest.mark.parametrize("code", ["", "nowhere", "bt", "Baku"])
def test_an_unknown_code_has_no_events(dataset: Dataset, code: str) -> None:
    assert events_of(dataset, code) == ()


@pytest.mark.parametrize(
    "asked",
    [
        events,
        lambda dataset: events_between(dataset, (1800, 2100)),
        lambda dataset: events_of(dataset, "KZ"),
    ],
)
def test_there_are_no_events_if_the_table_did_not_load(
    dataset: Dataset, asked: Callable[[Dataset], tuple[Event, ...]]
) -> None:
    assert asked(dataset)
    assert asked(EMPTY) == ()


def test_without_the_table_of_places_events_of_routes_and_parties_are_found(
    dataset: Dataset,
) -> None:
    without = Dataset(
        tables={name: table for name, table in dataset.tables.items() if name != "places"},
        problems=(),
    )
    assert codes(events_of(without, "btc")) == codes(events_of(dataset, "btc"))
    assert events_of(dataset, "ankara")
    assert events_of(without, "ankara") == ()


def test_an_event_in_two_places_belongs_to_both(dataset: Dataset) -> None:
    for place in ("almaty", "istanbul"):
        assert "yeditepe-conf-turkic-origins-2023" in codes(events_of(dataset, place))


SUCCESSORS = {
    "OTS": "2021-11",
    "turkic-council": "2009",
    "EAEU": "2015",
    "SU": "1922",
    "EU": "1992",
}
"""Parties with the earliest date at which they existed."""


def test_no_event_has_a_party_that_did_not_exist_yet() -> None:
    for row in printed():
        for party in row["parties"].split(";"):
            last = row["date"].split("/")[-1].replace("0s", "9")
            founded = SUCCESSORS.get(party, "")[: len(last)]
            assert last >= founded, (row["event"], party)


def test_almost_every_event_has_a_kind() -> None:
    others = {row["event"] for row in printed() if row["kind"] == "other"}
    assert others == {"events-of-1915", "study-period-1991-2025", "world-nomad-games-2024"}


@pytest.mark.parametrize("code", ["ots-summit-2024-bishkek", "erdogan-visit-kz-2022-11"])
def test_a_day_that_a_contradiction_calls_impossible_is_not_the_date(code: str) -> None:
    (row,) = (row for row in printed() if row["event"] == code)
    assert row["precision"] == "year"
    assert row["note_en"]


def test_a_part_of_a_decade_or_year_is_no_exact_date() -> None:
    parts = (
        "The text says: the beginning",
        "The text says: the early",
        "The text says: the middle",
    )
    found = [row for row in printed() if row["note_en"].startswith(parts)]
    assert len(found) > 5
    assert {row["qualifier"] for row in found} == {"about"}


@pytest.mark.parametrize("count", [0, 1, 10, 1000])
def test_leading_events_and_the_rest_are_all_events(count: int, dataset: Dataset) -> None:
    every = events(dataset)
    leading, rest = leading_events(every, count)
    assert len(leading) <= count
    assert sorted(codes((*leading, *rest))) == sorted(codes(every))
    assert codes(leading) == [code for code in codes(every) if code in set(codes(leading))]


def test_events_of_both_countries_lead_and_long_periods_never_do(dataset: Dataset) -> None:
    every = events(dataset)
    leading, rest = leading_events(every, 10)
    assert all({"KZ", "TR"} <= event.parties for event in leading)
    longest = [event for event in every if event.years[1] - event.years[0] >= 9]
    assert longest
    everything, left = leading_events(every, len(every))
    assert set(codes(left)) == set(codes(tuple(longest)))
    assert not set(codes(everything)) & set(codes(tuple(longest)))
    assert codes(rest)[-len(longest) :] == codes(tuple(longest))


def test_acts_of_states_lead_before_other_events_and_few_parties_before_many() -> None:
    def made(code: str, kind: str, *others: str) -> Event:
        return Event(
            code=code,
            date="2000",
            places=frozenset(),
            parties=frozenset({"KZ", "TR", *others}),
            sectors=frozenset(),
            routes=frozenset(),
            origin="s1_3",
            paragraph="1",
            kind=kind,
        )

    found = (
        made("book", "publication"),
        made("summit of many", "summit", "AZ", "UZ"),
        made("treaty of three", "treaty", "AZ"),
        made("treaty of two", "treaty"),
    )
    first = [set(codes(leading_events(found, count)[0])) for count in (1, 2, 3)]
    assert first[0] == {"treaty of two"}
    assert first[1] - first[0] == {"treaty of three"}
    assert first[2] - first[1] == {"summit of many"}
