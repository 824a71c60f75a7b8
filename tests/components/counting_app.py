"""The Atlas with a route `/counts`: garbage collections during runs, and existing sessions.

Housekeeping runs as in `serve.py`, with shorter times.
"""

import asyncio
import gc
import threading
import weakref
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from streamlit.runtime.app_session import AppSession

from components.process.figures import stored_generation
from components.server.housekeeping import Housekeeper, Schedule
from components.server.sessions import expire_closed_sessions, seconds_kept
from components.server.warm import warm_up

_SESSIONS: weakref.WeakSet[AppSession] = weakref.WeakSet()
_COUNTS = {"during_runs": 0, "housekeeping": 0}
_make = AppSession.__init__


def _noted(self: AppSession, *args: object, **kwargs: object) -> None:
    _make(self, *args, **kwargs)  # type: ignore[arg-type]
    _SESSIONS.add(self)


AppSession.__init__ = _noted  # type: ignore[method-assign]


def _count(phase: str, _info: dict[str, int]) -> None:
    if phase == "start":
        during_run = threading.current_thread().name == "ScriptRunner.scriptThread"
        _COUNTS["during_runs" if during_run else "housekeeping"] += 1


async def _counts(_request: Request) -> JSONResponse:
    return JSONResponse({**_COUNTS, "sessions": len(_SESSIONS)})


def _background(loop: asyncio.AbstractEventLoop, stop: threading.Event) -> None:
    warm_up()
    gc.callbacks.append(_count)
    Housekeeper(
        generation=stored_generation,
        expire=partial(expire_closed_sessions, loop),
        schedule=Schedule(tick=0.1, quiet=0.3, full_apart=0.5, sessions_kept=seconds_kept()),
    ).run(stop)


@asynccontextmanager
async def _beside(_app: st.App) -> AsyncIterator[None]:
    loop, stop = asyncio.get_running_loop(), threading.Event()
    threading.Thread(target=_background, args=(loop, stop), daemon=True).start()
    yield
    stop.set()


app = st.App(
    Path(__file__).parents[2] / "dashboard.py",
    lifespan=_beside,
    routes=[Route("/counts", _counts)],
)
