"""Streamlit's HTML page with the script that opens the websocket sooner."""

import asyncio
import json
import re
from pathlib import Path

import pytest
from py_mini_racer import MiniRacer
from starlette.applications import Starlette
from starlette.types import Message, Scope
from streamlit import config
from streamlit.file_util import get_static_dir

from components.assets import asset, policy_digest, script
from components.controls.page_head import PAGES
from components.server.headers import INLINE_SCRIPTS
from components.server.html_page import connecting, page_routes

OF_STREAMLIT = (Path(get_static_dir()) / "index.html").read_text(encoding="utf-8")


def answer(path: str, tag: str = "") -> tuple[int, dict[str, str], str]:
    """Status, headers and body with which the routes of the pages answer."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope: Scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "root_path": "",
        "query_string": b"",
        "headers": [(b"if-none-match", tag.encode())] if tag else [],
    }
    asyncio.run(Starlette(routes=page_routes())(scope, receive, send))
    start, body = sent
    headers = {name.decode(): value.decode() for name, value in start["headers"]}
    return start["status"], headers, body["body"].decode()


@pytest.mark.parametrize("page", [entry.address for entry in PAGES])
def test_every_page_has_style_and_script_before_those_of_streamlit(page: str) -> None:
    status, headers, body = answer(f"/{page}")
    assert status == 200
    assert headers["content-type"].startswith("text/html")
    assert headers["cache-control"] == "no-cache"
    style, text = asset("server/html_page.css"), script("server/connect.js")
    ours = f"<style>{style}</style><script>{text}</script>"
    assert body.count(ours) == 1
    before, after = body.split(ours)
    assert " src=" not in before
    assert 'type="module"' in after
    # Nothing else differs from what Streamlit serves.
    assert before + after == OF_STREAMLIT


def test_a_browser_that_has_the_page_gets_no_second_copy() -> None:
    _status, headers, _body = answer("/trade")
    status, again, body = answer("/trade", headers["etag"])
    assert (status, body) == (304, "")
    assert again["etag"] == headers["etag"]
    assert answer("/trade", '"old"')[0] == 200


def test_pages_are_below_the_base_path() -> None:
    before = config.get_option("server.baseUrlPath")
    config.set_option("server.baseUrlPath", "atlas")
    try:
        assert answer("/atlas/trade")[0] == answer("/atlas/")[0] == 200
        assert answer("/trade")[0] == 404
    finally:
        config.set_option("server.baseUrlPath", before)


def test_every_inline_script_of_a_page_is_allowed_and_no_other() -> None:
    _status, _headers, body = answer("/")
    found = re.findall(r"<script>(.*?)</script>", body, flags=re.DOTALL)
    assert tuple(policy_digest(text) for text in found) == INLINE_SCRIPTS


def test_a_page_without_a_place_for_the_script_is_unchanged() -> None:
    assert connecting("<html></html>") == "<html></html>"


@pytest.mark.parametrize(
    ("path", "base"), [("/", "/"), ("/trade", "/"), ("/atlas/", "/atlas/"), ("/a/b/trade", "/a/b/")]
)
def test_the_script_names_the_folder_of_the_page_as_address_of_the_server(
    path: str, base: str
) -> None:
    engine = MiniRacer()
    place = {"origin": "https://example.org:8443", "pathname": path}
    engine.eval(f"globalThis.location = {json.dumps(place)};\n{script('server/connect.js')}; 0")
    known = json.loads(str(engine.eval("JSON.stringify(__streamlit)")))
    assert known["BACKEND_BASE_URL"] == f"https://example.org:8443{base}"
    # Streamlit asks for both first unless they are set, and the list of origins is not empty.
    assert known["HOST_CONFIG"]["useExternalAuthToken"] is False
    assert known["HOST_CONFIG"]["allowedOrigins"] == ["https://none.invalid"]
