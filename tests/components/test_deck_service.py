"""Files of decks on the server: building, progress, cancellation, limits and errors."""

import io
import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.requests import Request

from components.decks import document
from components.export import deck_service, route
from components.export.computer import atlas_address
from components.export.deck_building import build_tasks
from components.export.deck_kinds import DECK_KINDS, DeckOptions
from components.export.deck_worker import BuildState, DeckWorker
from components.export.held_decks import HELD, HeldDecks
from components.export.worker import BusyError
from data.decks.files import deck_text
from data.decks.model import ANY, Deck, Slide, Words
from tests.routes import Answer, answer_of

DECK = Deck(
    title=Words({ANY: "</title><script>alert(1)</script>"}),
    slides=(Slide(message=Words({ANY: "One"})), Slide(figure="trade_balance", choice="years=1")),
)
PATIENCE_S = 120
HTML = DeckOptions(kind="html", code="en", theme="light")


@pytest.fixture(scope="module", autouse=True)
def _one_process() -> Iterator[None]:
    yield
    deck_service.WORKER.end_process()


def ask(path: str, *, accepted: str = "") -> Answer:
    """Request a file of a deck."""
    return answer_of(route.export_routes(), f"export/deck/{path}", accepted=accepted)


def state(path: str) -> dict[str, Any]:
    """Return the progress of a file."""
    found: dict[str, Any] = json.loads(ask(f"{path}&state=1").body)
    return found


def test_a_deck_is_built_with_progress_and_kept() -> None:
    digest = HELD.hold(DECK)
    path = f"{digest}.html?lang=kk&theme=dark"
    page = ask(path)
    assert page.headers["refresh"] == "1"
    assert f"{digest}" not in page.text
    deadline = time.monotonic() + PATIENCE_S
    while state(path)["state"] != BuildState.READY:
        assert time.monotonic() < deadline
        time.sleep(0.2)
    assert state(path) == {"state": "ready", "done": 2, "total": 2}
    shown = ask(path)
    assert shown.headers["content-disposition"].startswith("inline")
    assert "default-src 'none'" in shown.headers["content-security-policy"]
    assert "refresh" not in shown.headers
    assert '<html lang="kk"' in shown.text
    assert "<script>alert" not in shown.text
    saved = ask(f"{path}&save=1")
    assert saved.headers["content-disposition"] == 'attachment; filename="atlas_deck_kk.html"'
    assert saved.body == shown.body


def test_the_deck_file_is_saved_as_it_is_held() -> None:
    saved = ask(f"{HELD.hold(DECK)}.json?lang=tr&theme=light")
    assert saved.text == deck_text(DECK)
    assert saved.headers["content-disposition"] == 'attachment; filename="atlas_deck_tr.json"'


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("ab.html?lang=en", 404, "does not have this deck any more"),
        ("ab.exe?lang=en", 404, "no file of this name"),
        (f"{'a' * 200}.html?lang=en", 404, "no file of this name"),
        ("ab.html?lang=xx&theme=light", 400, "lang=xx"),
        ("ab.html?lang=en&theme=&lt;b&gt;", 400, "theme="),
        ("ab.html?lang=en&lang=kk", 400, "lang=en"),
        ("ab.html?years=2019", 400, "years=2019"),
    ],
)
def test_a_wrong_address_is_answered_with_a_page(path: str, status: int, said: str) -> None:
    answer = ask(path, accepted="en")
    assert (answer.status, said in answer.text) == (status, True)
    assert "<b>" not in answer.text


def test_a_build_is_cancelled_and_built_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deck_service, "WORKER", DeckWorker())
    digest = HELD.hold(Deck(slides=(Slide(message=Words({ANY: "Cancelled"})),)))
    path = f"{digest}.html?lang=en&theme=light"
    assert state(f"{path}&cancel=1")["state"] == "cancelled"
    assert state(path)["state"] in ("waiting", "building")
    cancelled = ask(f"{path}&cancel=1")
    assert "Build again" in cancelled.text
    assert "refresh" not in cancelled.headers
    assert state(path)["state"] in ("waiting", "building")
    ask(f"{path}&cancel=1")
    deck_service.WORKER.end_process()


class Still(DeckWorker):
    """A worker that builds nothing."""

    def _work(self) -> None:
        pass


def test_the_queue_has_a_limit_and_drops_what_nobody_asks_for() -> None:
    worker = Still(longest_queue=2, forgotten_s=0.0)
    first = worker.ask("a", "", HTML)
    assert worker.ask("a", "", HTML) is first
    worker.ask("b", "", HTML)
    with pytest.raises(BusyError):
        worker.ask("c", "", HTML)
    worker.cancel("a")
    assert first.state is BuildState.CANCELLED
    assert worker.ask("a", "", HTML) is not first
    worker.idle_s = 0.01
    time.sleep(0.01)
    assert worker._next() is None
    assert worker.state_of("b").state is BuildState.CANCELLED  # type: ignore[union-attr]


def test_a_finished_build_can_be_forgotten_a_waiting_one_not() -> None:
    worker = Still()
    waiting = worker.ask("a", "", HTML)
    worker.forget("a")
    assert worker.state_of("a") is waiting
    worker.cancel("a")
    worker.forget("a")
    worker.forget("none")
    assert worker.state_of("a") is None


def test_a_process_that_ends_fails_its_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("components.export.deck_worker.COMMAND", ("true",))
    worker = DeckWorker()
    build = worker.ask("a", deck_text(DECK), HTML)
    deadline = time.monotonic() + PATIENCE_S
    while not build.ended:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert build.state is BuildState.FAILED
    assert worker.ask("a", deck_text(DECK), HTML) is not build


def test_the_process_reports_progress_and_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "vega_bundle", lambda: "/* Vega */")
    request = {"kind": "html", "code": "en", "theme": "light", "notes": False, "address": ""}
    task = json.dumps({"deck": deck_text(DECK), "request": request}).encode()
    output = io.BytesIO()
    build_tasks([task, b"{}", task.replace(b'"html"', b'"exe"')], output)
    output.seek(0)
    heads = [json.loads(output.readline()) for _ in range(4)]
    assert heads[:3] == [{"done": done, "total": 2} for done in range(3)]
    assert output.read(heads[3]["size"]).startswith(b"<!doctype html>")
    faults = [json.loads(output.readline()) for _ in range(2)]
    assert [(fault["size"], bool(fault["fault"])) for fault in faults] == [(0, True)] * 2


@pytest.mark.parametrize(
    ("kind", "start"), [("pptx", b"PK"), ("pdf", b"%PDF"), ("handout", b"%PDF")]
)
def test_the_process_writes_every_kind_of_file(kind: str, start: bytes) -> None:
    request = {"kind": kind, "code": "kk", "theme": "light", "notes": False, "address": ""}
    output = io.BytesIO()
    build_tasks([json.dumps({"deck": deck_text(DECK), "request": request}).encode()], output)
    output.seek(0)
    head = json.loads(output.readline())
    while "size" not in head:
        assert head["done"] <= head["total"]
        head = json.loads(output.readline())
    assert head["fault"] == ""
    assert output.read(head["size"]).startswith(start)


def test_held_decks_have_limits() -> None:
    decks = [Deck(slides=(Slide(message=Words({ANY: str(number)})),)) for number in range(4)]
    held = HeldDecks(most=2)
    digests = [held.hold(deck) for deck in decks]
    assert [held.get(digest) is not None for digest in digests] == [False, False, True, True]
    assert held.hold(decks[2]) == digests[2]
    small = HeldDecks(largest=len(deck_text(decks[0])))
    assert small.get(small.hold(decks[0]))
    assert small.get(small.hold(decks[1]))
    assert small.get(digests[0]) is None
    assert HeldDecks(largest=1).get(HeldDecks(largest=1).hold(decks[0])) is None


def request_at(host: str, path: str = "/export/deck/a.html") -> Request:
    """Return a request to a host."""
    scope = {
        "type": "http",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "query_string": b"",
        "headers": [(b"host", host.encode())],
    }
    return Request(scope)


def test_links_of_slides_lead_to_the_address_of_the_request() -> None:
    assert atlas_address(request_at("atlas.example:80")) == "http://atlas.example:80/"
    below = request_at("atlas.example", "/base/export/deck/a.html")
    assert atlas_address(below) == "http://atlas.example/base/"
    own = atlas_address(request_at("localhost:8501"))
    assert own.startswith("http://")
    assert own.endswith(":8501/")
    assert "localhost:" not in own
    assert atlas_address(request_at('a"><script>')) == ""


def test_every_kind_of_file_is_complete() -> None:
    for code, kind in DECK_KINDS.items():
        assert kind.code == code == kind.code.strip("./")
        assert kind.media_type
        assert kind.name
    assert any(kind.shows for kind in DECK_KINDS.values())
