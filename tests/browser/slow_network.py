"""Slow network between browser and app, whose connections can be closed."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit


class SlowNetwork:
    """Relay on this machine that forwards every byte after a delay.

    Parameters
    ----------
    target : str
        Address of the app, ending in a slash.
    """

    def __init__(self, target: str) -> None:
        self.target_port: int | None = urlsplit(target).port
        self.address = ""
        self.round_trip_ms = 0.0
        self._loop = asyncio.new_event_loop()
        self._tasks: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> str:
        """Open the relay and return its address, ending in a slash."""
        self._thread.start()
        self._ready.wait()
        assert self._server is not None
        port = self._server.sockets[0].getsockname()[1]
        self.address = f"http://localhost:{port}/"
        return self.address

    def cut(self) -> None:
        """Close all connections; new ones are accepted."""
        asyncio.run_coroutine_threadsafe(self._end_connections(), self._loop).result()

    def hang_up(self) -> None:
        """Close all connections, and accept none before `retarget`."""
        self.target_port = None
        self.cut()

    def retarget(self, target: str) -> None:
        """Forward new connections to another app."""
        self.target_port = urlsplit(target).port

    def stop(self) -> None:
        """Close the relay."""
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _run(self) -> None:
        self._loop.run_until_complete(self._open())
        self._ready.set()
        self._loop.run_forever()

    async def _open(self) -> None:
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", 0)

    async def _end_connections(self) -> None:
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _end(self) -> None:
        assert self._server is not None
        self._server.close()
        await self._end_connections()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.target_port is None:
            writer.close()
            return
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.target_port)
        except OSError:
            writer.close()
            return
        ways = ((reader, far_writer), (far_reader, writer))
        for one, other in ways:
            task = asyncio.ensure_future(self._hand_on(one, other))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _hand_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Read without delay and write later, so that delays do not add up."""
        pending: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

        async def write() -> None:
            while True:
                due, content = await pending.get()
                await asyncio.sleep(due - self._loop.time())
                if not content:
                    return
                writer.write(content)
                await writer.drain()

        writing = asyncio.ensure_future(write())
        try:
            while True:
                content = await reader.read(1 << 16)
                pending.put_nowait((self._loop.time() + self.round_trip_ms / 2000, content))
                if not content:
                    break
            await writing
        except OSError:
            pass
        finally:
            writing.cancel()
            writer.close()


@contextmanager
def slow_network(target: str) -> Iterator[SlowNetwork]:
    """Yield a relay to an app; its address is what `start` returned."""
    network = SlowNetwork(target)
    try:
        yield network
    finally:
        network.stop()
