"""Measure a long session: `python -m tests.benchmark.ageing [choices] [--page …]`.

One visitor sets many different filters (language, years, sectors, tables, questions, selection on
the map). Before, between and after them, time, processor time and memory of the same two changes
are measured; they must not grow with the length of the session.
"""

import argparse
import asyncio
import random
import statistics
import sys
import time
from collections.abc import Sequence

from data.choice.parameters import FilterSpace, filter_space
from data.language.languages import LANGUAGE_CODES
from data.load.dataset import load_dataset
from tests.benchmark.load import processor_seconds, resident_megabytes
from tests.benchmark.visitor import Visitor
from tests.browser.server import Server, running_server

CHOICES = 1_200
MOST_CHOICES = 20_000
PARTS = 4
REPEATS = 40


def any_choice(space: FilterSpace, chance: random.Random) -> dict[str, str]:
    """Return random valid filters, as parameters of a link."""
    first = chance.randint(*space.years)
    one, other = chance.sample(space.questions, 2)
    return {
        "lang": chance.choice(LANGUAGE_CODES),
        "years": f"{first}-{chance.randint(first, space.years[1])}",
        "sectors": ",".join(sorted(chance.sample(space.sectors, chance.randint(0, 4)))),
        "trade": chance.choice(space.series["trade"]),
        "investment": chance.choice(space.series["investment"]),
        "selected": chance.choice(["", *space.routes, *space.countries]),
        "questions": f"{one}-{other}",
    }


async def _probe(visitor: Visitor, server: Server, space: FilterSpace, label: str) -> str:
    """Measure the change between two spans of years that are both cached."""
    first, last = space.years
    ends = [f"{first}-{last - 1}", f"{first}-{last}"]
    one, other = space.questions[:2]
    rest = {"lang": "en", "sectors": "", "selected": "", "questions": f"{one}-{other}"}
    for years in ends:
        await visitor.change({**rest, "years": years})
    before = processor_seconds(server.process.pid)
    times = [await visitor.change({"years": ends[turn % 2]}) for turn in range(REPEATS)]
    used = processor_seconds(server.process.pid) - before
    return (
        f"{label:>8} {1000 * statistics.median(times):9.0f} {1000 * max(times):9.0f} "
        f"{1000 * used / REPEATS:17.1f} {resident_megabytes(server.process.pid):10.0f}"
    )


async def age(server: Server, page: str, choices: int) -> None:
    """Run one visitor who changes filters; print a line before, between and after the changes."""
    space, chance = filter_space(load_dataset()), random.Random(7)
    print("choices    p50 ms    max ms  CPU ms per change  memory MB")  # noqa: T201
    async with Visitor(server.address, page) as visitor:
        print(await _probe(visitor, server, space, "0"), flush=True)  # noqa: T201
        for part in range(PARTS):
            start = time.perf_counter()
            for _ in range(choices // PARTS):
                await visitor.change(any_choice(space, chance))
            each = (time.perf_counter() - start) * PARTS / choices
            line = await _probe(visitor, server, space, str((part + 1) * choices // PARTS))
            print(f"{line}   a new choice: {1000 * each:.0f} ms", flush=True)  # noqa: T201


def main(words: Sequence[str]) -> None:
    """Measure a long session on one page."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark.ageing", description=__doc__)
    parser.add_argument("choices", nargs="?", type=int, default=CHOICES, help="how many choices")
    parser.add_argument("--page", default="", help='a page by its address, such as "energy_routes"')
    wanted = parser.parse_args(words)
    if not PARTS <= wanted.choices <= MOST_CHOICES:
        parser.error(f"between {PARTS} and {MOST_CHOICES} choices")
    with running_server() as server:
        asyncio.run(age(server, wanted.page, wanted.choices))


if __name__ == "__main__":
    main(sys.argv[1:])
