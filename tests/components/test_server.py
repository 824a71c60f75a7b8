"""HTTP behaviour of the server: headers, closed routes, foreign hosts, limits."""

import asyncio
import json
import tomllib
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
import websockets
from starlette.types import Message, Receive, Scope, Send

from components.server.guard import Guard
from components.server.headers import content_policy
from components.server.settings import Settings, settings_from
from tests.benchmark.visitor import FailedRunError, Visitor
from tests.browser.server import REPOSITORY, running_server
from tests.components.asking import ask

PAGES = ("", "trade", "nowhere")
CONFIGURATION = tomllib.loads(
    (REPOSITORY / ".streamlit" / "config.toml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with running_server() as server:
        yield server.address


@pytest.fixture(scope="module")
def opened() -> Iterator[str]:
    """Address of a server with open metrics that a repository may frame."""
    options = {
        "ATLAS_FRAME_ANCESTORS": "https://theses.example.org",
        "ATLAS_OPEN_METRICS": "1",
        "STREAMLIT_SERVER_CORS_ALLOWED_ORIGINS": "https://theses.example.org",
    }
    with running_server(options=options) as server:
        yield server.address


def directives(policy: str) -> dict[str, list[str]]:
    """Return the sources of a policy by directive."""
    parts = (part.split() for part in policy.split(";"))
    return {name: sources for name, *sources in parts}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_its_content_security_policy(address: str, page: str) -> None:
    status, headers, _body = ask(address, f"/{page}")
    assert status == 200
    host = urlsplit(address).netloc
    policy = directives(headers["content-security-policy"])
    assert policy["default-src"] == ["'self'"]
    assert policy["object-src"] == ["'none'"]
    assert policy["base-uri"] == ["'self'"]
    assert policy["frame-ancestors"] == ["'self'"]
    assert policy["connect-src"] == ["'self'", "data:", "blob:", f"ws://{host}", f"wss://{host}"]
    assert "'unsafe-inline'" not in policy["script-src"]
    assert not [source for sources in policy.values() for source in sources if source == "*"]
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/_stcore/health",
        "/_stcore/host-config",
        "/_stcore/metrics",
        "/app/static/basemap/small.json",
        "/static/none.js",
        "/media/none.svg",
        "//elsewhere",
    ],
)
def test_every_response_forbids_content_sniffing(address: str, path: str) -> None:
    _status, headers, _body = ask(address, path)
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS"])
@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/_stcore/metrics?families=session_events", "/_stcore/metrics/"]
)
def test_metrics_are_closed(address: str, path: str, method: str) -> None:
    status, _headers, body = ask(address, path, method)
    assert status == 404
    assert b"cache" not in body


def test_metrics_are_served_with_an_option(opened: str) -> None:
    status, _headers, body = ask(opened, "/_stcore/metrics")
    assert status == 200
    assert b"# EOF" in body


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS"])
def test_file_uploads_are_refused(address: str, method: str) -> None:
    body = b"x" * 5_000_000 if method == "PUT" else None
    try:
        status, _headers, _body = ask(
            address, "/_stcore/upload_file/session/file", method, body=body
        )
    except ConnectionError:
        return  # The server closes the connection instead of reading a body.
    assert status == 404


def test_no_other_host_may_send_messages_to_the_page(address: str) -> None:
    status, _headers, body = ask(address, "/_stcore/host-config")
    assert status == 200
    assert json.loads(body)["allowedOrigins"] == []


def test_no_response_allows_cross_origin_access(address: str) -> None:
    for path in ("/", "/_stcore/health", "/_stcore/host-config"):
        _status, headers, _body = ask(address, path, headers={"Origin": "https://evil.example"})
        assert "access-control-allow-origin" not in headers


async def _connect(address: str, origin: str | None, host: str = "") -> None:
    netloc = urlsplit(address).netloc
    port = urlsplit(address).port
    async with websockets.connect(
        f"ws://{host or netloc}/_stcore/stream",
        host="localhost",
        port=port,
        origin=websockets.Origin(origin) if origin else None,
        subprotocols=[websockets.Subprotocol("streamlit")],
    ):
        pass


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "http://localhost:1",
        "https://share.streamlit.io",
        "null",
        "http://[::1",
        "http://localhost:8501.evil.example",
    ],
)
def test_a_foreign_page_may_not_open_a_websocket(address: str, origin: str) -> None:
    with pytest.raises(websockets.InvalidStatus) as refused:
        asyncio.run(_connect(address, origin))
    assert refused.value.response.status_code == 403


@pytest.mark.parametrize("host", ["", "hall-pc:8501", "192.168.1.20:8501", "[fe80::1]:8501"])
def test_every_local_host_name_may_open_a_websocket(address: str, host: str) -> None:
    own = host or urlsplit(address).netloc
    asyncio.run(_connect(address, f"http://{own}", host))
    asyncio.run(_connect(address, None, host))


def test_a_configured_host_may_open_a_websocket(opened: str) -> None:
    asyncio.run(_connect(opened, "https://theses.example.org"))
    with pytest.raises(websockets.InvalidStatus):
        asyncio.run(_connect(opened, "https://other.example.org"))


@pytest.mark.parametrize(
    ("origin", "passed"),
    [
        (b"https://evil.example", []),
        (b"https://theses.example.org", [b"http://hall-pc:8501"]),
        (b"http://hall-pc:8501", [b"http://hall-pc:8501"]),
    ],
)
def test_streamlit_gets_no_origin_that_would_cause_an_external_request(
    origin: bytes, passed: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bytes] = []

    async def inner(scope: Scope, _receive: Receive, _send: Send) -> None:
        seen.append(dict(scope["headers"])[b"origin"])

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(_message: Message) -> None:
        pass

    options = {
        "server.enableCORS": True,
        "server.corsAllowedOrigins": ["https://theses.example.org"],
        "browser.serverAddress": "localhost",
    }
    monkeypatch.setattr("components.server.guard.config.get_option", options.__getitem__)
    scope = {
        "type": "websocket",
        "path": "/_stcore/stream",
        "headers": [(b"host", b"hall-pc:8501"), (b"origin", origin)],
    }
    asyncio.run(Guard(inner, Settings())(scope, receive, send))
    assert seen == passed


def test_a_configured_repository_may_frame_the_page(opened: str) -> None:
    _status, headers, _body = ask(opened, "/")
    policy = directives(headers["content-security-policy"])
    assert policy["frame-ancestors"] == ["'self'", "https://theses.example.org"]
    assert "x-frame-options" not in headers


@pytest.mark.parametrize("host", ["evil.example; script-src *", "a b", "é.example", "", "x\ny"])
def test_a_malformed_host_is_not_inserted_into_the_policy(host: str) -> None:
    policy = content_policy(host.encode("latin-1"), Settings())
    assert policy == content_policy(b"", Settings())
    assert "ws:" not in policy


def test_settings_leave_out_invalid_origins() -> None:
    found = settings_from(
        {
            "ATLAS_FRAME_ANCESTORS": "https://a.example:8443  https://*.b.example c.example; *",
            "ATLAS_OPEN_METRICS": "no",
            "ATLAS_STRICT_SCRIPTS": "True",
        }
    )
    assert found.framed_by == ("https://a.example:8443", "https://*.b.example")
    assert not found.open_metrics
    assert found.strict_scripts
    assert settings_from({}) == Settings()
    assert "'unsafe-eval'" not in content_policy(b"", found)


def test_the_configuration_accepts_no_uploads_and_no_large_messages() -> None:
    server = CONFIGURATION["server"]
    assert server["maxUploadSize"] <= 1
    assert server["maxWidgetStateSize"] <= 1
    assert server["enableCORS"]
    assert server["enableXsrfProtection"]
    assert CONFIGURATION["client"]["allowedOrigins"] == []


def test_a_message_of_two_megabytes_is_refused(address: str) -> None:
    async def send() -> None:
        async with Visitor(address) as visitor:
            await visitor.change({"selected": "x" * 2_000_000})

    with pytest.raises(FailedRunError, match="1009"):
        asyncio.run(send())


@pytest.mark.parametrize(
    ("path", "passed"), [("/_stcore/stream", []), ("/talk/abc/follow", ["hello"])]
)
def test_only_messages_of_streamlit_are_held_against_its_protocol(
    path: str, passed: list[str]
) -> None:
    seen: list[str] = []
    waiting: list[Message] = [
        {"type": "websocket.receive", "text": "hello"},
        {"type": "websocket.disconnect"},
    ]

    async def inner(_scope: Scope, receive: Receive, _send: Send) -> None:
        while (message := await receive())["type"] == "websocket.receive":
            seen.append(message["text"])

    async def receive() -> Message:
        return waiting.pop(0)

    async def send(_message: Message) -> None:
        pass

    scope = {"type": "websocket", "path": path, "headers": [(b"host", b"hall-pc:8501")]}
    asyncio.run(Guard(inner, Settings())(scope, receive, send))
    assert seen == passed
