"""Messages of a run, handed to the event loop together instead of one by one.

Streamlit 1.67 wakes the event loop twice for each message of a run, up to a hundred times for one
change of filters. The loop then competes with the run for the interpreter lock. A run with filled
caches takes a few milliseconds, so its messages are handed over at its end; those of a longer run
after `LONGEST_S`, so that a page still appears bit by bit.
"""

import asyncio
import threading
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from streamlit.runtime.app_session import AppSession
from streamlit.runtime.runtime import Runtime
from streamlit.runtime.scriptrunner import RerunData, ScriptRunner, ScriptRunnerEvent

LONGEST_S = 0.03
"""Longest time for which a message is held, in seconds."""

_handle = AppSession._handle_scriptrunner_event_on_event_loop
_create_runner = AppSession._create_scriptrunner
_wake = Runtime._enqueued_some_message


class _Held:
    """Events of the runs of a session that the event loop has not handled, in their order."""

    def __init__(self) -> None:
        self.events: deque[Callable[[], None]] = deque()
        self.timed = False

    def deliver(self) -> None:
        """Handle all events; on the event loop."""
        try:
            while self.events:
                self.events.popleft()()
        finally:
            if self.events:
                # One failed; the loop logs that, and the others are handled all the same.
                asyncio.get_running_loop().call_soon(self.deliver)

    def deliver_later(self) -> None:
        """Handle all events after a while; on the event loop."""
        asyncio.get_running_loop().call_later(LONGEST_S, self._time_is_over)

    def _time_is_over(self) -> None:
        # First, so that an event held from now on is either handled below or timed anew.
        self.timed = False
        self.deliver()


_HELD: WeakKeyDictionary[AppSession, _Held] = WeakKeyDictionary()
_LOCK = threading.Lock()


def _held_of(session: AppSession) -> _Held:
    with _LOCK:
        return _HELD.setdefault(session, _Held())


def _on_event(
    session: AppSession,
    sender: ScriptRunner | None,
    event: ScriptRunnerEvent,
    forward_msg: Any = None,  # noqa: ANN401, signature of Streamlit
    **details: Any,  # noqa: ANN401, signature of Streamlit
) -> None:
    """Hold a message of a run; hand over everything that is held with any other event."""
    held = _held_of(session)
    held.events.append(partial(_handle, session, sender, event, forward_msg, **details))
    if event is not ScriptRunnerEvent.ENQUEUE_FORWARD_MSG:
        session._call_soon_on_event_loop(held.deliver)
    elif not held.timed:
        held.timed = True
        session._call_soon_on_event_loop(held.deliver_later)


def _create_runner_after_events(session: AppSession, initial_rerun_data: RerunData) -> None:
    """Create a runner after the events of the last one are handled; on the event loop.

    A runner that has ended takes no other request, while its last events may still be held. Once
    there is another runner, a session ignores them: a page stayed without its last charts if its
    browser sent something at this moment.
    """
    try:
        _held_of(session).deliver()
    finally:
        _create_runner(session, initial_rerun_data)


def _wake_once(runtime: Runtime) -> None:
    """Have messages sent; without waking the event loop if it is this thread."""
    objects = runtime._get_async_objs()
    if asyncio._get_running_loop() is objects.eventloop:
        objects.need_send_data.set()
    else:
        _wake(runtime)


def hand_over_messages_together() -> None:
    """Let the event loop take the messages of a run together."""
    AppSession._on_scriptrunner_event = _on_event  # type: ignore[assignment, method-assign]
    AppSession._create_scriptrunner = _create_runner_after_events  # type: ignore[assignment, method-assign]
    Runtime._enqueued_some_message = _wake_once  # type: ignore[assignment, method-assign]
