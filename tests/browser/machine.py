"""Chromium for tests: the installed one, or a downloaded one."""

import os
import shutil
import subprocess
import sys
from typing import Any

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""Names of browsers; the first has no window, and takes a seventh less of the processor's time."""


def _installed() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _run(*command: str) -> bool:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        return subprocess.run(command, env=quiet, check=False).returncode == 0
    except FileNotFoundError:
        return False


def chromium_path() -> str | None:
    """Return the path of Chromium, installing it if none is found.

    Debian's package is tried first. Without a package manager, Playwright downloads its own build,
    and the function returns None, which makes Playwright use it.

    Raises
    ------
    RuntimeError
        If both ways fail.
    """
    if path := _installed():
        return path
    root = () if os.geteuid() == 0 else ("sudo", "--non-interactive")
    if _run(*root, "apt-get", "update", "-qq"):
        _run(*root, "apt-get", "install", "-y", "-qq", NAMES[0])
    if path := _installed():
        return path
    if _run(sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"):
        return None
    message = f"no Chromium: install Debian's package '{NAMES[0]}' and run the tests again"
    raise RuntimeError(message)


THRIFTY = (
    "--process-per-site",
    "--js-flags=--no-script-streaming,--invocation-count-for-maglev=20000",
)
"""Options for many pages that are opened for a short time. Pages of one context share a process
with the scripts it has compiled, which takes away a third of the processor time of a page; no
script is compiled again while it arrives, which takes away a fifth of that of the smallest app; and
only functions that are called very often are optimised, which takes away a tenth of all tests."""


def launch_options(
    path: str | None, *, webgl: bool = True, thrifty: bool = False
) -> dict[str, Any]:
    """Return Playwright's launch options: no sandbox for root, no background network traffic.

    Parameters
    ----------
    path : str or None
        Chromium; None takes the build that Playwright fetched.
    webgl : bool
        Whether WebGL is drawn by graphics software, for machines without a graphics card. The
        rest of the screen is put together without it. A browser without WebGL draws everything
        in a fraction of the processor time.
    thrifty : bool
        Whether many pages are opened for a short time, so that `THRIFTY` helps. Measurements of
        speed are made without it.

    Notes
    -----
    No name leads to a host but this one, so that nothing leaves the machine.
    """
    graphics = [
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
        "--disable-gpu-compositing",
    ]
    return {
        "executable_path": path,
        "args": [
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--font-render-hinting=none",
            *(graphics if webgl else ["--disable-3d-apis"]),
            *(THRIFTY if thrifty else ()),
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
        ],
    }
