"""Measure the app under many visitors: `python -m tests.benchmark.load [visitors …] [options]`.

For each number of visitors, a new server is started. Every visitor loads one page over Streamlit's
websocket protocol, and then changes the years once every few seconds. The time of a change is that
from sending it to the end of its run, with all messages received. A visitor waits for the response
before the next change, so an overloaded server handles fewer changes than planned.

Server and visitors share the machine. Only the local host is contacted.
"""

import argparse
import asyncio
import os
import platform
import random
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations_with_replacement
from pathlib import Path

from data.choice.parameters import filter_space
from data.load.dataset import load_dataset
from tests.benchmark.visitor import FailedRunError, Visitor
from tests.browser.server import running_server

VISITORS = (10, 100, 200, 300)
MOST_VISITORS, MOST_SECONDS = 1_000, 600
OPENING_AT_ONCE = 4
TICKS = os.sysconf("SC_CLK_TCK")
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


@dataclass
class Crowd:
    """Results of a number of visitors.

    Attributes
    ----------
    changes : list of float
        Time of each change, in seconds.
    loads : list of float
        Time of each page load, in seconds, while the other visitors also loaded it.
    received : list of int
        Size of each response in bytes, before compression.
    errors : list of str
        Messages of errors.
    """

    changes: list[float] = field(default_factory=list)
    loads: list[float] = field(default_factory=list)
    received: list[int] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Plan:
    """Plan of a measurement: page, duration and interval of changes in seconds, compression,
    whether visitors keep the cookies of the page."""

    page: str = ""
    seconds: float = 60
    every: float = 5
    compress: bool = False
    cookies: bool = False


@dataclass(frozen=True, kw_only=True)
class Use:
    """Processor time of visitors and server in seconds, and memory of the server."""

    visitors: int
    seconds: float
    server: float
    own: float
    megabytes: float


def processor_seconds(pid: int) -> float:
    """Return the processor time of a process, in seconds."""
    parts = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(parts[11]) + int(parts[12])) / TICKS


def resident_megabytes(pid: int) -> float:
    """Return the resident memory of a process, in megabytes."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE_BYTES / 1e6


def year_choices() -> list[str]:
    """Return all spans of years, as link values."""
    first, last = filter_space(load_dataset()).years
    years = range(first, last + 1)
    return [f"{one}-{other}" for one, other in combinations_with_replacement(years, 2)]


async def come(visitor: Visitor, crowd: Crowd, gate: asyncio.Semaphore) -> bool:
    """Load the page of a visitor; return whether it was answered."""
    async with gate:
        try:
            crowd.loads.append(await visitor.open())
        except (FailedRunError, OSError) as error:
            crowd.errors.append(f"load: {error}")
            return False
    return True


async def stay(
    visitor: Visitor, crowd: Crowd, plan: Plan, choices: Sequence[str], until: float
) -> None:
    """Change the years of a visitor's page until a time."""
    chance = random.Random(id(visitor))
    due = time.perf_counter() + chance.uniform(0, plan.every)
    while due < until:
        await asyncio.sleep(max(0, due - time.perf_counter()))
        try:
            crowd.changes.append(await visitor.change({"years": chance.choice(choices)}))
            crowd.received.append(visitor.received)
        except FailedRunError as error:
            crowd.errors.append(f"change: {error}")
            return
        due = max(due + plan.every, time.perf_counter())


async def attend(
    address: str, pids: Sequence[int], visitors: int, plan: Plan, choices: Sequence[str]
) -> str:
    """Run a number of visitors, and return the results as one line.

    Parameters
    ----------
    address : str
        Address that the visitors open.
    pids : sequence of int
        Processes of the server.
    visitors : int
        Number of visitors.
    plan : Plan
        What they do; behind a proxy with cookies, as browsers.
    choices : sequence of str
        Spans of years of which they choose.
    """
    crowd, gate = Crowd(), asyncio.Semaphore(OPENING_AT_ONCE)
    all_visitors = [
        Visitor(address, plan.page, compress=plan.compress, cookies=plan.cookies)
        for _ in range(visitors)
    ]
    came = await asyncio.gather(*(come(one, crowd, gate) for one in all_visitors))
    start = time.perf_counter()
    before, own = sum(map(processor_seconds, pids)), time.process_time()
    until = start + plan.seconds
    await asyncio.gather(
        *(
            stay(one, crowd, plan, choices, until)
            for one, here in zip(all_visitors, came, strict=True)
            if here
        )
    )
    use = Use(
        visitors=visitors,
        seconds=time.perf_counter() - start,
        server=sum(map(processor_seconds, pids)) - before,
        own=time.process_time() - own,
        megabytes=sum(map(resident_megabytes, pids)),
    )
    await asyncio.gather(*(one.close() for one in all_visitors))
    return _line(crowd, use)


def percentile(values: Sequence[float], share: float) -> float:
    """Return a percentile of times, in milliseconds."""
    cuts = statistics.quantiles(values, n=100, method="inclusive")
    return 1000 * cuts[round(share * 100) - 1]


HEADINGS = (
    "visitors  changes     per s  p50 ms  p95 ms   max ms  errors  server CPU  per change  "
    "visitors' CPU  memory MB  KB per change"
)


def _line(crowd: Crowd, use: Use) -> str:
    times = crowd.changes
    if len(times) < 2:
        return f"{use.visitors:8}  nothing answered: {crowd.errors[:3]}"
    return (
        f"{use.visitors:8} {len(times):8} {len(times) / use.seconds:9.1f} "
        f"{percentile(times, 0.5):7.0f} {percentile(times, 0.95):7.0f} {1000 * max(times):8.0f} "
        f"{len(crowd.errors):7} {use.server / use.seconds:10.0%} "
        f"{1000 * use.server / len(times):8.1f} ms {use.own / use.seconds:14.0%} "
        f"{use.megabytes:10.0f} {statistics.mean(crowd.received) / 1000:10.0f}"
        + "".join(f"\n          {error}" for error in crowd.errors[:3])
    )


def machine() -> str:
    """Return processors and Python of this machine."""
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    return f"{os.cpu_count()} × {model}, Python {platform.python_version()}"


def _arguments(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark.load", description=__doc__)
    parser.add_argument("visitors", nargs="*", type=int, help="numbers of visitors")
    parser.add_argument("--page", default="", help='a page by its address, such as "energy_routes"')
    parser.add_argument("--seconds", type=float, default=60, help="how long visitors stay")
    parser.add_argument("--every", type=float, default=5, help="seconds between two changes of one")
    parser.add_argument("--compress", action="store_true", help="offer compression, as browsers do")
    found = parser.parse_args(words)
    found.visitors = found.visitors or list(VISITORS)
    if any(not 0 < number <= MOST_VISITORS for number in found.visitors):
        parser.error(f"between 1 and {MOST_VISITORS} visitors")
    if not 0 < found.seconds <= MOST_SECONDS or found.every <= 0:
        parser.error(f"between 0 and {MOST_SECONDS} seconds")
    return found


def main(words: Sequence[str]) -> None:
    """Measure each number of visitors, and print each line at once."""
    wanted = _arguments(words)
    plan = Plan(wanted.page, wanted.seconds, wanted.every, wanted.compress)
    choices = year_choices()
    print(machine())  # noqa: T201
    print(  # noqa: T201
        f"page {plan.page or 'overview'!r}, one change of years every {plan.every:g} s each, "
        f"{plan.seconds:g} s"
    )
    print(HEADINGS)  # noqa: T201
    for visitors in wanted.visitors:
        with running_server() as server:
            pids = [server.process.pid]
            line = asyncio.run(attend(server.address, pids, visitors, plan, choices))
            print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
