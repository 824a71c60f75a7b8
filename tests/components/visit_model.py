"""Model of user, browser, slow network and server, around the session code of the app.

The outbox script and the code for messages, links and selections are those of the app. The model
replaces Streamlit: it delivers messages and finished pages, drops them when the connection is lost,
and clears the session when the server is restarted.
"""

from collections import deque
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch
from urllib.parse import parse_qsl, urlencode

import components.controls.selections
from components.charts.interaction import ANSWER_CLICK, YEAR_CLICK
from components.controls.page_head import PAGE_HEAD, PAGES
from components.controls.selections import take_from_map, take_row, take_selection
from components.page import visit
from data.choice.parameters import Filters, FilterSpace
from data.choice.reading import to_query
from data.load.dataset import Dataset
from tests.scripts import Outbox

STEP_MS = 250
"""Time after which the model looks whether the outbox has sent something."""

HOME = PAGES[0].path
PATHS = tuple(entry.path for entry in PAGES)


@dataclass(frozen=True)
class Request:
    """A message of the browser: kind, page, address at that time, and content."""

    kind: str
    page: str
    query: str
    content: Any = None


@dataclass(frozen=True)
class Answer:
    """A finished page: its filters, its changes of the address, and its confirmed message."""

    page: str
    query: str
    filters: Filters
    taken: tuple[str, int]
    replaces: bool
    written: str | None


class Query(dict[str, str]):
    """Replacement of `st.query_params`."""

    written: str | None = None

    def get_all(self, name: str) -> list[str]:
        """Return every value of a parameter."""
        return [self[name]]

    def from_dict(self, query: dict[str, str]) -> None:
        """Replace the address."""
        self.clear()
        self.update(query)
        self.written = urlencode(query)


@dataclass
class Server:
    """Session code of the app with its session state."""

    dataset: Dataset
    space: FilterSpace
    session: dict[str, Any] = field(default_factory=dict)
    page: str = HOME

    def restart(self) -> None:
        """Clear the session."""
        self.session = {}
        self.page = HOME

    def run(self, request: Request) -> list[Answer]:
        """Return the responses of the app to a request."""
        full = request.kind in {"open", "history", "reconnect"}
        if not full and (request.page != self.page or "atlas_choice" not in self.session):
            # The fragment of the message no longer exists.
            return []
        query = Query(parse_qsl(request.query))
        stand_in = SimpleNamespace(
            session_state=self.session,
            query_params=query,
            context=SimpleNamespace(locale="tr-TR", headers={}),
        )
        with (
            patch.object(visit, "st", stand_in),
            patch.object(components.controls.selections, "st", stand_in),
            patch.object(visit, "stored", lambda: (self.dataset, self.space)),
            patch.object(visit, "_came_by_history", lambda: request.kind == "history"),
        ):
            self._call_back(request)
            if full:
                self.page = request.page
            return [self._draw(query, entered=full)]

    def _call_back(self, request: Request) -> None:
        """Call the callbacks that Streamlit calls before a run."""
        key = "component"
        self.session.pop(PAGE_HEAD, None)
        self.session.pop(key, None)
        if request.kind == "message":
            self.session[PAGE_HEAD] = {"gesture": request.content}
        elif request.content is not None:
            self.session[key] = request.content
        visit.take_message(PAGE_HEAD)
        if request.kind == "chart":
            take_selection("trade_turnover", key, self.space, lambda answer: (answer,))
        elif request.kind == "map":
            take_from_map(key)
        elif request.kind == "row":
            take_row(key, ["btc", "RU"])

    def _draw(self, query: Query, *, entered: bool) -> Answer:
        if entered:
            visit.open_address(self.dataset, self.space)
            visit.enter_page(self.page)
        choice = visit.current_choice(self.dataset, self.space)
        wanted = visit.wanted_page()
        if wanted in set(PATHS) - {self.page}:
            self.page = wanted
            address = choice.query(self.space)
            query.from_dict(address)
            return self._draw(query, entered=True)
        taken, replaces = visit.taken_message(), choice.addressed
        visit.show_in_address(self.space)
        return Answer(
            page=self.page,
            query=urlencode(choice.query(self.space)),
            filters=choice.filters,
            taken=taken,
            replaces=replaces,
            written=query.written,
        )


class Browser:
    """A browser tab: outbox, history and current page."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.round_trip_ms = 0.0
        self.connected = True
        self.history: list[tuple[str, str]] = []
        self.place = -1
        self.clock = 0.0
        self.open(HOME, "")

    def open(self, page: str, query: str) -> None:
        """Open an external link, in a new session."""
        self.server.restart()
        self.outbox = Outbox()
        self.shown: Answer | None = None
        self.up: deque[tuple[float, Request]] = deque()
        self.down: deque[tuple[float, Answer]] = deque()
        self.history = self.history[: self.place + 1]
        self.history.append((page, query))
        self.place += 1
        self.send("open")

    @property
    def page(self) -> str:
        """Page in the address."""
        return self.history[self.place][0]

    @property
    def query(self) -> str:
        """Query string in the address."""
        return self.history[self.place][1]

    def send(self, kind: str, content: Any = None) -> None:
        """Send a message to the server; without a connection it is lost."""
        # Messages of elements have the shown page, which may differ from the address after back.
        page = self.shown.page if self.shown and kind not in {"open", "history"} else self.page
        if self.connected:
            due = self.clock + self.round_trip_ms / 2
            self.up.append((due, Request(kind, page, self.query, content)))

    def put(self, **changes: str) -> None:
        """Use a control of the page, if the page is drawn."""
        if self.shown is None:
            return
        self.outbox.put(**changes)
        self._send_messages()

    def go(self, steps: int) -> None:
        """Use the back or forward button."""
        place = self.place + steps
        if self.shown is None or not 0 <= place < len(self.history):
            return
        self.place = place
        self.outbox.leave()
        self.send("history")

    def cut(self) -> None:
        """Lose the connection and all undelivered messages."""
        self.connected = False
        self.up.clear()
        self.down.clear()

    def reconnect(self) -> None:
        """Restore the connection; the browser then requests the whole page."""
        if not self.connected:
            self.connected = True
            self.outbox.reconnected()
            self._send_messages()
            self.send("reconnect")

    def pass_time(self, milliseconds: float) -> None:
        """Advance the clock, and deliver due messages."""
        end = self.clock + milliseconds
        while self.clock < end:
            dues = [queue[0][0] for queue in (self.up, self.down) if queue]
            until = max(self.clock, min([*dues, end]))
            left = self.outbox.pass_until_sent(until - self.clock, STEP_MS)
            self.clock = until - left
            self._send_messages()
            self._deliver()

    def _send_messages(self) -> None:
        for message in self.outbox.sent():
            self.send("message", message)

    def _deliver(self) -> None:
        while self.up and self.up[0][0] <= self.clock:
            _due, request = self.up.popleft()
            for answer in self.server.run(request):
                self.down.append((self.clock + self.round_trip_ms / 2, answer))
        while self.down and self.down[0][0] <= self.clock:
            _due, answer = self.down.popleft()
            self._show(answer)

    def _show(self, answer: Answer) -> None:
        if answer.page != self.page:
            self._push((answer.page, answer.written or self.query))
        elif answer.written is not None and answer.written != self.query:
            self._push((answer.page, answer.written))
        self.shown = answer
        self.outbox.connect()
        self.outbox.confirm(*answer.taken)
        if answer.replaces and self.outbox.is_latest(*answer.taken):
            self.history[self.place] = (answer.page, answer.query)
        self._send_messages()

    def _push(self, entry: tuple[str, str]) -> None:
        self.history = [*self.history[: self.place + 1], entry]
        self.place += 1

    def control(self, parameter: str, space: FilterSpace) -> str:
        """Return the value shown by the control of a parameter."""
        assert self.shown is not None
        own = self.outbox.pending(parameter)
        return to_query(self.shown.filters, space).get(parameter, "") if own is None else own


def years_selection(years: list[Any]) -> dict[str, Any]:
    """Return Streamlit's selection state for clicked years."""
    return {"selection": {YEAR_CLICK: [{"year": year} for year in years]}}


def answers_selection(answers: list[Any]) -> dict[str, Any]:
    """Return Streamlit's selection state for clicked answers."""
    return {"selection": {ANSWER_CLICK: [{"answer": answer} for answer in answers]}}
