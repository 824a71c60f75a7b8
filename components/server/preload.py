"""Early requests of the scripts that a page draws with.

Streamlit's page asks for the script of an element when the first message about it arrives. Named in
a header, scripts are fetched and compiled while the browser waits for that message, after those
that the page itself names.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from http import HTTPStatus
from pathlib import Path

import streamlit
from starlette.types import ASGIApp, Message, Receive, Scope, Send

STATIC = Path(streamlit.__file__).parent / "static"

SCRIPTS = STATIC / "static" / "js"

ADDRESS = "./static/js/"

ELEMENTS = ("BidiComponent",)
"""Scripts of elements on every page, by the first part of their name."""

CHARTS = ("ArrowVegaLiteChart", "loadVegaEmbed", "embed", "vega-interpreter")

OF_PAGE = {
    "energy_routes": (*ELEMENTS, *CHARTS, "DeckGlJsonChart"),
    "sources": (*ELEMENTS, "DataFrame"),
}
"""Scripts of pages that draw other elements than charts, by the last part of their address."""

LEAST_BYTES = 20_000
"""Smallest size of scripts that are named."""

_HEAD_BYTES = 20_000
"""Imports stand at the beginning of a script."""

_IMPORT = re.compile(r'(?:from|import)"\./([\w.-]+\.js)"')


def _imported(names: tuple[str, ...]) -> Iterator[Path]:
    """Yield the scripts of elements and what they import, each once."""
    waiting = [path for name in names for path in sorted(SCRIPTS.glob(f"{name}.*.js"))]
    seen: set[Path] = set()
    while waiting:
        path = waiting.pop(0)
        if path in seen or not path.is_file():
            continue
        seen.add(path)
        yield path
        with path.open(encoding="utf-8", errors="replace") as script:
            waiting += [path.parent / name for name in _IMPORT.findall(script.read(_HEAD_BYTES))]


@lru_cache(maxsize=8)
def preload_header(page: str) -> bytes:
    """Return the header `Link` of a page.

    Parameters
    ----------
    page : str
        Last part of its address; empty for the landing page.
    """
    names = OF_PAGE.get(page, (*ELEMENTS, *CHARTS))
    own = (STATIC / "index.html").read_text(encoding="utf-8")
    links = (
        f"<{ADDRESS}{path.name}>; rel=modulepreload; fetchpriority=low"
        for path in _imported(names)
        if path.stat().st_size >= LEAST_BYTES and path.name not in own
    )
    return ", ".join(links).encode()


class Preload:
    """ASGI middleware that names the scripts of a page in a header.

    Parameters
    ----------
    app : ASGI application
        The application to wrap.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def send_with_links(message: Message) -> None:
            if message["type"] == "http.response.start":
                kind = dict(message["headers"]).get(b"content-type", b"")
                if message["status"] == HTTPStatus.OK and kind.startswith(b"text/html"):
                    page = scope["path"].rstrip("/").rpartition("/")[2]
                    link = preload_header(page if page in OF_PAGE else "")
                    message = {**message, "headers": [*message["headers"], (b"link", link)]}
            await send(message)

        await self._app(scope, receive, send_with_links if scope["type"] == "http" else send)
