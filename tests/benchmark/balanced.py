"""Run the Atlas in several processes behind HAProxy: `python -m tests.benchmark.balanced 1 2 4`.

HAProxy runs with the configuration of `deploy/`, and the processes at the ports that it names. For
each number of processes:

1. Visitors connect and change the years; each must stay with the process of its cookie.
2. One process is killed and started again: the others stay, its own visitors reconnect.
3. `deploy/rolling-update.sh` restarts all processes, while pages are requested all the time; no
   request may fail if there are at least two.
4. With `--browser`, Chromium makes a choice, its process is killed, and the page must come back by
   itself with the choice. With `--visitors`, the load of `tests.benchmark.load` is measured.
"""

import argparse
import asyncio
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import expect
from websockets import InvalidStatus

from tests.benchmark.load import HEADINGS, Plan, attend, machine, year_choices
from tests.benchmark.visitor import FailedRunError, Visitor
from tests.browser.contexts import running_browsers
from tests.browser.server import REPOSITORY

DEPLOY = REPOSITORY / "deploy"
PROCESSES = (1, 2, 4)
FIRST_PORT = 8511
"""Port of the first process in `deploy/haproxy.cfg`."""

PUBLIC_PORT = 8580
FEW_VISITORS = 8
PATIENCE_S = 90


class BalancedError(Exception):
    """Error if something is not as the configuration promises."""


def _require(*, met: bool, saying: str) -> None:
    if not met:
        raise BalancedError(saying)


@dataclass
class Hall:
    """HAProxy and processes of the Atlas.

    Attributes
    ----------
    address : str
        Address of HAProxy.
    folder : Path
        Folder of the admin socket and the logs.
    processes : dict
        The processes by number.
    """

    address: str
    folder: Path
    processes: dict[int, "subprocess.Popen[bytes]"] = field(default_factory=dict)
    proxy: "subprocess.Popen[bytes] | None" = None

    @property
    def environment(self) -> dict[str, str]:
        """Environment of HAProxy and of the script that updates processes."""
        return {
            **os.environ,
            "ATLAS_BIND": f"127.0.0.1:{PUBLIC_PORT}",
            "ATLAS_ADMIN_SOCKET": str(self.folder / "admin.sock"),
        }

    def start(self, number: int) -> None:
        """Start a process of the Atlas."""
        self.processes[number] = subprocess.Popen(
            [
                *(sys.executable, "-m", "streamlit", "run", "serve.py", "--server.headless=true"),
                *("--server.address=127.0.0.1", f"--server.port={FIRST_PORT + number - 1}"),
            ],
            cwd=REPOSITORY,
            stdout=subprocess.DEVNULL,
            stderr=(self.folder / f"log{number}").open("ab"),
        )

    def kill(self, number: int) -> None:
        """Kill a process as the lack of memory would."""
        self.processes[number].kill()
        self.processes[number].wait()

    def wait(self) -> None:
        """Wait until HAProxy has a healthy process for each that was started."""
        deadline = time.monotonic() + PATIENCE_S
        while self.healthy() < len(self.processes):
            _require(met=time.monotonic() < deadline, saying="the processes are not healthy")
            time.sleep(0.2)

    def healthy(self) -> int:
        """Return the number of processes that HAProxy uses."""
        asked = subprocess.run(
            ["socat", "stdio", f"unix-connect:{self.folder / 'admin.sock'}"],
            input=b"show stat\n",
            capture_output=True,
            check=False,
        )
        rows = [line.split(",") for line in asked.stdout.decode().splitlines()]
        return sum(row[0] == "atlas" and row[1] != "BACKEND" and row[17] == "UP" for row in rows)

    def stop(self) -> None:
        """End everything."""
        for process in (*self.processes.values(), *([self.proxy] if self.proxy else [])):
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=30)


@contextmanager
def running_hall(number: int) -> Iterator[Hall]:
    """Run HAProxy and a number of processes."""
    with tempfile.TemporaryDirectory() as folder:
        hall = Hall(f"http://localhost:{PUBLIC_PORT}/", Path(folder))
        os.environ["STREAMLIT_SERVER_COOKIE_SECRET"] = secrets.token_hex(32)
        try:
            hall.proxy = subprocess.Popen(
                ["haproxy", "-db", "-f", str(DEPLOY / "haproxy.cfg")],
                env=hall.environment,
                stdout=(Path(folder) / "proxy.log").open("wb"),
                stderr=subprocess.STDOUT,
            )
            for one in range(1, number + 1):
                hall.start(one)
            hall.wait()
            yield hall
        finally:
            hall.stop()


def _process_of(visitor: Visitor) -> str:
    cookies = dict(part.split("=", 1) for part in visitor.cookie.split("; "))
    return cookies["ATLAS"]


async def _reconnect(visitor: Visitor) -> None:
    """Connect again as browsers do, until the page is there."""
    deadline = time.monotonic() + PATIENCE_S
    while True:
        try:
            await visitor.close()
            await visitor.open()
            await visitor.change({"selected": "btc"})
        except (FailedRunError, OSError, InvalidStatus):
            _require(met=time.monotonic() < deadline, saying="a visitor did not come back")
            await asyncio.sleep(0.5)
        else:
            return


async def stay_and_reconnect(hall: Hall) -> Counter[str]:
    """Let visitors change years, kill the process of one, and let them reconnect.

    Returns
    -------
    Counter of str
        Number of visitors by process, before.
    """
    visitors = [Visitor(hall.address, cookies=True) for _ in range(FEW_VISITORS)]
    for visitor in visitors:
        await visitor.open()
        await visitor.change({"years": "2019-2021"})
    found = Counter(_process_of(visitor) for visitor in visitors)
    _require(met=len(found) == len(hall.processes), saying=f"visitors are at {dict(found)}")
    for visitor in visitors:
        await visitor.change({"years": "2020-2021"})
    hall.kill(1)
    for visitor in visitors:
        try:
            await visitor.change({"lang": "tr"})
            _require(met=_process_of(visitor) != "p1", saying="a killed process answered")
        except FailedRunError:
            _require(met=_process_of(visitor) == "p1", saying="another process was lost")
    if len(hall.processes) == 1:
        hall.start(1)
    for visitor in visitors:
        await _reconnect(visitor)
        await visitor.close()
    if hall.processes[1].poll() is not None:
        hall.start(1)
    hall.wait()
    return found


@dataclass
class Asking:
    """Requests for a page all the time, in a thread."""

    address: str
    asked: int = 0
    failed: list[str] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Ask until `stop` is set."""
        while not self.stop.wait(0.05):
            self.asked += 1
            try:
                with urllib.request.urlopen(f"{self.address}trade", timeout=10) as answer:
                    answer.read()
            except OSError as error:
                self.failed.append(str(error))


def update(hall: Hall) -> Asking:
    """Restart all processes by the script of `deploy/`, and return the requests meanwhile."""
    restart = hall.folder / "restart"
    restart.write_text(
        f"#!{sys.executable}\nimport sys, pathlib, time\n"
        f"asked = pathlib.Path({str(hall.folder)!r}) / ('restart-' + sys.argv[-1])\n"
        "asked.touch()\nwhile asked.exists(): time.sleep(0.05)\n"
    )
    restart.chmod(0o755)
    asking = Asking(hall.address)
    thread = threading.Thread(target=asking.run)
    thread.start()
    numbers = [str(number) for number in hall.processes]
    script = subprocess.Popen(
        [str(DEPLOY / "rolling-update.sh"), *numbers],
        env={**hall.environment, "ATLAS_RESTART": f"{restart} "},
        stdout=subprocess.DEVNULL,
    )
    while script.poll() is None:
        for asked in hall.folder.glob("restart-*"):
            number = int(asked.name.rpartition("-")[2])
            hall.processes[number].terminate()
            hall.processes[number].wait()
            hall.start(number)
            asked.unlink()
        time.sleep(0.05)
    asking.stop.set()
    thread.join()
    _require(met=script.returncode == 0, saying="the rolling update failed")
    return asking


def browse(hall: Hall) -> float:
    """Let Chromium make a choice, kill its process, and return the seconds until it is back."""
    with running_browsers() as browsers:
        page = browsers.browser(webgl=False).new_page()
        page.goto(f"{hall.address}?lang=en")
        chip = page.locator(".chip .label").first
        page.get_by_role("slider", name="Last year").focus()
        page.keyboard.press("ArrowLeft")
        expect(chip).to_have_text("2018–2022", timeout=30_000)
        (cookie,) = [one for one in page.context.cookies() if one.get("name") == "ATLAS"]
        number = int(str(cookie.get("value"))[1:])
        hall.kill(number)
        start = time.monotonic()
        if len(hall.processes) == 1:
            hall.start(number)
        app = page.locator("[data-testid=stApp]")
        expect(app).to_have_attribute("data-test-connection-state", "CONNECTED", timeout=60_000)
        expect(chip).to_have_text("2018–2022")
        page.get_by_role("slider", name="Last year").focus()
        page.keyboard.press("ArrowLeft")
        expect(chip).to_have_text("2018–2021", timeout=60_000)
        seconds = time.monotonic() - start
    if hall.processes[number].poll() is not None:
        hall.start(number)
    hall.wait()
    return seconds


def main(words: Sequence[str]) -> None:
    """Try each number of processes, and print each result at once."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark.balanced", description=__doc__)
    parser.add_argument("processes", nargs="*", type=int, default=list(PROCESSES))
    parser.add_argument("--browser", action="store_true", help="try it with Chromium too")
    parser.add_argument("--visitors", type=int, default=0, help="measure the load of visitors")
    parser.add_argument("--page", default="", help='their page, such as "energy_routes"')
    parser.add_argument("--seconds", type=float, default=60, help="how long they stay")
    wanted = parser.parse_args(words)
    missing = [tool for tool in ("haproxy", "socat", "curl") if not shutil.which(tool)]
    if missing:
        parser.error(f"install {', '.join(missing)} first")
    print(machine())  # noqa: T201
    for number in wanted.processes:
        with running_hall(number) as hall:
            found = asyncio.run(stay_and_reconnect(hall))
            print(f"{number} processes: visitors at {dict(found)}; one killed, all reconnected")  # noqa: T201
            asking = update(hall)
            _require(met=number == 1 or not asking.failed, saying=f"failed: {asking.failed[:3]}")
            print(f"  rolling update: {len(asking.failed)} of {asking.asked} requests failed")  # noqa: T201
            if wanted.browser:
                print(f"  browser back with its choice after {browse(hall):.1f} s")  # noqa: T201
            if wanted.visitors:
                pids = [process.pid for process in hall.processes.values()]
                plan = Plan(page=wanted.page, seconds=wanted.seconds, cookies=True)
                line = attend(hall.address, pids, wanted.visitors, plan, year_choices())
                print(HEADINGS, asyncio.run(line), sep="\n", flush=True)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
