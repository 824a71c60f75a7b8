"""Routes of talks; the service is imported with the first request, for a faster start."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket

from components.server.base_path import below_base

FOLDER = "talk"
"""First path segment of the addresses of talks."""


async def _start(request: Request) -> Response:
    from components.talks.service import start_talk  # noqa: PLC0415, for a faster start

    return await start_talk(request)


async def _end(request: Request) -> Response:
    from components.talks.service import end_talk  # noqa: PLC0415, as above

    return await end_talk(request)


async def _audience(request: Request) -> Response:
    from components.talks.service import serve_audience  # noqa: PLC0415, as above

    return await serve_audience(request)


async def _presenter(request: Request) -> Response:
    from components.talks.service import serve_presenter  # noqa: PLC0415, as above

    return await serve_presenter(request)


async def _deck(request: Request) -> Response:
    from components.talks.service import serve_audience_deck  # noqa: PLC0415, as above

    return await serve_audience_deck(request)


async def _phone(socket: WebSocket) -> None:
    from components.talks.sockets import serve_phone  # noqa: PLC0415, as above

    await serve_phone(socket)


async def _window(socket: WebSocket) -> None:
    from components.talks.sockets import serve_window  # noqa: PLC0415, as above

    await serve_window(socket)


def talk_routes() -> list[BaseRoute]:
    """Return the routes of talks, for `serve.py`."""
    talk = below_base(f"{FOLDER}/{{code}}")
    return [
        Route(below_base(FOLDER), _start, methods=["POST"]),
        Route(talk, _audience, methods=["GET"]),
        Route(f"{talk}/present", _presenter, methods=["GET"]),
        Route(f"{talk}/end", _end, methods=["POST"]),
        Route(f"{talk}/deck/{{language}}", _deck, methods=["GET"]),
        WebSocketRoute(f"{talk}/follow", _phone),
        WebSocketRoute(f"{talk}/lead", _window),
    ]
