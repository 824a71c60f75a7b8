"""Measure how fast a visitor's file is read: `python -m tests.benchmark.own_file`."""

import json
import subprocess
import sys
import time

from tests.browser.server import REPOSITORY
from tests.data.own_files import comtrade_file

ROWS = 1_000_000


def own_file_line() -> str:
    """Return the time to read a file with `ROWS` rows of UN Comtrade in its process, as a line."""
    content = comtrade_file(ROWS)
    start = time.perf_counter()
    run = subprocess.run(
        [sys.executable, "-m", "data.own_file.process"],
        check=True,
        cwd=REPOSITORY,
        input=b"{}\n" + content,
        capture_output=True,
    )
    passed = time.perf_counter() - start
    read = json.loads(run.stdout)["file"]
    if read["rows"] != ROWS or not read["values"]:
        message = f"the file was not read: {read['rows']} rows"
        raise RuntimeError(message)
    size = len(content) / 1e6
    return f"own file: {ROWS:,} rows of UN Comtrade, {size:.0f} MB, read in {passed:.1f} s"


if __name__ == "__main__":
    print(own_file_line())  # noqa: T201
