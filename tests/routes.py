"""Requests to routes of the server without a server."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.routing import BaseRoute
from starlette.types import ASGIApp

PATIENCE_S = 10.0


@dataclass(frozen=True)
class Answer:
    """Response of a route: status, headers by lower-case name, and body."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


def scope_of(path: str, fields: Mapping[str, str], **more: Any) -> dict[str, Any]:
    """Return the scope of a request or a websocket, with header fields."""
    address = urlsplit(f"http://atlas/{path}")
    return {
        "http_version": "1.1",
        "path": address.path,
        "raw_path": address.path.encode(),
        "root_path": "",
        "query_string": address.query.encode(),
        "headers": [
            (name.encode(), text.encode()) for name, text in {"host": "atlas", **fields}.items()
        ],
        "server": ("atlas", 80),
        "client": ("10.0.0.1", 50_000),
        **more,
    }


async def answered(
    app: ASGIApp,
    path: str,
    *,
    method: str = "GET",
    fields: Mapping[str, str] = MappingProxyType({}),
    body: bytes = b"",
) -> Answer:
    """Return the response of an application to a request."""
    sent: list[dict[str, Any]] = []
    scope = scope_of(path, fields, type="http", scheme="http", method=method)

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body}

    async def send(message: Any) -> None:
        sent.append(dict(message))

    await app(scope, receive, send)
    headers = {name.decode(): text.decode("latin-1") for name, text in sent[0]["headers"]}
    content = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(sent[0]["status"], headers, content)


def answer_of(
    routes: Sequence[BaseRoute],
    path: str,
    *,
    method: str = "GET",
    accepted: str = "",
    body: bytes = b"",
) -> Answer:
    """Return the response of the matching route to a request."""
    app = Starlette(routes=list(routes))
    fields = {"accept-language": accepted}
    return asyncio.run(answered(app, path, method=method, fields=fields, body=body))


class Line:
    """A websocket to an application, without a server.

    Parameters
    ----------
    app : ASGI application
        The application.
    path : str
        Path and parameters of the address.
    client : str
        Network address of the client.
    """

    def __init__(self, app: ASGIApp, path: str, client: str = "10.0.0.1") -> None:
        self._in: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._out: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        scope = scope_of(
            path, {}, type="websocket", scheme="ws", subprotocols=[], client=(client, 50_000)
        )
        self._in.put_nowait({"type": "websocket.connect"})
        self.task: asyncio.Future[None] = asyncio.ensure_future(
            app(scope, self._in.get, self._send)
        )

    async def _send(self, message: Any) -> None:
        self._out.put_nowait(dict(message))

    def say(self, **fields: object) -> None:
        """Send fields as JSON."""
        self._in.put_nowait({"type": "websocket.receive", "text": json.dumps(fields)})

    def say_text(self, text: str | None) -> None:
        """Send a text; None for a message of bytes."""
        self._in.put_nowait({"type": "websocket.receive", "text": text, "bytes": b"x"})

    def close(self) -> None:
        """Close the connection as a client."""
        self._in.put_nowait({"type": "websocket.disconnect", "code": 1001})

    async def _next(self) -> dict[str, Any]:
        while (found := await asyncio.wait_for(self._out.get(), PATIENCE_S))["type"].endswith(
            "accept"
        ):
            pass
        return found

    async def told(self) -> dict[str, Any]:
        """Return the fields of the next message."""
        fields: dict[str, Any] = json.loads((await self._next())["text"])
        return fields

    async def code(self) -> int:
        """Return the code with which the server closes the connection, after all messages."""
        while (found := await self._next())["type"] != "websocket.close":
            pass
        return int(found["code"])
