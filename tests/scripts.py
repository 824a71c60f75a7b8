"""The scripts of the components, run without a browser."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from py_mini_racer import MiniRacer

from components.assets import script

CLOCK = (Path(__file__).parent / "browser_clock.js").read_text(encoding="utf-8")


@cache
def _engine() -> MiniRacer:
    """Return the one engine of the process, which takes its time to start."""
    engine = MiniRacer()
    engine.eval(CLOCK + script("outbox.js"))
    engine.eval("let outbox; let sent;")
    return engine


class Outbox:
    """The outbox of a browser tab, with a clock that a test moves; one at a time."""

    def __init__(self) -> None:
        self._engine = _engine()
        self._do("timers = []; clock = 0; sent = []; outbox = createOutbox(() => clock)")

    def _ask(self, expression: str) -> Any:
        return json.loads(str(self._engine.eval(f"JSON.stringify({expression})")))

    def _do(self, statement: str) -> None:
        self._engine.eval(f"{statement}; 0")

    def connect(self) -> None:
        """Let a component that can send be drawn."""
        self._do("outbox.connect((message) => sent.push(message))")

    def put(self, **changes: str) -> None:
        """Choose something."""
        self._do(f"outbox.put({json.dumps(changes)})")

    def confirm(self, tab: str, number: int) -> None:
        """Let the server's confirmation arrive."""
        self._do(f"outbox.confirm({json.dumps(tab)}, {number}); outbox.arrive()")

    def leave(self) -> None:
        """Go to another address."""
        self._do("outbox.leave()")

    def pass_time(self, milliseconds: float) -> None:
        """Let time pass."""
        self._do(f"pass({milliseconds})")

    def sent(self) -> list[dict[str, Any]]:
        """Return what was sent since this was asked for last."""
        messages: list[dict[str, Any]] = self._ask("sent")
        self._do("sent = []")
        return messages

    def pending(self, name: str) -> str | None:
        """Return the value of a parameter that is not confirmed."""
        held: str | None = self._ask(f"outbox.pending({json.dumps(name)}) ?? null")
        return held

    def applied(self, query: str) -> str:
        """Return a query string with everything that is not confirmed."""
        return str(self._ask(f"outbox.applied({json.dumps(query)})"))

    def state(self, name: str) -> bool:
        """Return `busy`, `turning` or `unanswered`."""
        return bool(self._ask(f"outbox.{name}"))

    @property
    def tab(self) -> str:
        """Name of the tab."""
        return str(self._ask("outbox.tab"))
