"""State machine of a session: controls, address and figures agree after any actions."""

from typing import Any
from urllib.parse import urlencode

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from data.choice.map_parameters import AS_OF, SELECTED
from data.choice.parameters import LANGUAGE, SECTORS, TRADE, YEARS, filter_space
from data.choice.reading import to_query
from data.load.dataset import Dataset, load_dataset
from data.problems import Problem, Rule
from tests.choices import choices
from tests.components.visit_model import (
    PATHS,
    Browser,
    Server,
    answers_selection,
    years_selection,
)

DATASET = load_dataset()
SPACE = filter_space(DATASET)

FAULT = Problem(table="trade", file="trade.csv", rule=Rule.FILE_PRESENT)
HALF = Dataset(
    tables={
        name: table for name, table in DATASET.tables.items() if name not in {"trade", "routes"}
    },
    problems=(FAULT,),
)
HALF_SPACE = filter_space(HALF)

GARBAGE: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["selection", "objects", "rows", "year", "answer", "tab", "changes"])
            | st.text(max_size=5),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)
ANY_YEAR = st.integers(SPACE.years[0], SPACE.years[1])
FORGED_YEARS = ANY_YEAR | st.integers() | st.floats() | st.none() | st.text(max_size=3)
ROUND_TRIPS = st.sampled_from([0.0, 50.0, 300.0, 600.0])

VALUES: dict[str, st.SearchStrategy[str]] = {
    YEARS.name: st.tuples(ANY_YEAR, ANY_YEAR).map(lambda pair: f"{min(pair)}-{max(pair)}"),
    SECTORS.name: st.sets(st.sampled_from(SPACE.sectors), max_size=3).map(
        lambda codes: ",".join(sorted(codes))
    ),
    SELECTED.name: st.sampled_from(["", "btc", "RU", SPACE.routes[0]]),
    AS_OF.name: st.sampled_from(["", "1999", "2007"]),
    TRADE.name: st.sampled_from(["", "table6"]),
    LANGUAGE.name: st.sampled_from(["en", "kk", "tr", "ru"]),
}
CHANGES = st.one_of([st.tuples(st.just(name), values) for name, values in VALUES.items()])


class Visit(RuleBasedStateMachine):
    """Random actions of a user."""

    steps = 0

    @initialize(round_trip=ROUND_TRIPS)
    def begin(self, round_trip: float) -> None:
        self.server = Server(DATASET, SPACE)
        self.browser = Browser(self.server)
        self.browser.round_trip_ms = round_trip
        self.last: dict[str, str] = {}
        self.browser.pass_time(2000)

    @rule(change=CHANGES)
    def use_a_control(self, change: tuple[str, str]) -> None:
        name, text = change
        if self.browser.shown is None:
            return
        self.browser.put(**{name: text})
        # A new span of years resets the year of the map.
        if name == YEARS.name:
            self.last.pop(AS_OF.name, None)
        self.last.pop(name, None)
        self.last[name] = text

    @rule(page=st.sampled_from(PATHS), twice=st.booleans())
    def use_the_menu(self, page: str, *, twice: bool) -> None:
        for _ in range(1 + twice):
            self.browser.put(page=page)

    @rule()
    def clear_everything(self) -> None:
        if self.browser.shown is not None:
            self.browser.put(clear="")
            self.last.clear()

    @rule(steps=st.sampled_from([-1, 1, -2]))
    def go_back_or_forward(self, steps: int) -> None:
        self.browser.go(steps)
        self.last.clear()

    @rule(filters=choices(SPACE), page=st.sampled_from(PATHS), spoilt=st.booleans())
    def follow_a_link(self, filters: Any, page: str, *, spoilt: bool) -> None:
        query = urlencode({**to_query(filters, SPACE), **({"years": "1066"} if spoilt else {})})
        self.browser.open(page, query)
        self.last.clear()

    @rule(years=st.lists(FORGED_YEARS, max_size=3))
    def click_years_in_a_chart(self, years: list[Any]) -> None:
        self.browser.send("chart", years_selection(years))
        for name in (YEARS.name, AS_OF.name):
            self.last.pop(name, None)

    @rule(answers=st.lists(st.sampled_from(SPACE.sectors) | GARBAGE, max_size=3))
    def click_answers_in_a_chart(self, answers: list[Any]) -> None:
        self.browser.send("chart", answers_selection(answers))
        self.last.pop(SECTORS.name, None)

    @rule(route=st.sampled_from(["btc", "RU", "", "atlantis"]) | GARBAGE)
    def click_the_map(self, route: Any) -> None:
        self.browser.send("map", {"selection": {"objects": {"routes-0": [{"route": route}]}}})
        self.last.pop(SELECTED.name, None)

    @rule(row=st.integers(-2, 5))
    def choose_a_row(self, row: int) -> None:
        self.browser.send("row", {"selection": {"rows": [row]}})
        self.last.pop(SELECTED.name, None)

    @rule(kind=st.sampled_from(["message", "chart", "map", "row"]), sent=GARBAGE)
    def send_something_made_up(self, kind: str, sent: Any) -> None:
        self.browser.send(kind, sent)
        self.last.clear()

    @rule(milliseconds=st.sampled_from([20.0, 100.0, 400.0, 1500.0]))
    def wait(self, milliseconds: float) -> None:
        self.browser.pass_time(milliseconds)

    @rule(round_trip=ROUND_TRIPS)
    def change_the_network(self, round_trip: float) -> None:
        self.browser.round_trip_ms = round_trip

    @rule(restarted=st.booleans(), milliseconds=st.sampled_from([100.0, 3000.0]))
    def lose_the_connection(self, milliseconds: float, *, restarted: bool) -> None:
        self.browser.cut()
        if restarted:
            self.server.restart()
        self.browser.pass_time(milliseconds)
        self.browser.reconnect()

    @rule(broken=st.booleans())
    def edit_a_table(self, *, broken: bool) -> None:
        self.server.dataset, self.server.space = (HALF, HALF_SPACE) if broken else (DATASET, SPACE)

    @rule()
    def come_to_rest(self) -> None:
        """Controls, address and figures agree, and the last change is applied."""
        self.server.dataset, self.server.space = DATASET, SPACE
        self.browser.pass_time(60_000)
        shown = self.browser.shown
        assert shown is not None
        assert not self.browser.outbox.state("busy")
        self.browser.send("message")
        self.browser.pass_time(5_000)
        shown = self.browser.shown
        assert shown is not None
        chosen = self.server.session["atlas_choice"]
        assert shown.filters == chosen.filters
        assert shown.page == self.server.page == self.browser.page
        assert self.browser.query == urlencode(chosen.query(SPACE))
        assert chosen.waiting == {}
        for name in VALUES:
            assert self.browser.control(name, SPACE) == to_query(chosen.filters, SPACE).get(
                name, ""
            )
        # A link leaves out default years.
        every = "-".join(map(str, SPACE.years))
        for name, text in self.last.items():
            found = to_query(chosen.filters, SPACE).get(name, "")
            assert found == ("" if text == every else text), (name, text, found)

    @invariant()
    def what_is_shown_can_be_chosen(self) -> None:
        type(self).steps += 1
        browser = getattr(self, "browser", None)
        if browser is None or browser.shown is None:
            return
        filters = browser.shown.filters
        first, last = SPACE.years
        assert first <= filters.years[0] <= filters.years[1] <= last
        assert set(filters.sectors) <= set(SPACE.sectors)
        assert filters.route in ("", *SPACE.routes, *SPACE.countries)


TestVisit = Visit.TestCase
TestVisit.settings = settings(
    max_examples=300,
    stateful_step_count=60,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def test_the_state_machine_took_ten_thousand_steps() -> None:
    assert Visit.steps >= 10_000
