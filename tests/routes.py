"""Requests to routes of the server without a server."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.routing import Route


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


def answer_of(
    routes: Sequence[Route],
    path: str,
    *,
    method: str = "GET",
    accepted: str = "",
    body: bytes = b"",
) -> Answer:
    """Return the response of the matching route to a request."""
    address = urlsplit(f"http://atlas/{path}")
    sent: list[dict[str, Any]] = []
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": address.path,
        "raw_path": address.path.encode(),
        "root_path": "",
        "query_string": address.query.encode(),
        "headers": [(b"host", b"atlas"), (b"accept-language", accepted.encode())],
        "server": ("atlas", 80),
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body}

    async def send(message: Any) -> None:
        sent.append(dict(message))

    asyncio.run(Starlette(routes=list(routes))(scope, receive, send))
    headers = {name.decode(): text.decode("latin-1") for name, text in sent[0]["headers"]}
    content = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(sent[0]["status"], headers, content)
