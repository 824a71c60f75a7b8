"""Which parameters have an effect on which figures and pages: what the filter bar shows."""

import runpy
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any
from unittest.mock import patch

import pytest

from components.controls.page_head import PAGES, Place, head_data
from components.figures.registry import FIGURES, SUBJECTS, build_figure
from components.page import shell
from components.page.choice import Choice
from components.page.shell import Draw, subjects_of
from data.choice.measures import MEASURES
from data.choice.parameters import PARAMETERS, Filters, filter_space
from data.choice.source_parameters import INVESTMENT_FLOWS, LAID_OVER, TRADE_MEASURES
from data.choice.subjects import Subject
from data.evidence.sector_counts import Named, sector_counts
from data.evidence.source_comparison import CARRIERS
from data.load.dataset import Dataset, load_dataset

DATASET = load_dataset()
SPACE = filter_space(DATASET)
START = SPACE.start("en")

OTHERS = {
    "years": [replace(START, years=years) for years in ((2020, 2022), (2018, 2019))],
    "sectors": [replace(START, sectors=(code,)) for code in SPACE.sectors],
    "trade": [replace(START, trade=code) for code in SPACE.series["trade"]],
    "investment": [replace(START, investment=code) for code in SPACE.series["investment"]],
    "measure": [replace(START, measure=code) for code in MEASURES],
    "target_year": [replace(START, target_year=2027)],
    "since": [replace(START, since=2004)],
    "quantity": [replace(START, quantity=code) for code in TRADE_MEASURES],
    "flow": [replace(START, flow=code) for code in INVESTMENT_FLOWS],
    "carrier": [replace(START, carrier=code) for code in CARRIERS],
    "source": [replace(START, source=code) for code in SPACE.sources],
    "record": [replace(START, record=LAID_OVER)],
    "selected": [replace(START, route=code) for code in (*SPACE.countries, *SPACE.routes[::6])],
}
"""Other choices of each parameter that figures depend on."""


def content(figure: str, filters: Filters) -> tuple[object, ...]:
    built = build_figure(figure, dataset=DATASET, filters=filters)
    said = (built.headline, built.subtitle, built.finding, built.notes, built.origins)
    rows = built.rows and [dict(row) for row in built.rows]
    return (*said, rows, built.text_table, built.table.to_csv())


@cache
def changed_by(figure: str) -> frozenset[str]:
    """Return the parameters that change a figure."""
    shown = content(figure, START)
    return frozenset(
        name
        for name, others in OTHERS.items()
        if any(content(figure, other) != shown for other in others)
    )


@pytest.mark.parametrize("figure", FIGURES)
def test_what_changes_a_figure_concerns_its_subject(figure: str) -> None:
    for name in changed_by(figure):
        assert SUBJECTS[figure] in PARAMETERS[name].concerns, name


@pytest.mark.parametrize("name", OTHERS)
def test_every_subject_of_figures_that_a_parameter_concerns_has_a_figure_that_it_changes(
    name: str,
) -> None:
    for subject in PARAMETERS[name].concerns & frozenset(SUBJECTS.values()):
        mine = [figure for figure, own in SUBJECTS.items() if own is subject]
        assert any(name in changed_by(figure) for figure in mine), subject


def parts_of(path: str) -> Sequence[Draw]:
    with patch.object(shell, "show_page") as shown:
        runpy.run_path(path)
    page, *parts = shown.call_args.args
    assert page == path
    return parts


def head_of(path: str) -> dict[str, Any]:
    place = Place(page=path, subjects=subjects_of(parts_of(path)))
    return head_data(place, Choice(filters=START), SPACE, DATASET)


def controls(path: str) -> Iterator[str]:
    head = head_of(path)
    if head["years"]:
        yield "years"
    if head["sectors"]["here"]:
        yield "sectors"
    yield from (choice["parameter"] for choice in head["choices"] if choice["here"])
    if head["questions"]["here"]:
        yield "questions"


SHOWN = {
    "dashboard.py": {"years", "sectors", "trade", "investment", "record", "selected", "questions"},
    "pages/trade.py": {"years", "sectors", "trade", "measure", "record"},
    "pages/investment.py": {"years", "sectors", "investment", "record"},
    "pages/source_comparison.py": {"years", "trade", "investment"},
    "pages/targets.py": {"years", "sectors", "trade", "record", "selected"},
    "pages/energy_routes.py": {"years", "sectors", "record", "selected"},
    "pages/education.py": {"sectors", "selected"},
    "pages/survey.py": {"sectors"},
    "pages/sources.py": {"sectors"},
}


@pytest.mark.parametrize("path", [entry.path for entry in PAGES])
def test_a_page_has_the_controls_that_have_an_effect_on_it(path: str) -> None:
    assert set(controls(path)) == SHOWN.get(path, set())


def test_a_page_has_no_chip_of_a_filter_without_effect() -> None:
    chosen = replace(START, years=(2019, 2020), sectors=("oil",), trade="table6")
    place = Place(page="pages/survey.py", subjects=frozenset({Subject.SURVEY}))
    head = head_data(place, Choice(filters=chosen), SPACE, DATASET)
    assert [name for _label, name, _code in head["chips"]] == ["sectors"]
    assert "remarks" not in head["share"]
    opened = replace(place, address="http://atlas.example/survey")
    head = head_data(opened, Choice(filters=chosen), SPACE, DATASET)
    assert "2019–2020" in head["share"]["remarks"][0]
    assert "“Survey”" in head["share"]["citation"]


def test_rows_are_counted_for_each_sector_and_once_for_its_theme() -> None:
    found = sector_counts(DATASET)
    oil = DATASET.table("routes")["sectors"].str.split(";").map(lambda codes: "oil" in codes)
    assert found["oil"].routes == oil.sum() > 0
    assert found["energy"].routes < sum(found[code].routes for code in ("oil", "gas"))
    assert found["energy"].routes >= found["oil"].routes


def test_sectors_without_their_tables_are_counted_as_zero() -> None:
    alone = Dataset(tables={"sectors": DATASET.table("sectors")}, problems=())
    assert set(sector_counts(alone).values()) == {Named(values=0, routes=0, events=0, answers=0)}
    assert sector_counts(Dataset(tables={}, problems=())) == {}


def test_every_sector_says_how_much_names_it() -> None:
    counts = head_of("pages/trade.py")["sectors"]["counts"]
    assert set(counts) == set(SPACE.sectors)
    assert counts["green_energy"] == "3 values"
    assert all(counts.values())
