"""What the server reveals: closed routes, names of software, its state, its log."""

import asyncio
import json
import platform
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit
import websockets
from starlette.requests import Request
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.NewSession_pb2 import CustomThemeConfig, NewSession

from components.server import protocol
from components.server.protocol import build, is_needed
from components.server.status import STATUS, State, status_routes
from components.server.warm import prepare_first_page
from data.citation import VERSION
from tests.benchmark.visitor import Visitor
from tests.browser.server import REPOSITORY, running_server
from tests.components.asking import ask

NAMES = "atlas.example.org localhost"


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("log") / "log.jsonl"


@pytest.fixture(scope="module")
def address(log: Path) -> Iterator[str]:
    """Address of a server with two names and a log of JSON lines."""
    options = {
        "ATLAS_LOG": "json",
        "STREAMLIT_LOGGER_HIDE_WELCOME_MESSAGE": "true",
        "STREAMLIT_SERVER_ALLOWED_HOSTS": NAMES,
    }
    with running_server(options=options, log=log) as server:
        yield server.address


def wait_until_ready(address: str) -> None:
    deadline = time.monotonic() + 30
    while ask(address, "/health")[0] != 200:
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.parametrize(
    "path",
    [
        "/auth/login",
        "/auth/logout",
        "/oauth2callback",
        "/component/x/index.html",
        "/_stcore/agent/openapi.json",
        "/_stcore/agent/interact",
        "/_stcore/script-health-check",
        "/_stcore/bidi-components/x/y",
        "/_stcore/nothing",
        "/trade/_stcore/stream-x",
    ],
)
def test_routes_that_no_page_uses_are_closed(address: str, path: str) -> None:
    assert ask(address, path)[0] == 404


@pytest.mark.parametrize("path", ["/app/static/", "/app/static/basemap", "/static/js/", "/export/"])
def test_no_folder_is_listed(address: str, path: str) -> None:
    _status, _headers, body = ask(address, path)
    assert b"small.json" not in body
    assert b"Index of" not in body
    assert b'href="index.' not in body


def test_no_response_names_the_software_of_the_server(address: str) -> None:
    for path in ("/", "/_stcore/health", "/_stcore/metrics", "/export/none.csv", "/health"):
        _status, headers, body = ask(address, path)
        assert "server" not in headers
        assert "x-powered-by" not in headers
        assert streamlit.__version__.encode() not in body


def test_a_session_learns_nothing_about_versions_paths_and_the_machine(address: str) -> None:
    async def first() -> NewSession:
        async with Visitor(address) as visitor:
            assert visitor.session
            return visitor.session

    session = asyncio.run(first())
    start = session.initialize
    text = str(session)
    assert session.main_script_path == "dashboard.py"
    assert start.environment_info.streamlit_version == build()
    assert start.session_id
    assert start.HasField("user_info")
    for known in (streamlit.__version__, platform.python_version(), str(REPOSITORY), sys.platform):
        assert known not in text


@pytest.mark.parametrize("section", ["theme", "theme.light", "theme.dark", "theme.sidebar"])
def test_a_theme_is_read_once_and_sent_as_streamlit_would(
    section: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected, sent = CustomThemeConfig(), CustomThemeConfig()
    protocol._populate_theme(expected, section)
    protocol._populate_theme_once(sent, section)
    assert sent == expected
    monkeypatch.setattr(protocol, "_populate_theme", None)
    again = CustomThemeConfig()
    protocol._populate_theme_once(again, section)
    assert again == expected


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_health_and_version_have_routes(address: str, method: str) -> None:
    wait_until_ready(address)
    status, headers, body = ask(address, "/health", method)
    assert (status, headers["cache-control"]) == (200, "no-store")
    assert method == "HEAD" or json.loads(body) == {"status": "ok"}
    status, _headers, body = ask(address, "/version", method)
    assert status == 200
    assert method == "HEAD" or json.loads(body) == {"version": VERSION, "build": build()}


def test_a_process_that_is_starting_or_failed_is_not_healthy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    health, _version = status_routes()
    for state, code in ((State.STARTING, 503), (State.FAILED, 503), (State.OK, 200)):
        monkeypatch.setattr(STATUS, "state", state)
        answer = asyncio.run(health.endpoint(Request({"type": "http"})))
        assert (answer.status_code, json.loads(answer.body)) == (code, {"status": state.value})


@pytest.mark.parametrize(("outcome", "state"), [(None, State.OK), (ValueError, State.FAILED)])
def test_the_preparation_of_the_landing_page_sets_the_state(
    outcome: type[Exception] | None, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    def warm_up() -> None:
        if outcome:
            raise outcome

    monkeypatch.setattr("components.server.warm.warm_up", warm_up)
    monkeypatch.setattr(STATUS, "state", State.STARTING)
    prepare_first_page()
    assert STATUS.state is state


def test_only_allowed_names_of_the_server_are_answered(address: str) -> None:
    for host in ("atlas.example.org", "ATLAS.example.org:443", "localhost:1"):
        assert ask(address, "/", headers={"Host": host})[0] == 200
    for host in ("evil.example", "atlas.example.org.evil.example", "127.0.0.1"):
        for path in ("/", "/trade", "/export/trade_turnover.csv", "/version"):
            status, headers, body = ask(
                address, path, headers={"Host": host, "Accept-Language": "tr"}
            )
            assert status == 421
            assert "Atlas bu ad altında" in body.decode()
            assert headers["x-content-type-options"] == "nosniff"
        assert ask(address, "/health", headers={"Host": host})[0] in {200, 503}


def test_messages_that_no_page_sends_are_not_needed() -> None:
    needed = BackMsg()
    needed.rerun_script.SetInParent()
    assert is_needed(needed.SerializeToString())
    assert is_needed(BackMsg(stop_script=True).SerializeToString())
    unneeded = [
        BackMsg(clear_cache=True),
        BackMsg(load_git_info=True),
        BackMsg(set_run_on_save=True),
        BackMsg(debug_shutdown_runtime=True),
        BackMsg(debug_disconnect_websocket=True),
        BackMsg(),
    ]
    installing = BackMsg()
    installing.backend_operation_request.request_id = "1"
    assert not [one for one in (*unneeded, installing) if is_needed(one.SerializeToString())]


def test_a_session_ignores_messages_that_no_page_sends(address: str) -> None:
    async def send() -> None:
        async with Visitor(address) as visitor:
            await visitor.silence(0.3)
            for message in (BackMsg(load_git_info=True), BackMsg(clear_cache=True)):
                await visitor.send(message.SerializeToString())
            await visitor.send("text")
            assert await visitor.silence(0.3) == []
            await visitor.change({"years": "2019-2021"})

    asyncio.run(send())


def test_a_message_that_is_none_ends_its_connection_only(address: str) -> None:
    async def send() -> None:
        async with Visitor(address) as visitor:
            await visitor.send(b"\xff\xff\xff")
            with pytest.raises(websockets.ConnectionClosed) as closed:
                await visitor.silence(5)
            assert closed.value.rcvd
            assert closed.value.rcvd.code == 1002
        async with Visitor(address) as visitor:
            await visitor.change({"years": "2019-2021"})

    asyncio.run(send())


def test_the_log_is_json_lines_without_addresses_and_texts_of_visitors(
    address: str, log: Path
) -> None:
    ask(address, "/export/trade_turnover.csv?years=secret-of-a-visitor")
    ask(address, "/", headers={"Host": "visitor.example"})
    test_a_message_that_is_none_ends_its_connection_only(address)
    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert lines
    for line in lines:
        assert {"time", "level", "logger", "process", "event"} <= set(line)
    text = log.read_text(encoding="utf-8")
    for personal in ("secret", "visitor", "127.0.0.1", "::1", str(REPOSITORY)):
        assert personal not in text
