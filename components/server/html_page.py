"""Streamlit's HTML page with a script and a style of the Atlas, so that pages are drawn sooner."""

import re
from functools import lru_cache
from hashlib import sha256

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from components.assets import asset, installed_text, policy_digest, script
from components.server.base_path import below_base
from components.server.preload import COMPONENTS_OF_PAGES

_SCRIPT = script("server/connect.js")

_FRAME = re.compile(r"<(?=script type=.module)")
"""Beginning of the first script that runs; ours stands before it."""


CONNECT_DIGEST = policy_digest(_SCRIPT)
"""Digest of the script that opens the websocket sooner."""


def connecting(page: str) -> str:
    """Return an HTML page of Streamlit with our script and style, if it has a place for them.

    Parameters
    ----------
    page : str
        HTML page with the scripts of Streamlit's frame.
    """
    from components.templates import macro  # noqa: PLC0415, for a faster start

    found = _FRAME.search(page)
    if found is None:
        return page
    style = Markup(asset("server/html_page.css"))  # noqa: S704, from our files
    ours = macro("server/html_page.html", "inline")(style, Markup(_SCRIPT))  # noqa: S704
    return f"{page[: found.start()]}{ours}{page[found.start() :]}"


@lru_cache(maxsize=1)
def _page() -> tuple[str, str]:
    """Return the page and the header `ETag` of its text."""
    page = connecting(installed_text("streamlit", "static/index.html"))
    return page, f'"{sha256(page.encode()).hexdigest()[:20]}"'


async def _answer(request: Request) -> Response:
    page, tag = _page()
    headers = {"Cache-Control": "no-cache", "ETag": tag}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return HTMLResponse(page, headers=headers)


def page_routes() -> list[Route]:
    """Return the routes of the pages of the Atlas, for `serve.py`."""
    return [Route(below_base(page), _answer, methods=["GET"]) for page in COMPONENTS_OF_PAGES]
