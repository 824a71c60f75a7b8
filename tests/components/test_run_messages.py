"""The event loop takes the messages of a run together and in order."""

import asyncio
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.runtime import Runtime
from streamlit.runtime.scriptrunner import ScriptRunnerEvent

from components.server import run_messages

MESSAGE, STARTED, STOPPED = (
    ScriptRunnerEvent.ENQUEUE_FORWARD_MSG,
    ScriptRunnerEvent.SCRIPT_STARTED,
    ScriptRunnerEvent.SCRIPT_STOPPED_WITH_SUCCESS,
)


class Session:
    """What the events of a run need of a session."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self.woken = 0
        self.handled: list[object] = []

    def _call_soon_on_event_loop(self, callback: Callable[[], None]) -> None:
        self.woken += 1
        self._loop.call_soon_threadsafe(callback)


@pytest.fixture(autouse=True)
def _recorded(monkeypatch: pytest.MonkeyPatch) -> None:
    def handle(
        session: Session, _sender: object, event: ScriptRunnerEvent, message: object, **_rest: Any
    ) -> None:
        session.handled.append(message or event)
        if message == "broken":
            raise ValueError(message)

    monkeypatch.setattr(run_messages, "_handle", handle)


def told(session: Session, event: ScriptRunnerEvent, message: object = None) -> None:
    """Send an event of a run, as a thread of a run does."""
    run_messages._on_event(session, None, event, message)  # type: ignore[arg-type]


async def run(session: Session, messages: range) -> None:
    def go() -> None:
        told(session, STARTED)
        for number in messages:
            told(session, MESSAGE, f"message {number}")
        told(session, STOPPED)

    await asyncio.to_thread(go)
    await asyncio.sleep(0)


def test_order_is_kept_and_the_loop_is_woken_for_a_run_not_for_a_message(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Far longer than both runs take on a busy machine.
    monkeypatch.setattr(run_messages, "LONGEST_S", 60)

    async def both() -> Session:
        session = Session(asyncio.get_running_loop())
        await run(session, range(50))
        await run(session, range(50, 60))
        return session

    session = asyncio.run(both())
    first, second = (
        [f"message {number}" for number in part] for part in (range(50), range(50, 60))
    )
    assert session.handled == [STARTED, *first, STOPPED, STARTED, *second, STOPPED]
    of_starts_and_stops, of_the_time = 4, 1
    assert session.woken == of_starts_and_stops + of_the_time


def test_messages_of_a_long_run_do_not_wait_for_its_end() -> None:
    async def begun() -> list[object]:
        session = Session(asyncio.get_running_loop())
        told(session, MESSAGE, "first")
        told(session, MESSAGE, "second")
        await asyncio.sleep(4 * run_messages.LONGEST_S)
        told(session, MESSAGE, "third")
        await asyncio.sleep(4 * run_messages.LONGEST_S)
        return session.handled

    assert asyncio.run(begun()) == ["first", "second", "third"]


def test_a_message_that_fails_keeps_no_other_from_arriving() -> None:
    async def begun() -> list[object]:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _loop, _context: None)
        session = Session(loop)
        for message in ("first", "broken", "third"):
            told(session, MESSAGE, message)
        told(session, STOPPED)
        await asyncio.sleep(0.01)
        return session.handled

    assert asyncio.run(begun()) == ["first", "broken", "third", STOPPED]


def test_messages_enqueued_on_the_loop_do_not_wake_it(monkeypatch: pytest.MonkeyPatch) -> None:
    woken: list[object] = []
    monkeypatch.setattr(run_messages, "_wake", woken.append)

    async def enqueue() -> bool:
        objects = SimpleNamespace(
            eventloop=asyncio.get_running_loop(), need_send_data=asyncio.Event()
        )
        runtime: Any = SimpleNamespace(_get_async_objs=lambda: objects)
        run_messages._wake_once(runtime)
        assert not woken
        await asyncio.to_thread(run_messages._wake_once, runtime)
        assert woken == [runtime]
        return bool(objects.need_send_data.is_set())

    assert asyncio.run(enqueue())


def test_events_of_a_runner_that_has_ended_are_handled_before_there_is_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    created: list[object] = []

    def create(session: Session, data: object) -> None:
        created.append((data, list(session.handled)))

    monkeypatch.setattr(run_messages, "_create_runner", create)

    async def ended_while_the_loop_is_busy() -> Session:
        session = Session(asyncio.get_running_loop())
        for event, message in ((STARTED, None), (MESSAGE, "chart"), (STOPPED, None)):
            told(session, event, message)
        run_messages._create_runner_after_events(session, "of a fragment")  # type: ignore[arg-type]
        await asyncio.sleep(0.01)
        return session

    session = asyncio.run(ended_while_the_loop_is_busy())
    assert created == [("of a fragment", [STARTED, "chart", STOPPED])]
    assert session.handled == [STARTED, "chart", STOPPED]


def test_an_event_that_fails_keeps_no_runner_from_being_created(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    created: list[object] = []
    monkeypatch.setattr(run_messages, "_create_runner", lambda _session, data: created.append(data))

    async def failed() -> None:
        session: Any = Session(asyncio.get_running_loop())
        told(session, MESSAGE, "broken")
        with pytest.raises(ValueError, match="broken"):
            run_messages._create_runner_after_events(session, "wanted")  # type: ignore[arg-type]

    asyncio.run(failed())
    assert created == ["wanted"]


def test_sessions_create_their_runners_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for owner, name in (
        (AppSession, "_on_scriptrunner_event"),
        (AppSession, "_create_scriptrunner"),
        (Runtime, "_enqueued_some_message"),
    ):
        monkeypatch.setattr(owner, name, None)
    run_messages.hand_over_messages_together()
    assert AppSession._create_scriptrunner is run_messages._create_runner_after_events


def test_a_session_ignores_events_of_a_runner_once_there_is_another() -> None:
    """This is why they are handled before. What handling needs is missing on purpose."""

    async def told_of(sender: object) -> None:
        current: Any = object()
        another: Any = object()
        session: Any = SimpleNamespace(
            _event_loop=asyncio.get_running_loop(), _scriptrunner=current
        )
        AppSession._handle_scriptrunner_event_on_event_loop(
            session, current if sender == "current" else another, STOPPED
        )

    asyncio.run(told_of("another"))
    with pytest.raises(AttributeError):
        asyncio.run(told_of("current"))
