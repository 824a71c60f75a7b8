"""Status of routes as of a year: what dates it, and years for which nothing does."""

from dataclasses import replace

import pytest

from data.choice.parameters import STUDY_PERIOD
from data.evidence.countries import pipelines
from data.evidence.routes import (
    CANCELLED,
    OPERATING,
    PLANNED,
    PRINTED,
    PROPOSED,
    PUBLIC,
    STATUSES,
    UNKNOWN,
    Route,
    mapped,
    routes,
)
from data.evidence.standing import (
    BASES,
    PRESENT_TENSE_FROM,
    PRINTED_SINCE_PUBLIC,
    PRINTED_WITHOUT_YEAR,
    YEAR_NOT_GIVEN,
    Standing,
    opening_not_given,
    standing,
    standing_of,
)
from data.evidence.values import SERIES_TABLES
from data.load.dataset import Dataset

YEARS = range(STUDY_PERIOD[0], STUDY_PERIOD[1] + 1)


@pytest.fixture
def undated(dataset: Dataset) -> Route:
    """Return a route in operation of which no source gives a year."""
    tap = routes(dataset)["tap"]
    return replace(tap, record=(), opened="", announced="", first_carried=None)


def test_the_present_of_the_text_is_the_last_year_of_its_yearly_tables(dataset: Dataset) -> None:
    own = set(dataset.texts("origins", "kind").items())
    inside = {code for code, kind in own if kind != "public"}
    years = [
        int(year)
        for name in SERIES_TABLES
        for year, origin in zip(
            dataset.table(name)["year"], dataset.table(name)["origin"], strict=True
        )
        if origin in inside
    ]
    assert max(years) == PRESENT_TENSE_FROM


def test_without_a_year_no_status_is_stated_before_the_present_of_the_text(undated: Route) -> None:
    assert standing_of(undated, 1991) == Standing(UNKNOWN, YEAR_NOT_GIVEN)
    assert standing_of(undated, PRESENT_TENSE_FROM - 1) == Standing(UNKNOWN, YEAR_NOT_GIVEN)
    assert standing_of(undated, PRESENT_TENSE_FROM) == Standing(OPERATING, PRINTED_WITHOUT_YEAR)
    assert opening_not_given(undated, 1991)
    assert not opening_not_given(undated, PRESENT_TENSE_FROM)


@pytest.mark.parametrize("status", STATUSES)
def test_no_status_without_a_year_holds_in_every_year(undated: Route, status: str) -> None:
    assert standing(replace(undated, status=status), 1991) == UNKNOWN
    assert standing(replace(undated, status=status), PRESENT_TENSE_FROM) == status


@pytest.mark.parametrize("status", [PLANNED, PROPOSED])
def test_a_plan_or_proposal_holds_from_its_announcement(undated: Route, status: str) -> None:
    announced = replace(undated, status=status, announced="2015-06")
    assert standing_of(announced, 2014) == Standing(None, PRINTED)
    assert standing_of(announced, 2015) == Standing(status, PRINTED)


def test_an_amount_carried_states_the_operation_in_its_year(undated: Route) -> None:
    carrying = replace(undated, first_carried=2012)
    assert standing_of(carrying, 2011).status == UNKNOWN
    assert standing_of(carrying, 2012) == Standing(OPERATING, PRINTED)
    assert standing(replace(carrying, status=PROPOSED), 2012) == UNKNOWN


def test_a_printed_amount_carried_is_found_by_its_route(dataset: Dataset) -> None:
    known = routes(dataset)
    assert known["rail-oil-exports"].first_carried == 2012
    assert known["aktau-port"].first_carried == 2020
    assert known["nabucco"].first_carried is None


def test_a_planned_amount_carried_states_no_operation(dataset: Dataset, undated: Route) -> None:
    (carried,) = routes(dataset)["atyrau-samara"].recorded("carried")
    fact = replace(carried, period="2010")
    assert standing(replace(undated, record=(fact,)), 2010) == OPERATING
    plan = replace(fact, qualifier="planned")
    assert standing(replace(undated, record=(plan,)), 2010) == UNKNOWN


def test_a_public_opening_dates_the_operation_only(dataset: Dataset) -> None:
    known = routes(dataset)
    assert standing_of(known["tanap"], 2017) == Standing(None, PUBLIC)
    assert standing_of(known["tanap"], 2018) == Standing(OPERATING, PRINTED_SINCE_PUBLIC)
    # The dissertation proposes this hub; public sources open it in 2025.
    hub = known["aktau-container-hub"]
    assert hub.opening == (2025, PUBLIC)
    assert standing(hub, 2023) == PROPOSED


def test_before_a_printed_announcement_the_printed_record_is_the_basis(dataset: Dataset) -> None:
    tanap = replace(routes(dataset)["tanap"], announced="2012")
    assert standing_of(tanap, 2011) == Standing(None, PRINTED)
    assert standing_of(tanap, 2013) == Standing(PLANNED, PUBLIC)


def test_a_cancelled_project_is_planned_until_its_end(dataset: Dataset) -> None:
    nabucco = routes(dataset)["nabucco"]
    assert [standing(nabucco, year) for year in (2003, 2004, 2012, 2013)] == [
        None,
        PLANNED,
        PLANNED,
        CANCELLED,
    ]
    never_ended = replace(nabucco, record=())
    assert standing(never_ended, 2004) == UNKNOWN
    assert standing(never_ended, PRESENT_TENSE_FROM) == CANCELLED


def test_the_kazakhstan_china_pipeline_is_not_in_operation_in_1991(dataset: Dataset) -> None:
    crossing = pipelines(dataset, carried="oil", country="RU", year=1991)
    assert (crossing.through, crossing.around) == ((), ())
    assert [route.code for route in crossing.undated] == ["atyrau-samara"]


def test_every_status_of_operation_rests_on_a_year_that_a_record_gives(dataset: Dataset) -> None:
    for code, route in routes(dataset).items():
        for year in range(YEARS.start, PRESENT_TENSE_FROM):
            if standing(route, year) != OPERATING:
                continue
            given = [int(route.opened[:4])] if route.opened else []
            given += [int(figure.value) for figure in route.recorded("opened") if figure.value]
            given += [int(figure.period[:4]) for figure in route.recorded("carried")]
            given += [route.first_carried] if route.first_carried else []
            assert min(given) <= year, (code, year)


def test_in_the_present_of_the_text_every_status_is_that_of_the_dissertation(
    dataset: Dataset,
) -> None:
    for code, route in mapped(dataset).items():
        assert standing(route, STUDY_PERIOD[1]) == route.status, code
        assert standing(route, PRESENT_TENSE_FROM) == route.status, code
        assert not opening_not_given(route, PRESENT_TENSE_FROM), code


def test_a_route_in_operation_stays_in_operation(dataset: Dataset) -> None:
    for code, route in routes(dataset).items():
        running = [standing(route, year) == OPERATING for year in YEARS]
        assert running == sorted(running), code


def test_every_basis_occurs(dataset: Dataset) -> None:
    found = {standing_of(route, year).basis for route in routes(dataset).values() for year in YEARS}
    assert found == set(BASES)


def test_another_name_of_a_field_is_not_on_the_map(dataset: Dataset) -> None:
    assert "contract-of-the-century" in routes(dataset)
    assert "contract-of-the-century" not in mapped(dataset)
    assert "acg" in mapped(dataset)
