"""Process that reads an own file: limits of the process, and one answer for one task."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.load.package import FOLDER
from data.own_file.process import LARGEST_MEMORY, NICENESS
from tests.data.own_files import TEMPLATE


@pytest.fixture
def process() -> Iterator[subprocess.Popen[bytes]]:
    """The process, waiting for its task."""
    started = subprocess.Popen(
        [sys.executable, "-m", "data.own_file.process"],
        cwd=FOLDER.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with started:
        yield started
        started.kill()


def limits(process: subprocess.Popen[bytes]) -> tuple[str, str, int]:
    """Limits of the address space, the priority if memory is short, and the niceness."""
    folder = Path("/proc") / str(process.pid)
    lines = (folder / "limits").read_text(encoding="ascii").splitlines()
    (space,) = [line for line in lines if line.startswith("Max address space")]
    first = (folder / "oom_score_adj").read_text(encoding="ascii").strip()
    return space, first, os.getpriority(os.PRIO_PROCESS, process.pid)


def test_the_process_gives_way_to_the_server(process: subprocess.Popen[bytes]) -> None:
    expected = [str(LARGEST_MEMORY), str(LARGEST_MEMORY)]
    own = os.getpriority(os.PRIO_PROCESS, 0)
    end = time.monotonic() + 60
    while limits(process)[0].split()[3:5] != expected and time.monotonic() < end:
        time.sleep(0.05)
    space, first, niceness = limits(process)
    assert space.split()[3:5] == expected
    assert first == "1000"
    assert niceness == min(own + NICENESS, 19)


def test_the_answer_is_the_only_output(process: subprocess.Popen[bytes]) -> None:
    task = json.dumps({"name": "t.csv"}).encode() + b"\n"
    output, errors = process.communicate(task + TEMPLATE.encode(), timeout=60)
    assert errors == b""
    assert json.loads(output)["file"]["name"] == "t.csv"


def test_a_file_that_cannot_be_read_is_answered_by_its_fault(
    process: subprocess.Popen[bytes],
) -> None:
    output, _errors = process.communicate(b'{"name": "t.csv"}\na;b\n1;2\n', timeout=60)
    assert json.loads(output).keys() == {"fault"}
