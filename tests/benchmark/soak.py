"""Measure hours of ordinary use: `python -m tests.benchmark.soak [minutes] [options]`.

Visitors open a page, look at it, change filters some times, now and then download a picture, and
go to another page, without end. Every minute, the memory and the processor time of the server and
the times of that minute's changes and page loads are written to a CSV file. At the end, a picture
of memory and times can be drawn with `--draw`; `--only-draw` draws a file written before.

Server and visitors share the machine. Only the local host is contacted.
"""

import argparse
import asyncio
import csv
import random
import statistics
import sys
import time
import urllib.request
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

import altair as alt
import pandas as pd
import vl_convert

from components.controls import page_head
from data.choice.parameters import FilterSpace, filter_space
from data.load.dataset import load_dataset
from tests.benchmark.ageing import any_choice
from tests.benchmark.load import machine, percentile, processor_seconds, resident_megabytes
from tests.benchmark.visitor import FailedRunError, Visitor
from tests.browser.server import running_server

MINUTES, VISITORS = 120, 30
MOST_MINUTES, MOST_VISITORS = 24 * 60, 300
SAMPLE_S = 60
CHANGES = (2, 12)
"""Fewest and most changes of one visit to a page."""

PAUSE_S = (2, 18)
"""Shortest and longest time between two changes of a visitor."""

DOWNLOADS = 0.1
"""Share of the visits to a page that end with the download of a picture."""

PICTURE = "export/trade_turnover.png?lang={lang}&years={years}"
PAGES = tuple(entry.address for entry in page_head.PAGES)


@dataclass
class Minute:
    """Times of the requests of one minute, in seconds, and its errors."""

    changes: list[float] = field(default_factory=list)
    loads: list[float] = field(default_factory=list)
    downloads: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Sample:
    """One minute: times in milliseconds, memory in megabytes, processor as a share of one core."""

    minute: int
    megabytes: float
    processor: float
    changes: int
    change_p50: float
    change_p95: float
    change_max: float
    loads: int
    load_p95: float
    downloads: int
    errors: int


class Hall:
    """Visitors of one server, and the results of the minute that runs.

    Parameters
    ----------
    address : str
        Address of the app, ending in a slash.
    space : FilterSpace
        What visitors can choose.
    """

    def __init__(self, address: str, space: FilterSpace) -> None:
        self._address = address
        self._space = space
        self.minute = Minute()

    async def visit(self, number: int, until: float) -> None:
        """Let one visitor go from page to page until a time."""
        chance = random.Random(number)
        await asyncio.sleep(chance.uniform(0, SAMPLE_S / 2))
        while time.perf_counter() < until:
            visitor = Visitor(self._address, chance.choice(PAGES), compress=True)
            try:
                self.minute.loads.append(await visitor.open())
                await self._look_around(visitor, chance, until)
                if chance.random() < DOWNLOADS:
                    self.minute.downloads.append(await self._download(chance))
            except (FailedRunError, OSError) as error:
                self.minute.errors.append(f"{type(error).__name__}: {error}")
            finally:
                with suppress(OSError):
                    await visitor.close()

    async def _look_around(self, visitor: Visitor, chance: random.Random, until: float) -> None:
        for _ in range(chance.randint(*CHANGES)):
            await asyncio.sleep(chance.uniform(*PAUSE_S))
            if time.perf_counter() > until:
                return
            choice = any_choice(self._space, chance)
            some = chance.sample(sorted(choice), chance.randint(1, 2))
            change = {name: choice[name] for name in some}
            self.minute.changes.append(await visitor.change(change))

    async def _download(self, chance: random.Random) -> float:
        choice = any_choice(self._space, chance)
        path = PICTURE.format(lang=choice["lang"], years=choice["years"])
        start = time.perf_counter()
        await asyncio.to_thread(_fetch, self._address + path)
        return time.perf_counter() - start

    def sample(self, number: int, megabytes: float, processor: float) -> Sample:
        """Return the results of the minute that runs, and begin the next."""
        past, self.minute = self.minute, Minute()
        for error in past.errors:
            print(f"minute {number}: {error}", file=sys.stderr, flush=True)  # noqa: T201
        return Sample(
            minute=number,
            megabytes=round(megabytes, 1),
            processor=round(processor, 3),
            changes=len(past.changes),
            change_p50=_rounded(past.changes, 0.5),
            change_p95=_rounded(past.changes, 0.95),
            change_max=round(1000 * max(past.changes, default=0), 1),
            loads=len(past.loads),
            load_p95=_rounded(past.loads, 0.95),
            downloads=len(past.downloads),
            errors=len(past.errors),
        )


def _fetch(address: str) -> None:
    with urllib.request.urlopen(address, timeout=60) as answer:
        answer.read()


def _rounded(times: Sequence[float], share: float) -> float:
    if len(times) < 2:
        return round(1000 * sum(times), 1)
    return round(percentile(times, share), 1)


async def soak(address: str, pid: int, minutes: int, visitors: int, path: Path) -> list[Sample]:
    """Run the visitors; write a line for each minute, and return all."""
    hall = Hall(address, filter_space(load_dataset()))
    start = time.perf_counter()
    until = start + minutes * SAMPLE_S
    going = [asyncio.create_task(hall.visit(number, until)) for number in range(visitors)]
    found: list[Sample] = []
    used = processor_seconds(pid)
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.DictWriter(file, [one.name for one in fields(Sample)], lineterminator="\n")
        rows.writeheader()
        for number in range(1, minutes + 1):
            await asyncio.sleep(max(0, start + number * SAMPLE_S - time.perf_counter()))
            before, used = used, processor_seconds(pid)
            share = (used - before) / SAMPLE_S
            found.append(hall.sample(number, resident_megabytes(pid), share))
            rows.writerow(asdict(found[-1]))
            file.flush()
    await asyncio.gather(*going)
    return found


def read(path: Path) -> list[Sample]:
    """Return the minutes of a file that a measurement wrote."""
    table = pd.read_csv(path)
    rows = table.to_dict("records")
    return [Sample(**{str(name): value for name, value in row.items()}) for row in rows]


def summary(samples: Sequence[Sample]) -> str:
    """Return memory at the start and end, and times over all minutes, as one sentence."""
    quarter = max(1, len(samples) // 4)
    first, last = samples[:quarter], samples[-quarter:]
    changes = sum(one.changes for one in samples)
    return (
        f"{len(samples)} minutes, {changes} changes, {sum(one.loads for one in samples)} page "
        f"loads, {sum(one.downloads for one in samples)} downloads, "
        f"{sum(one.errors for one in samples)} errors; memory "
        f"{statistics.median(one.megabytes for one in first):.0f} MB in the first quarter, "
        f"{statistics.median(one.megabytes for one in last):.0f} MB in the last; change p95 "
        f"{statistics.median(one.change_p95 for one in first):.0f} ms and "
        f"{statistics.median(one.change_p95 for one in last):.0f} ms (medians of the minutes)"
    )


def picture(samples: Sequence[Sample]) -> bytes:
    """Return a PNG with the memory above the times of changes, by minute."""
    table = pd.DataFrame([asdict(one) for one in samples])
    x = alt.X("minute:Q").title("Minutes since the start")
    size = {"width": 720, "height": 150}
    memory = (
        alt.Chart(table)
        .mark_line(color="#1b5e7d")
        .encode(x=x, y=alt.Y("megabytes:Q").title("Memory of the server, MB"))
        .properties(**size)
    )
    names = {"change_p50": "50 of 100 within", "change_p95": "95 of 100 within"}
    times = table.melt(id_vars="minute", value_vars=list(names))
    times["variable"] = times["variable"].map(names)
    latency = (
        alt.Chart(times)
        .mark_line()
        .encode(
            x=x,
            y=alt.Y("value:Q").title("Time of a change, ms"),
            color=alt.Color("variable:N")
            .title(None)
            .scale(range=["#8aa4af", "#b4532a"])
            .legend(orient="top"),
        )
        .properties(**size)
    )
    return vl_convert.vegalite_to_png((memory & latency).to_dict(), scale=2)


def _arguments(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark.soak", description=__doc__)
    parser.add_argument("minutes", nargs="?", type=int, default=MINUTES, help="how long")
    parser.add_argument("--visitors", type=int, default=VISITORS, help="how many at once")
    parser.add_argument("--out", type=Path, default=Path("soak.csv"), help="CSV file of minutes")
    parser.add_argument("--draw", type=Path, help="draw the minutes of --out as this PNG")
    parser.add_argument("--only-draw", action="store_true", help="measure nothing")
    wanted = parser.parse_args(words)
    if not 1 <= wanted.minutes <= MOST_MINUTES or not 1 <= wanted.visitors <= MOST_VISITORS:
        parser.error(f"1 to {MOST_MINUTES} minutes and 1 to {MOST_VISITORS} visitors")
    return wanted


def main(words: Sequence[str]) -> None:
    """Measure, or draw what was measured."""
    wanted = _arguments(words)
    if wanted.only_draw:
        samples = read(wanted.out)
    else:
        print(f"{machine()}; {wanted.visitors} visitors", flush=True)  # noqa: T201
        with running_server() as server:
            pid = server.process.pid
            samples = asyncio.run(
                soak(server.address, pid, wanted.minutes, wanted.visitors, wanted.out)
            )
    print(summary(samples))  # noqa: T201
    if wanted.draw:
        wanted.draw.write_bytes(picture(samples))


if __name__ == "__main__":
    main(sys.argv[1:])
