"""What visitors with the same choice share is built once; what failed is built again."""

from dataclasses import replace

import pytest

from components.controls import page_head
from components.overview import landing
from components.page.shell import View
from components.process.caches import clear_caches
from components.process.figures import stored, stored_figure
from data.language.languages import language


@pytest.fixture(autouse=True)
def _empty() -> None:
    clear_caches()


def view(**changes: object) -> View:
    """Return the view of a visitor, equal to that of another visitor with the same choice."""
    dataset, space = stored()
    filters = replace(space.start("en"), **changes)  # type: ignore[arg-type]
    return View(dataset, filters, language("en"))


def test_visitors_with_the_same_choice_share_the_landing_page() -> None:
    assert landing.prepare(view()) is landing.prepare(view())
    assert landing.prepare(view(years=(2019, 2021))) is not landing.prepare(view())


def test_a_view_that_failed_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []

    def fail(_view: View) -> None:
        tried.append(1)
        raise ValueError

    with monkeypatch.context() as broken:
        broken.setattr(landing, "_panel", fail)
        for _visitor in range(2):
            assert not landing.prepare(view()).complete
    assert len(tried) == 2
    assert landing.prepare(view()).complete


def test_the_head_of_a_page_follows_everything_that_it_shows() -> None:
    dataset, space = stored()

    def sent(place: page_head.Place, **changes: object) -> object:
        shown = page_head._Shown(
            place=place,
            filters=view(**changes).filters,
            waiting=(),
            addressed=True,
            space=space,
            dataset=dataset,
        )
        return page_head._sent_for(shown)

    here = page_head.Place(page="dashboard.py")
    assert sent(here) is sent(page_head.Place(page="dashboard.py"))
    assert sent(here) != sent(replace(here, slides=2))
    assert sent(here) != sent(replace(here, page="pages/trade.py"))
    assert sent(here) != sent(here, years=(2019, 2021))
    assert sent(here) != sent(here, language="kk")


def test_a_figure_equals_only_itself() -> None:
    filters = view().filters
    drawable = stored_figure("trade_turnover", filters)
    assert drawable == stored_figure("trade_turnover", filters)
    assert drawable != replace(drawable)
