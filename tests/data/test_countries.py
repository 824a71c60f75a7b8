"""Countries: selectable ones, and routes that cross or bypass them."""

import pytest

from data.choice.parameters import FilterSpace
from data.choice.reading import from_query
from data.evidence.countries import HOME, countries, pipelines, routes_through
from data.evidence.routes import OPERATING, Route, routes
from data.evidence.standing import standing
from data.load.dataset import Dataset
from data.problems import TableRefusedError

EMPTY = Dataset(tables={}, problems=())
PAST_YEARS = (1989, 1990, 1991, 1995)


def codes(found: tuple[Route, ...]) -> set[str]:
    assert len({route.code for route in found}) == len(found), "a route stands there twice"
    return {route.code for route in found}


def without(dataset: Dataset, *names: str) -> Dataset:
    tables = {name: table for name, table in dataset.tables.items() if name not in names}
    return Dataset(tables=tables, problems=())


def test_the_two_countries_of_the_study_and_those_crossed_can_be_selected(
    dataset: Dataset,
) -> None:
    found = countries(dataset)
    assert {"KZ", "TR", "RU"} <= set(found)
    assert list(found) == sorted(set(found))
    crossed = {code for route in routes(dataset).values() for code in route.countries}
    assert set(found) <= crossed | set(HOME)


def test_the_two_countries_of_the_study_need_no_route_to_be_selected(dataset: Dataset) -> None:
    none = dataset.tables["routes"].iloc[:0]
    bare = Dataset(tables={**dataset.tables, "routes": none}, problems=())
    assert routes(bare) == {}
    assert countries(bare) == ("KZ", "TR")


def test_a_country_that_no_route_crosses_cannot_be_selected(dataset: Dataset) -> None:
    labels = dataset.tables["map_labels"]
    named = set(labels.loc[labels["kind"] == "country", "label"])
    left_out = named - set(countries(dataset))
    assert left_out
    for code in left_out:
        assert routes_through(dataset, code) == (), code


def test_only_countries_can_be_selected_as_a_country(dataset: Dataset) -> None:
    labels = dataset.tables["map_labels"]
    waters = set(labels.loc[labels["kind"] != "country", "label"])
    assert waters
    assert waters.isdisjoint(countries(dataset))


def test_a_link_can_select_every_country(dataset: Dataset, space: FilterSpace) -> None:
    assert space.countries == countries(dataset)
    for code in countries(dataset):
        filters, refusals = from_query({"selected": code}, space, "en")
        assert (filters.route, refusals) == (code, ())


def test_every_country_that_can_be_selected_has_routes(dataset: Dataset) -> None:
    for code in countries(dataset):
        assert routes_through(dataset, code), code


def test_routes_through_a_country_are_drawn_and_name_it(dataset: Dataset) -> None:
    found = routes_through(dataset, "RU")
    assert {"cpc", "atyrau-samara", "turkstream"} <= codes(found)
    assert "btc" not in codes(found)
    expected = [
        code for code, route in routes(dataset).items() if route.drawn and "RU" in route.countries
    ]
    assert [route.code for route in found] == expected


def test_a_route_that_is_not_drawn_crosses_no_country(dataset: Dataset) -> None:
    hidden = routes(dataset)["kto-pipelines"]
    assert not hidden.drawn
    assert "KZ" in hidden.countries
    assert "kto-pipelines" not in codes(routes_through(dataset, "KZ"))
    assert codes(routes_through(dataset, "KZ"))


def test_an_unknown_country_has_no_routes(dataset: Dataset) -> None:
    for code in ("", "XX", "ru"):
        assert routes_through(dataset, code) == (), code


def test_oil_pipelines_cross_or_bypass_russia(dataset: Dataset) -> None:
    crossing = pipelines(dataset, carried="oil", country="RU", year=2023)
    assert codes(crossing.through) == {"cpc", "atyrau-samara"}
    assert {"btc", "kazakhstan-china-pipeline"} <= codes(crossing.around)
    assert "cpc" not in codes(crossing.around)


def test_gas_pipelines_cross_or_bypass_turkiye(dataset: Dataset) -> None:
    crossing = pipelines(dataset, carried="gas", country="TR", year=2023)
    assert {"tanap", "turkstream", "bte"} <= codes(crossing.through)
    assert {"tap", "central-asia-china-gas"} <= codes(crossing.around)


@pytest.mark.parametrize("carried", ["oil", "gas"])
def test_every_pipeline_in_operation_is_in_exactly_one_group(
    dataset: Dataset, carried: str
) -> None:
    for year in (1991, 2005, 2010, 2023):
        running = {
            code
            for code, route in routes(dataset).items()
            if route.kind == f"{carried}_pipeline"
            and route.sections
            and standing(route, year) == OPERATING
        }
        # The first openings that a record dates: the CPC pipeline and the South Caucasus one.
        assert bool(running) == (year >= {"oil": 2001, "gas": 2007}[carried]), year
        for country in countries(dataset):
            crossing = pipelines(dataset, carried=carried, country=country, year=year)
            through, around = codes(crossing.through), codes(crossing.around)
            assert through.isdisjoint(around), (country, year)
            assert through | around == running, (country, year)
            assert all(country in route.countries for route in crossing.through)
            assert not any(country in route.countries for route in crossing.around)


def test_oil_and_gas_are_separate_groups(dataset: Dataset) -> None:
    for carried in ("oil", "gas"):
        crossing = pipelines(dataset, carried=carried, country="TR", year=2023)
        assert crossing.through
        kinds = {route.kind for route in crossing.through + crossing.around}
        assert kinds == {f"{carried}_pipeline"}


@pytest.mark.parametrize("year", PAST_YEARS)
def test_pipelines_opened_later_are_not_in_operation(dataset: Dataset, year: int) -> None:
    for carried, later in (
        ("oil", {"btc", "cpc", "atyrau-kenkiyak", "kenkiyak-kumkol", "atasu-alashankou"}),
        ("gas", {"bte", "tanap", "tap", "turkstream"}),
    ):
        today = pipelines(dataset, carried=carried, country="RU", year=2023)
        assert later <= codes(today.through + today.around)
        past = pipelines(dataset, carried=carried, country="RU", year=year)
        assert later.isdisjoint(codes(past.through + past.around))
        for route in past.through + past.around:
            assert route.opening is None or route.opening[0] <= year, route.code


def test_a_pipeline_is_listed_from_the_year_of_its_opening(dataset: Dataset) -> None:
    seen = [
        "btc" in codes(pipelines(dataset, carried="oil", country="RU", year=year).around)
        for year in (2004, 2005, 2006)
    ]
    assert seen == [False, True, True]


def test_planned_and_cancelled_pipelines_are_in_no_group(dataset: Dataset) -> None:
    for carried, code in (("gas", "nabucco"), ("oil", "kz-mediterranean-pipeline")):
        assert code in codes(routes_through(dataset, "TR"))
        crossing = pipelines(dataset, carried=carried, country="TR", year=2023)
        assert code not in codes(crossing.through + crossing.around)


def test_without_tables_there_are_no_countries(dataset: Dataset) -> None:
    assert countries(EMPTY) == ()
    for name in ("map_labels", "routes"):
        assert countries(without(dataset, name)) == (), name


def test_without_the_table_of_lines_no_pipeline_is_listed(dataset: Dataset) -> None:
    crossing = pipelines(without(dataset, "lines"), carried="oil", country="RU", year=2023)
    assert (crossing.through, crossing.around) == ((), ())


def test_without_the_table_of_routes_the_refusal_is_raised() -> None:
    with pytest.raises(TableRefusedError, match="routes"):
        pipelines(EMPTY, carried="oil", country="RU", year=2023)
