"""Client of Streamlit's protocol that sends forged states of the widgets of a page."""

import asyncio
import re
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Any, Self

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

NAMES = (
    *("gesture", "address", "kept", "acts", "chosen", "page"),
    *("narrow", "without_webgl", "dark"),
)
"""Names of states and events of the components."""

FINISHED = {ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY}
PATIENCE_S = 60


def events(identifier: str) -> str:
    """Return the identifier under which a component sends events."""
    return f"$$STREAMLIT_INTERNAL_KEY_{identifier}__events"


def forged(identifier: str, kind: str, value: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield states of a widget that have a JSON text in every place where one is read."""
    if kind != "bidi_component":
        yield identifier, {"string_value": value}
        yield identifier, {"json_value": value}
        return
    named = ",".join(f'"{name}":{value}' for name in NAMES)
    happened = ",".join(f'{{"event":"{name}","value":{value}}}' for name in NAMES)
    yield identifier, {"json_value": f"{{{named}}}"}
    yield identifier, {"json_value": value}
    yield events(identifier), {"json_trigger_value": f"[{happened}]"}
    yield events(identifier), {"json_trigger_value": value}


class Forger:
    """A session of one page.

    Parameters
    ----------
    address : str
        Address of the app, ending in a slash.
    page : str
        Path of the page.
    query : str
        Query of its link.
    """

    def __init__(self, address: str, page: str, query: str = "") -> None:
        self._address = address
        self._page, self._query = page, query
        self._socket: websockets.ClientConnection | None = None
        self._script = ""
        self.widgets: dict[str, tuple[str, str]] = {}
        """Kind and fragment of each widget by its identifier."""
        self.faults: list[str] = []
        """Texts of errors on the page."""

    async def __aenter__(self) -> Self:
        """Connect and load the page."""
        self._socket = await websockets.connect(
            self._address.replace("http", "ws", 1) + "_stcore/stream",
            subprotocols=[websockets.Subprotocol("streamlit")],
            max_size=None,
        )
        await self.run(ClientState(page_name=self._page, query_string=self._query))
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connection."""
        if self._socket:
            await self._socket.close()

    def request(self, fragment: str = "") -> ClientState:
        """Return a request for a run of the page or of a fragment."""
        return ClientState(page_script_hash=self._script, fragment_id=fragment)

    async def send(self, state: ClientState) -> None:
        """Send a request for a run, without waiting for it."""
        assert self._socket
        await self._socket.send(BackMsg(rerun_script=state).SerializeToString())

    async def run(self, state: ClientState) -> None:
        """Request a run, and wait for its end."""
        assert self._socket
        await self.send(state)
        async with asyncio.timeout(PATIENCE_S):
            while not self._finished(ForwardMsg.FromString(await self._socket.recv(decode=False))):
                pass

    def _finished(self, message: ForwardMsg) -> bool:
        kind = message.WhichOneof("type")
        if kind == "navigation":
            self._script = message.navigation.page_script_hash
        elif kind == "delta":
            element = message.delta.new_element
            name = element.WhichOneof("type")
            if name == "exception":
                self.faults.append(element.exception.message)
            elif name == "alert" and re.search("could not be shown", element.alert.body):
                self.faults.append(element.alert.body)
            elif name and (identifier := getattr(getattr(element, name), "id", "")):
                self.widgets[identifier] = (name, message.delta.fragment_id)
        return kind == "script_finished" and message.script_finished in FINISHED
