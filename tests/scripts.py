"""Runner of component scripts without a browser."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from py_mini_racer import JSPromise, MiniRacer

from components.assets import script

HERE = Path(__file__).parent
BROWSER = ("browser_clock.js", "browser_page.js", "script_suite.js")
PATIENCE_S = 10
SUITES = HERE / "components" / "scripts"
"""Folder of tests written in JavaScript; each imports from the script that it tests."""

_IMPORT = re.compile(r'^import [^"]+ from "[./]*/components/([\w/]+\.js)";$', re.MULTILINE)


PASS_UNTIL_SENT = """
function passUntilSent(milliseconds, step) {
  let left = milliseconds;
  do {
    pass(Math.min(left, step));
    left = Math.max(0, left - step);
  } while (left > 0 && sent.length === 0);
  return left;
}
"""
"""In the engine, since each call of it takes longer than what is called."""


@cache
def _engine() -> MiniRacer:
    """Return the JavaScript engine of the process, which starts slowly."""
    engine = MiniRacer()
    for name in BROWSER:
        engine.eval((HERE / name).read_text(encoding="utf-8"))
    engine.eval(script("controls/outbox.js"))
    engine.eval("let outbox; let sent;")
    engine.eval(PASS_UNTIL_SENT)
    return engine


def _ask(expression: str) -> Any:
    return json.loads(str(_engine().eval(f"JSON.stringify({expression})")))


@cache
def script_tests(suite: str) -> list[str]:
    """Return the names of the tests in a file of `SUITES`."""
    text = (SUITES / suite).read_text(encoding="utf-8")
    (tested,) = _IMPORT.findall(text)
    joined = script(tested).replace("export default function", "function draw")
    _engine().eval(
        f"beginSuite({json.dumps(suite)}); (() => {{ {joined}\n{_IMPORT.sub('', text)} }})(); 0"
    )
    names: list[str] = _ask(f"namesOf({json.dumps(suite)})")
    return names


def run_script_test(suite: str, name: str) -> None:
    """Run one test of a file of `SUITES`.

    Raises
    ------
    py_mini_racer.JSEvalException
        If it fails.
    """
    script_tests(suite)
    ran = _engine().eval(f"runTest({json.dumps(suite)}, {json.dumps(name)})")
    if isinstance(ran, JSPromise):
        ran.get(timeout=PATIENCE_S)


class Outbox:
    """Outbox of a browser tab with a simulated clock; only one instance at a time."""

    def __init__(self) -> None:
        self._engine = _engine()
        self._do("timers = []; clock = 0; sent = []; outbox = createOutbox(() => clock)")

    def _do(self, statement: str) -> None:
        self._engine.eval(f"{statement}; 0")

    def connect(self) -> None:
        """Simulate the drawing of a component that can send."""
        self._do("outbox.connect((message) => sent.push(message))")

    def put(self, **changes: str) -> None:
        """Change parameters."""
        self._do(f"outbox.put({json.dumps(changes)})")

    def hold(self, **changes: str) -> None:
        """Keep changes for the next message."""
        self._do(f"outbox.hold({json.dumps(changes)})")

    def flush(self) -> bool:
        """Send what is kept."""
        return bool(_ask("outbox.flush()"))

    def confirm(self, tab: str, number: int) -> None:
        """Simulate the server's confirmation of a message."""
        self._do(f"outbox.confirm({json.dumps(tab)}, {number}); outbox.arrive()")

    def leave(self) -> None:
        """Go to another address."""
        self._do("outbox.leave()")

    def reconnected(self) -> None:
        """Simulate a restored connection."""
        self._do("outbox.reconnected()")

    def pass_time(self, milliseconds: float) -> None:
        """Advance the clock."""
        self._do(f"pass({milliseconds})")

    def pass_until_sent(self, milliseconds: float, step: float) -> float:
        """Let time pass in steps, until something is sent; return what was left of it then."""
        return float(_ask(f"passUntilSent({milliseconds}, {step})"))

    def sent(self) -> list[dict[str, Any]]:
        """Return the messages sent since the last call."""
        messages: list[dict[str, Any]] = _ask("sent.splice(0)")
        return messages

    def pending(self, name: str, heard: tuple[str, int] | None = None) -> str | None:
        """Return the value of a parameter newer than the message heard; None without one."""
        asked = f"outbox.pending({json.dumps(name)}, {json.dumps(heard)}) ?? null"
        value: str | None = _ask(asked)
        return value

    def is_latest(self, tab: str, number: int) -> bool:
        """Return whether a message includes every change of the tab."""
        return bool(_ask(f"outbox.isLatest({json.dumps([tab, number])})"))

    def applied(self, query: str) -> str:
        """Return a query string with all unconfirmed changes applied."""
        return str(_ask(f"outbox.applied({json.dumps(query)})"))

    def state(self, name: str) -> bool:
        """Return the state `busy`, `turning` or `unanswered`, by name."""
        return bool(_ask(f"outbox.{name}"))

    @property
    def tab(self) -> str:
        """Name of the tab."""
        return str(_ask("outbox.tab"))
