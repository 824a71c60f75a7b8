"""Garbage collection between runs, and removal of closed sessions."""

import asyncio
import gc
import json
import threading
import time
import tomllib
import urllib.request
import weakref
from collections.abc import Iterator

import pytest

import serve
from components.server import housekeeping
from components.server.housekeeping import AUTOMATIC, Housekeeper, Schedule
from tests.benchmark.visitor import Visitor
from tests.browser.server import REPOSITORY, running_server

PATIENCE_S = 30


@pytest.fixture(scope="module")
def counting() -> Iterator[str]:
    """Address of a server that counts collections and sessions."""
    options = {"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": "1"}
    with running_server("tests/components/counting_app.py", options=options) as server:
        yield server.address


def counts(address: str) -> dict[str, int]:
    with urllib.request.urlopen(f"{address}counts") as answer:
        found: dict[str, int] = json.load(answer)
    return found


def test_no_garbage_is_collected_during_a_run(counting: str) -> None:
    async def visit() -> None:
        async with Visitor(counting) as visitor:
            for round_ in range(40):
                await visitor.change({"years": f"2018-{2020 + round_ % 4}"})

    before = counts(counting)
    asyncio.run(visit())
    after = counts(counting)
    assert after["during_runs"] == before["during_runs"] == 0
    assert after["housekeeping"] > before["housekeeping"]


def test_closed_sessions_are_freed(counting: str) -> None:
    async def visit() -> int:
        visitors = [Visitor(counting) for _ in range(50)]
        for visitor in visitors:
            await visitor.open()
        living = counts(counting)["sessions"]
        for visitor in visitors:
            await visitor.close()
        return living

    assert asyncio.run(visit()) >= 50
    deadline = time.monotonic() + PATIENCE_S
    # A variable of Streamlit's event loop refers to the last session until the next one is opened.
    while counts(counting)["sessions"] > 1 and time.monotonic() < deadline:
        time.sleep(0.2)
    assert counts(counting)["sessions"] <= 1


def test_streamlit_does_not_collect_garbage_after_a_run() -> None:
    text = (REPOSITORY / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text)["runner"]["postScriptGC"] is False


class Stage:
    """Simulated clock, runs and collections."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        self.busy = False
        self.generation = 1
        self.counts = (0, 0, 0)
        self.done: list[str] = []
        monkeypatch.setattr(gc, "get_count", lambda: self.counts)
        monkeypatch.setattr(gc, "collect", self.collect)
        monkeypatch.setattr(housekeeping, "clear_caches", lambda: self.done.append("clear"))
        monkeypatch.setattr(housekeeping, "collect_deeply", lambda: self.done.append("deep"))
        monkeypatch.setattr(housekeeping, "give_back_memory", lambda: None)
        self.keeper = Housekeeper(
            generation=lambda: self.generation,
            schedule=Schedule(sessions_kept=60),
            clock=lambda: self.now,
            busy=lambda: self.busy,
        )

    def collect(self, generation: int = 2) -> int:
        self.done.append("young" if generation < 2 else "full")
        self.counts = (0, 0, 0)
        return 0

    def after(self, seconds: float) -> list[str]:
        """Return the collections of the next seconds, with four ticks per second."""
        self.done.clear()
        for _ in range(round(seconds * 4)):
            self.now += 0.25
            self.keeper.tick()
        return list(self.done)


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Stage:
    return Stage(monkeypatch)


def test_nothing_is_collected_while_a_run_goes_on(stage: Stage) -> None:
    stage.busy, stage.counts = True, (20_000, 0, 0)
    assert stage.after(4) == []
    stage.busy = False
    assert stage.after(1) == ["young"]


def test_a_server_that_is_never_idle_still_collects_garbage(stage: Stage) -> None:
    stage.busy = True
    found = []
    for _ in range(130):
        stage.counts = (20_000, 0, 0)
        found += stage.after(1)
    assert found.count("full") == 1
    assert 20 <= found.count("young") <= 30
    assert "deep" not in found


def test_full_collections_end_some_time_after_the_last_session(stage: Stage) -> None:
    stage.counts = (20_000, 0, 0)
    found = stage.after(400)
    assert found[0] == "young"
    assert 3 <= found.count("full") <= 6
    assert stage.after(3600) == ["deep"]
    assert stage.after(3600) == []


def test_a_reload_of_the_data_is_followed_by_a_deep_collection(stage: Stage) -> None:
    stage.generation, stage.busy = 2, True
    assert stage.after(3) == []
    stage.busy = False
    assert stage.after(10) == ["clear", "deep"]


def test_deep_collections_are_repeated_at_intervals(stage: Stage) -> None:
    found = []
    for _ in range(30):
        stage.counts = (20_000, 0, 0)
        found += stage.after(60)
    assert found.count("deep") in {2, 3}


def test_a_deep_collection_frees_exempt_garbage() -> None:
    class Thing:
        """Refers to itself."""

    thing = Thing()
    thing.__dict__["self"] = thing
    freed = threading.Event()
    weakref.finalize(thing, freed.set)
    try:
        housekeeping.exempt_loaded()
        del thing
        gc.collect()
        assert not freed.is_set()
        housekeeping.collect_deeply()
        assert freed.is_set()
    finally:
        gc.unfreeze()


def test_housekeeping_restores_the_thresholds_of_the_collector() -> None:
    before, stop = gc.get_threshold(), threading.Event()
    keeper = Housekeeper(generation=lambda: 1, schedule=Schedule(tick=0.01))
    thread = threading.Thread(target=keeper.run, args=(stop,))
    thread.start()
    while gc.get_threshold() != AUTOMATIC:
        time.sleep(0.01)
    stop.set()
    thread.join()
    assert gc.get_threshold() == before


def test_garbage_is_collected_again_after_the_start() -> None:
    stop = threading.Event()
    stop.set()
    loop = asyncio.new_event_loop()
    try:
        serve._background(loop, stop)
    finally:
        loop.close()
    assert gc.isenabled()
