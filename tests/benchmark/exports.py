"""Measure exports beside their targets: `python -m tests.benchmark.exports [figure …]`.

- figure: from a request to the whole file, on a server that has drawn one picture before; each file
  is asked for once, so that none comes from the cache
- deck: from the start of the command that writes the built-in deck to its end, in a process of its
  own, with the interpreter and the tables loaded anew
"""

import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from components.export.address import PICTURES, REPRODUCTION, TABLES
from components.figures.registry import FIGURES
from data.decks.files import BUILT_IN
from tests.browser.server import REPOSITORY, running_server

FIGURE_TARGET_S = 1.0
DECK_TARGETS_S = {"html": 10.0, "pptx": 20.0, "pdf": 20.0}
"""Greatest times on 2 cores, by what is written."""

FIRST = "trade_turnover"
"""Figure whose files start the process that draws."""

PATIENCE_S = 120


@dataclass(frozen=True)
class Timing:
    """Times of one kind of export in seconds, and the greatest one that is wanted."""

    name: str
    seconds: Sequence[float]
    target: float

    @property
    def kept(self) -> bool:
        """Whether every export was as fast as wanted."""
        return max(self.seconds) < self.target

    @property
    def line(self) -> str:
        """The result as a line."""
        middle, most = statistics.median(self.seconds), max(self.seconds)
        mark = "" if self.kept else "  over the target"
        return f"{self.name:<20} {middle:8.2f} {most:8.2f} {self.target:8.1f}{mark}"


def _request(address: str) -> float:
    start = time.perf_counter()
    with urllib.request.urlopen(address, timeout=PATIENCE_S) as answer:
        answer.read()
    return time.perf_counter() - start


def figure_timings(figures: Sequence[str]) -> Iterator[Timing]:
    """Yield the times of the files of some figures, one kind of file after the other."""
    with running_server() as server:
        endings = (*TABLES, *PICTURES, REPRODUCTION)
        for ending in endings:
            _request(f"{server.address}export/{FIRST}.{ending}?lang=ru")
        for ending in endings:
            times = [
                _request(f"{server.address}export/{name}.{ending}?lang=kk") for name in figures
            ]
            yield Timing(f"figure {ending}", times, FIGURE_TARGET_S)


def deck_timings() -> Iterator[Timing]:
    """Yield the times of the built-in deck as each kind of file."""
    with tempfile.TemporaryDirectory() as folder:
        for ending, target in DECK_TARGETS_S.items():
            out = str(Path(folder) / f"deck.{ending}")
            command = [sys.executable, "-m", "components.export"]
            start = time.perf_counter()
            subprocess.run(
                [*command, "--deck", BUILT_IN[0], "--lang", "kk", "--out", out],
                check=True,
                cwd=REPOSITORY,
                capture_output=True,
            )
            yield Timing(f"deck {ending}", [time.perf_counter() - start], target)


def main(figures: Sequence[str]) -> int:
    """Print the times of all exports; return 1 if one of them is over its target."""
    print(f"{'seconds':<20}      p50      max   target")  # noqa: T201
    kept = True
    for timings in (figure_timings(figures), deck_timings()):
        for timing in timings:
            print(timing.line, flush=True)  # noqa: T201
            kept = kept and timing.kept
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or tuple(FIGURES)))
