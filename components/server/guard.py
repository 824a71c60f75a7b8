"""ASGI middleware: security headers, closed routes, and refusal of foreign websockets."""

import re
from collections.abc import Iterable
from itertools import pairwise
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from components.server.base_path import below_base
from components.server.headers import ALWAYS, Header, page_headers
from components.server.preload import preload_link
from components.server.protocol import is_needed
from components.server.settings import Settings
from components.server.status import HEALTH

_CORE = "_stcore"
_OPEN = frozenset({"health", "host-config", "stream"})
"""Routes of Streamlit that pages use, below `_stcore`. The others take uploads, run the app for
programs, or state its load."""

_METRICS = "metrics"
_CLOSED_ENDS = re.compile(r"/(auth/(login|logout)|oauth2callback|component(/.*)?)/?")
"""Further closed routes below the base path: sign-in, and components of packages."""

_MISDIRECTED = 421


def _header(scope: Scope, name: bytes) -> bytes:
    return next((value for key, value in scope["headers"] if key == name), b"")


def _is_page(headers: Iterable[Header]) -> bool:
    """Return whether a browser could show the response as a document with scripts."""
    kind = next((value for key, value in headers if key.lower() == b"content-type"), b"").lower()
    return kind.startswith(b"text/html") or b"xml" in kind


def _host_of(address: str) -> str:
    try:
        return (urlsplit(address if "//" in address else f"//{address}").hostname or "").lower()
    except ValueError:
        return ""


def _trusted_hosts() -> set[str]:
    """Return the hosts from the configuration whose pages may open a websocket.

    They are `browser.serverAddress` and `server.corsAllowedOrigins`.
    """
    listed = config.get_option("server.corsAllowedOrigins")
    named = [config.get_option("browser.serverAddress"), *listed]
    return {_host_of(str(address)) for address in named} - {"", "localhost"}


def _may_connect(scope: Scope) -> bool:
    """Return whether a websocket comes from a page of this server or of a trusted host.

    Clients without `Origin` are not browsers, so they cannot be used for cross-site requests.
    """
    origin = _header(scope, b"origin").decode("latin-1")
    if not origin or not config.get_option("server.enableCORS"):
        return True
    try:
        own = urlsplit(origin).netloc.lower()
    except ValueError:
        return False
    host = _header(scope, b"host").decode("latin-1").lower()
    return bool(own) and (own == host or _host_of(origin) in _trusted_hosts())


def _as_own_origin(scope: Scope) -> Scope:
    """Return the scope with the host of the request as its origin.

    For any other origin, even a configured one, Streamlit would request the address of this
    computer from a server on the internet.
    """
    own = b"http://" + _header(scope, b"host")
    headers = [(key, own if key == b"origin" else value) for key, value in scope["headers"]]
    return {**scope, "headers": headers}


def _is_of_streamlit(scope: Scope) -> bool:
    """Return whether a websocket is that of Streamlit, not one of a talk."""
    return f"/{_CORE}/" in str(scope["path"])


def _needed_messages(receive: Receive) -> Receive:
    """Return a function that receives only what pages of the Atlas send."""

    async def receive_needed() -> Message:
        while True:
            message = await receive()
            content = message.get("bytes")
            if message["type"] != "websocket.receive" or (content and is_needed(content)):
                return message

    return receive_needed


def _is_named(scope: Scope) -> bool:
    """Return whether a request names the server as `server.allowedHosts` does.

    The state of the server is shown under every name, since proxies ask for it by number.
    """
    if scope["path"] == below_base(HEALTH) or not config.get_option("server.allowedHosts"):
        return True
    return is_host_allowed(_header(scope, b"host").decode("latin-1"))


def _wrong_name(scope: Scope) -> str:
    """Return, in the language of the browser, that the Atlas has no such name."""
    from data.language.languages import (  # noqa: PLC0415, for a faster start
        language,
        preferred_language,
    )

    accepted = _header(scope, b"accept-language").decode("latin-1")
    _ = language(preferred_language(accepted)).gettext
    return _(
        "The Atlas is not available under this name. Use the address that its operator gave you."
    )


async def _refuse(send: Send, status: int, saying: str) -> None:
    text = saying.encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(text)).encode()),
        # The body of a refused request is not read, so the connection cannot be reused.
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": text})


class Guard:
    """ASGI middleware that adds security headers and refuses requests that no page needs.

    Parameters
    ----------
    app : ASGI application
        The application to wrap.
    settings : Settings
        Settings of the operator.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._open = _OPEN | {_METRICS} if settings.open_metrics else _OPEN

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "websocket":
            if _is_of_streamlit(scope):
                # Streamlit checks the name of the server itself.
                allowed, receive = _may_connect(scope), _needed_messages(receive)
            else:
                allowed = _may_connect(scope) and _is_named(scope)
            if allowed:
                await self._app(_as_own_origin(scope), receive, send)
            else:
                await receive()
                await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": self._with_own(scope, message["headers"])}
            await send(message)

        if self._is_closed(scope["path"]):
            await _refuse(send_with_headers, 404, "Not Found")
        elif not _is_named(scope):
            await _refuse(send_with_headers, _MISDIRECTED, _wrong_name(scope))
        else:
            await self._app(scope, receive, send_with_headers)

    def _with_own(self, scope: Scope, headers: Iterable[Header]) -> list[Header]:
        found = list(headers)
        present = {key.lower() for key, _value in found}
        own = list(ALWAYS)
        if _is_page(found):
            own += page_headers(_header(scope, b"host"), self._settings)
            if link := preload_link(scope["path"].removeprefix(below_base(""))):
                own.append((b"link", link.encode()))
        return found + [(key, value) for key, value in own if key not in present]

    def _is_closed(self, path: str) -> bool:
        if _CLOSED_ENDS.fullmatch(path.removeprefix(below_base("").rstrip("/"))):
            return True
        parts = path.split("/")
        return any(
            part == _CORE and following not in self._open for part, following in pairwise(parts)
        )
