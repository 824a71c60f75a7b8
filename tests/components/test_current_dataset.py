"""Current dataset: concurrent access, reload after edits."""

import gc
import threading
import time
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from components import charts
from components.figures.registry import FIGURES
from components.map.content import WIDE
from components.process import figures as process_figures
from components.process.caches import all_caches, clear_caches
from components.process.dataset import GRACE_S, LOOK_EVERY_S, TRIES, CurrentDataset
from components.process.figures import stored
from data.lasting import lasts
from data.load.dataset import Dataset, fingerprint, load_dataset
from data.problems import Problem, Rule
from tests.data.copies import copy_package

FAULT = Problem(table="trade", file="trade.csv", rule=Rule.FILE_PRESENT)


def fresh(dataset: Dataset) -> Dataset:
    """Return another dataset with the same tables."""
    return Dataset(tables=dataset.tables, problems=())


def faulty(dataset: Dataset) -> Dataset:
    """Return a dataset whose table of trade did not load."""
    tables = {name: table for name, table in dataset.tables.items() if name != "trade"}
    return Dataset(tables=tables, problems=(FAULT,))


class Files:
    """Simulated data files, clock and loader."""

    def __init__(self, dataset: Dataset) -> None:
        self.now = 0.0
        self.version = 1
        self.dataset = dataset
        self.loads = 0
        self.looks = 0
        self.renewals = 0
        self.while_loading: Callable[[], None] = lambda: None
        self.while_waiting: Callable[[], None] = lambda: None
        self.current = CurrentDataset(
            load=self.load,
            look=self.look,
            renewed=self.renew,
            clock=lambda: self.now,
            sleep=self.sleep,
        )

    def load(self) -> Dataset:
        self.loads += 1
        self.while_loading()
        return self.dataset

    def look(self) -> int:
        self.looks += 1
        return self.version

    def renew(self) -> None:
        self.renewals += 1

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.while_waiting()

    def edit(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.version += 1

    def after(self, seconds: float) -> Dataset:
        self.now += seconds
        return self.current.snapshot().dataset


@pytest.fixture
def files(dataset: Dataset) -> Files:
    return Files(dataset)


def test_an_edit_is_noticed_within_half_a_second(files: Files, dataset: Dataset) -> None:
    assert files.after(0) is dataset
    new = fresh(dataset)
    files.edit(new)
    assert files.after(LOOK_EVERY_S / 2) is dataset
    assert files.after(LOOK_EVERY_S / 2) is new
    assert files.renewals == 1
    assert files.current.generation == 2


def test_files_are_checked_at_most_twice_a_second(files: Files) -> None:
    files.after(0)
    files.looks = 0
    for _ in range(10_000):
        files.after(0.0005)
    assert files.looks == pytest.approx(10, abs=1)


def test_other_threads_use_the_previous_dataset_during_a_reload(
    files: Files, dataset: Dataset
) -> None:
    files.after(0)
    loading, go_on = threading.Event(), threading.Event()

    def wait() -> None:
        loading.set()
        go_on.wait(10)

    new = fresh(dataset)
    files.edit(new)
    files.while_loading = wait
    with ThreadPoolExecutor() as pool:
        slow = pool.submit(files.after, LOOK_EVERY_S)
        assert loading.wait(10)
        start = time.perf_counter()
        assert all(files.after(LOOK_EVERY_S) is dataset for _ in range(1000))
        assert time.perf_counter() - start < 1
        go_on.set()
        assert slow.result(10) is new
    assert files.loads == 2
    assert files.after(0) is new


def test_all_threads_wait_for_the_first_load(files: Files, dataset: Dataset) -> None:
    files.while_loading = lambda: time.sleep(0.1)
    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(files.after, [0.0] * 16))
    assert all(one is dataset for one in found)
    assert files.loads == 1


def test_files_that_change_while_they_are_read_are_read_again(
    files: Files, dataset: Dataset
) -> None:
    half, whole = fresh(dataset), fresh(dataset)

    def finish_writing() -> None:
        if files.loads == 1:
            files.version += 1
        elif files.loads == 2:
            files.dataset = whole

    files.dataset = half
    files.while_loading = finish_writing
    assert files.after(0) is whole


def test_files_that_keep_changing_are_loaded_after_a_few_attempts(files: Files) -> None:
    def write() -> None:
        files.version += 1

    files.while_loading = write
    files.after(0)
    assert files.loads == TRIES


def test_a_briefly_missing_table_causes_no_fault(files: Files, dataset: Dataset) -> None:
    files.after(0)
    back = fresh(dataset)

    def come_back() -> None:
        if files.now > 1 and files.dataset is not back:
            files.edit(back)

    files.edit(faulty(dataset))
    files.while_waiting = come_back
    assert files.after(LOOK_EVERY_S) is back
    assert files.renewals == 1


def test_files_restored_to_their_previous_state_are_not_reloaded(
    files: Files, dataset: Dataset
) -> None:
    files.after(0)

    def undo() -> None:
        files.version = 1

    files.edit(faulty(dataset))
    files.while_waiting = undo
    assert files.after(LOOK_EVERY_S) is dataset
    assert files.renewals == 0
    assert files.loads == 2


def test_a_lasting_fault_is_reported_to_the_thread_that_finds_it(
    files: Files, dataset: Dataset
) -> None:
    files.after(0)
    lost = faulty(dataset)
    files.edit(lost)
    before = files.now
    assert files.after(LOOK_EVERY_S) is lost
    assert GRACE_S <= files.now - before - LOOK_EVERY_S <= 2
    assert files.loads == 2


def test_a_known_fault_causes_no_wait(files: Files, dataset: Dataset) -> None:
    files.dataset = faulty(dataset)
    files.after(0)
    other = replace(faulty(dataset))
    files.edit(other)
    start = files.now
    assert files.after(LOOK_EVERY_S) is other
    assert files.now == start + LOOK_EVERY_S


def test_a_failed_reload_keeps_the_previous_dataset(files: Files, dataset: Dataset) -> None:
    files.after(0)

    def fail() -> None:
        raise ValueError

    files.edit(dataset)
    files.while_loading = fail
    assert files.after(LOOK_EVERY_S) is dataset
    new = fresh(dataset)
    files.edit(new)
    files.while_loading = lambda: None
    assert files.after(LOOK_EVERY_S) is new


def test_an_unreadable_state_of_the_files_raises_no_error(dataset: Dataset) -> None:
    def vanish() -> int:
        raise FileNotFoundError

    current = CurrentDataset(load=lambda: dataset, look=vanish)
    assert current.snapshot().dataset is dataset


def test_a_table_recreated_repeatedly_causes_no_fault(tmp_path: Path, dataset: Dataset) -> None:
    copy_package(tmp_path)
    table = tmp_path / "tables" / "trade.csv"
    content, stop = table.read_bytes(), threading.Event()

    def recreate() -> None:
        while not stop.wait(0.05):
            table.unlink()
            time.sleep(0.05)
            table.write_bytes(content)

    def load() -> Dataset:
        return fresh(dataset) if table.exists() else faulty(dataset)

    current = CurrentDataset(load=load, look=lambda: fingerprint(tmp_path))
    current.snapshot()
    writer = threading.Thread(target=recreate)
    writer.start()
    try:
        deadline = time.monotonic() + 4
        while time.monotonic() < deadline:
            assert "trade" in current.snapshot().dataset.tables
            time.sleep(0.01)
    finally:
        stop.set()
        writer.join()


def test_a_reload_frees_the_previous_dataset_and_its_derived_values() -> None:
    from components.figures.registry import build_figure  # noqa: PLC0415
    from data.choice.parameters import filter_space  # noqa: PLC0415

    dataset = load_dataset()
    filters = filter_space(dataset).start("en")
    for name in FIGURES:
        assert build_figure(name, dataset=dataset, filters=filters).table is not None
    gone = weakref.ref(dataset)
    del dataset
    gc.collect()
    assert gone() is not None, "no cache holds the dataset: this test shows nothing"
    clear_caches()
    gc.collect()
    assert gone() is None


def test_an_edit_empties_all_caches_but_those_of_forms_and_geometry() -> None:
    space = stored()[1]
    for name in FIGURES:
        drawable = process_figures.stored_figure(name, space.start("en"))
        assert drawable.figure.form is None or drawable.figure.form.spec
        assert drawable.figure.make_map is None or drawable.figure.make_map(WIDE)
    bounded = {name: one for name, one in all_caches() if one.cache_info().maxsize is not None}
    sizes = {name: cache.cache_info().currsize for name, cache in bounded.items()}
    clear_caches()
    left = {name: one.cache_info().currsize for name, one in bounded.items() if lasts(one)}
    assert left == {name: sizes[name] for name in left}
    assert {name for name, size in left.items() if size} >= {
        "components.figures.figure._form",
        "data.geometry.legs_km",
    }
    assert not any(one.cache_info().currsize for name, one in bounded.items() if name not in left)


def test_chart_forms_have_no_text_of_a_catalogue() -> None:
    """An edit of a catalogue leaves the forms as they are, so texts come as arguments or rows."""
    modules = [*(Path(charts.__file__).parent).glob("*.py")]
    assert len(modules) > 10
    assert [path.name for path in modules if "gettext" in path.read_text(encoding="utf-8")] == []


def test_a_figure_made_while_the_dataset_changes_keeps_no_earlier_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dataset, space = stored()
    clear_caches()
    generations = iter((1, 2))
    monkeypatch.setattr(process_figures, "stored_generation", lambda: next(generations))
    figure = process_figures.stored_figure("trade_turnover", space.start("en")).figure
    assert figure.rows
    sizes = {name: cache.cache_info().currsize for name, cache in all_caches()}
    assert sizes["components.process.figures._build"] == 0
    assert dataset is stored()[0]
