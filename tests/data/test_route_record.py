"""Public record of routes: addresses, owners of stakes, and notes where two figures differ."""

from urllib.parse import urlsplit

import pytest

from data.evidence.route_record import PublicFigure
from data.evidence.routes import PRINTED, PUBLIC, Route, routes
from data.evidence.standing import PRINTED_SINCE_PUBLIC, standing_of
from data.load.dataset import Dataset

WRAPPERS = ("staging", "stage", "dev", "test", "translate", "proxy", "cache", "googleweblight")
"""Parts of host names that show copies, drafts or translations of a page."""


def figures(dataset: Dataset) -> list[tuple[str, PublicFigure]]:
    return [(code, figure) for code, route in routes(dataset).items() for figure in route.record]


def is_page(address: str) -> bool:
    """Return whether an address is that of a page itself: https, no wrapper, no copy inside."""
    parts = urlsplit(address)
    labels = (parts.hostname or "").replace("-", ".").split(".")
    wrapped = any(label in WRAPPERS for label in labels)
    return parts.scheme == "https" and not wrapped and "://" not in address.removeprefix("https://")


def test_every_address_is_that_of_a_page(dataset: Dataset) -> None:
    wrong = {figure.address for _, figure in figures(dataset) if not is_page(figure.address)}
    assert not wrong


@pytest.mark.parametrize(
    "address",
    [
        "http://www.today.az/news/223802.html",
        "https://staging.rferl.org/a/1069776.html",
        "https://dev.report.az/en/energy/tap",
        "https://googleweblight.com/sp?u=https://example.org",
        "https://example-org.translate.goog/page",
    ],
)
def test_a_wrapper_or_a_draft_is_no_page(address: str) -> None:
    assert not is_page(address)


def test_a_stake_has_an_owner_and_nothing_else_has(dataset: Dataset) -> None:
    for route, figure in figures(dataset):
        named = [bool(name) for name in figure.holders.values()]
        assert named == [figure.measure == "stake"] * len(named), (route, figure.measure)


def test_stakes_of_one_time_are_no_more_than_the_whole(dataset: Dataset) -> None:
    sums: dict[tuple[str, str], float] = {}
    for route, figure in figures(dataset):
        if figure.measure == "stake":
            key = (route, figure.period)
            sums[key] = sums.get(key, 0) + (figure.value or 0)
    assert sums["tanap", "2019"] == pytest.approx(100)
    assert sums["btc", "2025"] == pytest.approx(100)
    # Kashagan's printed stakes have two decimals each and are rounded.
    assert {key: value for key, value in sums.items() if value > 100.05} == {}


def _differing(route: Route, measure: str) -> list[PublicFigure]:
    """Return the figures of a measure where they differ without a difference of their period."""
    found = [figure for figure in route.recorded(measure) if figure.measure == measure]
    values = {(figure.value, figure.low, figure.high) for figure in found}
    periods = {figure.period for figure in found}
    return found if len(values) > 1 and len(periods) < len(values) else []


@pytest.mark.parametrize("measure", ["length", "other_length", "capacity", "opened"])
def test_a_note_explains_where_two_figures_differ(dataset: Dataset, measure: str) -> None:
    for code, route in routes(dataset).items():
        differing = _differing(route, measure)
        assert not differing or any(figure.notes["en"] for figure in differing), (code, measure)


def test_the_record_names_the_owners_of_today(dataset: Dataset) -> None:
    owners = {
        figure.holders["en"]: figure.value
        for figure in routes(dataset)["tanap"].recorded("stake")
        if figure.period == "2019"
    }
    assert owners == {"Southern Gas Corridor CJSC": 51, "BOTAŞ": 30, "BP": 12, "SOCAR Türkiye": 7}


def test_a_status_before_a_publicly_dated_opening_comes_from_the_public_record(
    dataset: Dataset,
) -> None:
    known = routes(dataset)
    assert known["tanap"].opening == (2018, PUBLIC)
    assert standing_of(known["tanap"], 2017).basis == PUBLIC
    assert standing_of(known["tanap"], 2018).basis == PRINTED_SINCE_PUBLIC
    assert standing_of(known["btk"], 2010).basis == PRINTED


def test_two_destinations_are_two_ends(dataset: Dataset) -> None:
    known = routes(dataset)
    assert known["aktau-baku-makhachkala"].to_place == ("baku", "makhachkala")
    assert known["tap"].to_place == ("IT",)
    assert len(known["mersin-sister-ports"].to_place) == 3


@pytest.mark.parametrize(
    ("measure", "units"),
    [
        ("length", {"km"}),
        ("stake", {"percent"}),
        ("opened", {"year"}),
        ("capacity", {"Mt_per_year", "bcm_per_year"}),
    ],
)
def test_a_figure_keeps_the_unit_of_what_it_measures(
    dataset: Dataset, measure: str, units: set[str]
) -> None:
    assert {figure.unit for _, figure in figures(dataset) if figure.measure == measure} == units
