"""The app as a Streamlit server in a separate process."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

REPOSITORY = Path(__file__).parents[2]
PATIENCE_S = 60


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(server: subprocess.Popen[bytes], address: str) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{address}_stcore/health", timeout=1) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.02)
    message = f"the app did not start at {address}"
    raise RuntimeError(message)


def _environment() -> dict[str, str]:
    """Return the environment of a server whose modules are compiled once, not in each start."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True)
class Server:
    """A running server: its address, ending in a slash, and its process."""

    address: str
    process: subprocess.Popen[bytes]


@contextmanager
def running_server(
    script: str = "serve.py",
    folder: Path = REPOSITORY,
    *,
    options: Mapping[str, str] = MappingProxyType({}),
    log: Path = Path(os.devnull),
) -> Iterator[Server]:
    """Run `script` of `folder` on a free port.

    Parameters
    ----------
    script : str
        The script, relative to `folder`.
    folder : Path
        Folder of the app.
    options : mapping of str to str
        Additional environment variables of the server.
    log : Path
        File for the output of the server.
    """
    port = _free_port()
    address = f"http://localhost:{port}/"
    with log.open("wb") as written:
        server = subprocess.Popen(
            [
                *(sys.executable, "-m", "streamlit", "run", script),
                *("--server.port", str(port), "--server.headless", "true"),
            ],
            cwd=folder,
            env={**_environment(), **options},
            stdout=written,
            stderr=written,
        )
    try:
        _wait_until_healthy(server, address)
        yield Server(address, server)
    finally:
        server.terminate()
        server.wait(timeout=20)


def copied_app(folder: Path) -> Path:
    """Copy the Atlas into a new folder, with its compiled modules, and return the folder.

    Modules that another process is compiling are left out.
    """
    ignored = shutil.ignore_patterns(".git", ".venv", "*_cache", "tests", "*.pyc.*")
    shutil.copytree(REPOSITORY, folder, ignore=ignored)
    return folder


@contextmanager
def running_app(script: str = "serve.py", folder: Path = REPOSITORY) -> Iterator[str]:
    """Run `script` of `folder` on a free port and yield its address, ending in a slash."""
    with running_server(script, folder) as server:
        yield server.address
