"""Visitor without a browser, which uses Streamlit's websocket protocol.

A change of years triggers the component of the page head. As a browser does, a visitor keeps the
messages that the server marks and lists them in its requests.
"""

import asyncio
import json
import time
import urllib.request
from collections.abc import Mapping
from contextlib import suppress
from types import TracebackType
from typing import Self

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import NewSession

HEAD = "atlas_head"
"""Name of the component that sends a change of filters."""

CACHED_RUNS = 12
"""Number of runs for which a browser keeps a message, and reports it when it requests a run; as
`maxCachedMessageAge` in `.streamlit/config.toml`."""

PATIENCE_S = 60.0


def _cookies_of(address: str) -> str:
    with urllib.request.urlopen(address, timeout=PATIENCE_S) as answer:
        given = answer.headers.get_all("Set-Cookie") or ()
    return "; ".join(cookie.partition(";")[0] for cookie in given)


class FailedRunError(Exception):
    """Error if the server closed the connection, sent an exception, or was silent for a minute."""


class Visitor:
    """One session of the app.

    Parameters
    ----------
    address : str
        Address of the app, ending in a slash.
    page : str
        Path of a page below it, such as "trade".
    compress : bool
        Whether to offer compression, as browsers do.
    cookies : bool
        Whether to ask for the page first, and to connect with its cookies, as browsers do.
    """

    def __init__(
        self, address: str, page: str = "", *, compress: bool = False, cookies: bool = False
    ) -> None:
        self._address = address
        self._takes_cookies = cookies
        self.cookie = ""
        """Cookies of this visitor, as sent to the server."""
        self._page = page
        self._compress = compress
        self._socket: websockets.ClientConnection | None = None
        self._script = ""
        self._fragment = ""
        self._head = ""
        self._cached: dict[str, int] = {}
        self._runs = 0
        self.received = 0
        """Bytes of the messages of the last run, before compression."""
        self.query = ""
        """Parameters of the address that the server has set."""
        self.session: NewSession | None = None
        """First message of the last run."""

    async def __aenter__(self) -> Self:
        """Connect and load the page."""
        await self.open()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connection, as a closed tab does."""
        await self.close()

    async def open(self) -> float:
        """Connect and load the page.

        Returns
        -------
        float
            Seconds from the first byte sent to the end of the run.
        """
        start = time.perf_counter()
        if self._takes_cookies and not self.cookie:
            self.cookie = await asyncio.to_thread(_cookies_of, self._address)
        self._socket = await websockets.connect(
            self._address.replace("http", "ws", 1) + "_stcore/stream",
            subprotocols=[websockets.Subprotocol("streamlit")],
            compression="deflate" if self._compress else None,
            additional_headers={"Cookie": self.cookie} if self.cookie else None,
            max_size=None,
            open_timeout=PATIENCE_S,
            ping_interval=None,
        )
        state = ClientState(page_name=self._page, query_string=self.query)
        await self._run(state)
        if not self._head:
            message = f"no component {HEAD!r} on the page {self._page!r}"
            raise FailedRunError(message)
        return time.perf_counter() - start

    async def change(self, parameters: Mapping[str, str]) -> float:
        """Send a change as the page head does, and wait for the end of the run.

        Parameters
        ----------
        parameters : mapping
            Parameters of a link, such as ``{"years": "2019-2021"}``.

        Returns
        -------
        float
            Seconds from sending the change to the end of the run.
        """
        event = [{"event": "gesture", "value": dict(parameters)}]
        state = ClientState(
            page_script_hash=self._script, query_string=self.query, fragment_id=self._fragment
        )
        state.widget_states.widgets.add(
            id=f"$$STREAMLIT_INTERNAL_KEY_{self._head}__events",
            json_trigger_value=json.dumps(event, separators=(",", ":")),
        )
        start = time.perf_counter()
        await self._run(state)
        return time.perf_counter() - start

    async def send(self, message: bytes | str) -> None:
        """Send a message as it is."""
        assert self._socket
        await self._socket.send(message)

    async def silence(self, seconds: float) -> list[str]:
        """Return the kinds of the messages of the server until none comes for some seconds."""
        assert self._socket
        kinds: list[str] = []
        with suppress(TimeoutError):
            while True:
                async with asyncio.timeout(seconds):
                    message = ForwardMsg.FromString(await self._socket.recv(decode=False))
                kinds.append(str(message.WhichOneof("type")))
        return kinds

    async def close(self) -> None:
        """Close the connection, as a closed tab does."""
        if self._socket:
            await self._socket.close()
            self._socket = None

    async def _run(self, state: ClientState) -> None:
        assert self._socket
        self._runs += 1
        self._cached = {
            name: run for name, run in self._cached.items() if self._runs - run <= CACHED_RUNS
        }
        state.cached_message_hashes.extend(self._cached)
        state.context_info.timezone = "UTC"
        state.context_info.locale = "en-US"
        state.context_info.url = self._address + self._page
        state.context_info.color_scheme = "light"
        self.received = 0
        try:
            async with asyncio.timeout(PATIENCE_S):
                await self._socket.send(BackMsg(rerun_script=state).SerializeToString())
                while not self._finished(await self._socket.recv(decode=False)):
                    pass
        except (TimeoutError, websockets.ConnectionClosed) as error:
            raise FailedRunError(str(error) or "no answer") from error

    def _finished(self, frame: bytes) -> bool:
        """Record data for later requests, and return whether the run has ended."""
        self.received += len(frame)
        message = ForwardMsg.FromString(frame)
        if message.metadata.cacheable:
            self._cached[message.hash] = self._runs
        match message.WhichOneof("type"):
            case "new_session":
                self.session = message.new_session
            case "navigation":
                self._script = message.navigation.page_script_hash
            case "ref_hash":
                self._cached[message.ref_hash] = self._runs
            case "page_info_changed":
                self.query = message.page_info_changed.query_string
            case "delta":
                self._look_at(message)
            case "script_finished":
                return message.script_finished in {
                    ForwardMsg.FINISHED_SUCCESSFULLY,
                    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
                }
        return False

    def _look_at(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        if element.WhichOneof("type") == "exception":
            raise FailedRunError(element.exception.message)
        if element.bidi_component.component_name == HEAD:
            self._head = element.bidi_component.id
            self._fragment = message.delta.fragment_id
