"""Loading time and memory of a table of 200,000 rows, with and without faults."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from data.load.package import FOLDER
from data.problems import KEPT_PROBLEMS
from tests.data.copies import copy_package

ROWS = 200_000
MOST_CPU_S = 15.0
MOST_KEPT_MB = 200

MEASURE = """
import gc, sys, time
from pathlib import Path
from data.load.dataset import load_dataset

def megabytes():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096 / 2**20

folder = Path(sys.argv[1])
path = folder / "tables" / "facts.csv"
before = megabytes()
start = time.process_time()
loaded = load_dataset(folder)
spent = time.process_time() - start
kept = sum(problem.table == "facts" for problem in loaded.problems)
count, rows = kept + loaded.omitted.get("facts", 0), len(loaded.tables.get("facts", ()))
path.write_bytes(Path(sys.argv[2]).read_bytes())
del loaded
loaded = load_dataset(folder)
gc.collect()
print(spent, megabytes() - before, kept, count, rows, len(loaded.problems))
"""


def fill(path: Path, *, faulty: bool) -> None:
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    places = {name: place for place, name in enumerate(header.split(","))}
    cells = next(row for row in rows if '"' not in row).split(",")
    with path.open("w", encoding="utf-8") as file:
        file.write(header + "\n")
        for number in range(ROWS):
            cells[places["fact"]] = f"x-{number}"
            if faulty:
                cells[places["unit"]] = cells[places["origin"]] = cells[places["qualifier"]] = "?"
            file.write(",".join(cells) + "\n")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
@pytest.mark.parametrize("faulty", [True, False], ids=["faulty", "sound"])
def test_many_rows_load_in_seconds_and_free_their_memory(tmp_path: Path, *, faulty: bool) -> None:
    copy_package(tmp_path)
    fill(tmp_path / "tables" / "facts.csv", faulty=faulty)
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(tmp_path), str(FOLDER / "tables" / "facts.csv")],
        cwd=FOLDER.parent,
        env={**os.environ, "PYTHONPATH": str(FOLDER.parent)},
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    spent, grown, kept, count, rows, after = (float(part) for part in done.stdout.split())
    assert spent < MOST_CPU_S
    assert grown < MOST_KEPT_MB
    assert after == 0
    assert (kept, rows) == ((KEPT_PROBLEMS, 0) if faulty else (0, ROWS))
    assert count >= 3 * ROWS if faulty else count == 0
