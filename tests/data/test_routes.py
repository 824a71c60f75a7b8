"""Routes: status by year, printed and public record, selectable routes."""

from data.evidence.events import events_of
from data.evidence.route_evidence import contradictions_about, entries_about, stakes_in
from data.evidence.routes import INFERRED, PRINTED, PUBLIC, routes, selectable
from data.evidence.scope import scope
from data.evidence.standing import PRINTED_SINCE_INFERRED, standing, standing_of
from data.load.dataset import Dataset


def test_the_printed_year_of_opening_has_priority_over_the_public_one(dataset: Dataset) -> None:
    known = routes(dataset)
    assert known["kuryk-port"].opening == (2016, PRINTED)
    assert known["btc"].opening == (2005, INFERRED)
    assert known["btc"].recorded("opened")[0].value == 2006
    assert known["tanap"].opening == (2018, PUBLIC)
    assert known["nabucco"].opening is None


def test_an_opening_date_is_printed_or_inferred_and_the_note_says_from_what(
    dataset: Dataset,
) -> None:
    notes = dataset.texts("routes", "note_en")
    methods = {code: route.opened_method for code, route in routes(dataset).items()}
    for code, route in routes(dataset).items():
        assert bool(route.opened) == bool(route.opened_method), code
        assert not route.opening_inferred or "year" in notes[code], code
    assert {code for code, method in methods.items() if method == INFERRED} == {
        "btc",
        "aktau-baku-ferry",
    }
    assert scope(dataset).undated == len(methods) - list(methods.values()).count(PRINTED)


def test_a_status_since_an_inferred_year_rests_on_it(dataset: Dataset) -> None:
    known = routes(dataset)
    bases = {year: standing_of(known["btc"], year).basis for year in (1992, 1993, 2004, 2005)}
    assert bases == {
        1992: PRINTED,
        1993: PRINTED_SINCE_INFERRED,
        2004: PRINTED_SINCE_INFERRED,
        2005: PRINTED_SINCE_INFERRED,
    }
    assert standing_of(known["aktau-baku-ferry"], 2013).basis == PRINTED_SINCE_INFERRED
    assert standing_of(known["btk"], 2017).basis == PRINTED


def test_the_status_of_a_route_by_year(dataset: Dataset) -> None:
    known = routes(dataset)
    assert [standing(known["btc"], year) for year in (1992, 1993, 2004, 2005)] == [
        None,
        "planned",
        "planned",
        "operating",
    ]
    assert standing(known["tap"], 2019) is None
    assert standing(known["cpc"], 1991) is None


def test_values_stakes_events_and_conflicts_of_a_route_are_found(dataset: Dataset) -> None:
    assert {entry.quantity[0] for entry in entries_about(dataset, "btc")} >= {"capacity"}
    assert len(stakes_in(dataset, "btc")) == 5
    assert {event.code for event in events_of(dataset, "btc")} >= {"btc-agreement-1993"}
    found = {conflict.id for conflict in contradictions_about(dataset, "tanap")}
    assert "tanap-botas-20-or-30" in found
    # An incomplete list of shares is an unclear passage.
    assert not contradictions_about(dataset, "btc")
    dates = [event.date for event in events_of(dataset, "btc")]
    assert dates == sorted(dates)


def test_stakes_of_a_contract_are_found_by_its_field(dataset: Dataset) -> None:
    assert len(stakes_in(dataset, "acg")) == 14
    assert "contract-of-the-century" not in selectable(dataset)


def test_an_event_belongs_to_the_place_it_happened_in(dataset: Dataset) -> None:
    assert events_of(dataset, "istanbul")


def test_every_public_value_has_its_source(dataset: Dataset) -> None:
    for route in routes(dataset).values():
        for figure in route.record:
            assert figure.title
            assert figure.address.startswith("http")


def test_all_required_routes_are_on_the_map(dataset: Dataset) -> None:
    wanted = {
        "middle-corridor", "northern-corridor", "china-europe-sea-route", "btc", "cpc",
        "atyrau-samara", "kazakhstan-china-pipeline", "atyrau-kenkiyak", "kenkiyak-kumkol",
        "atasu-alashankou", "bte", "tanap", "tap", "turkstream", "transcaspian-gas-pipeline",
        "transcaspian-oil-pipeline", "kcts", "turkmen-azeri-subsea-connector", "nabucco",
        "kz-mediterranean-pipeline", "tengiz-batumi-oil-route", "lapis-lazuli",
        "zangezur-corridor", "traceca", "development-road", "trans-afghan-railway",
        "uzbekistan-kyrgyzstan-china-railway", "kz-ir-caspian-tankers", "btk",
        "tengiz", "kashagan", "karachaganak", "acg", "shah-deniz", "dostlug", "kurmangazy",
        "aktau-port", "kuryk-port", "ceyhan",
    }  # fmt: skip
    assert wanted - set(selectable(dataset)) == set()
