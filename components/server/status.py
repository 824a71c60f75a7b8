"""Routes `/health` and `/version`, for proxies and for programs that check the server."""

from dataclasses import dataclass
from enum import StrEnum

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from components.server.base_path import below_base
from components.server.protocol import build
from data.citation import VERSION

HEALTH, VERSIONS = "health", "version"

_HEADERS = {"Cache-Control": "no-store"}


class State(StrEnum):
    """State of the process."""

    STARTING = "starting"
    OK = "ok"
    FAILED = "failed"


@dataclass
class Status:
    """State of this process, which the preparation of the landing page sets."""

    state: State = State.STARTING


STATUS = Status()


async def _health(_request: Request) -> JSONResponse:
    code = 200 if STATUS.state is State.OK else 503
    return JSONResponse({"status": STATUS.state}, code, headers=_HEADERS)


async def _version(_request: Request) -> JSONResponse:
    return JSONResponse({"version": VERSION, "build": build()}, headers=_HEADERS)


def status_routes() -> list[Route]:
    """Return the routes of state and version, for `serve.py`.

    `/health` answers 200 after the landing page has been prepared, and 503 before that or if it
    failed.
    """
    return [
        Route(below_base(HEALTH), _health, methods=["GET"]),
        Route(below_base(VERSIONS), _version, methods=["GET"]),
    ]
