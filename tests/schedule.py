"""Which tests one worker of a divided run takes together, and in which order tests run."""

from xdist.scheduler import LoadScopeScheduling

TIMED = frozenset(
    {
        "test_a_table_recreated_repeatedly_causes_no_fault",
        "test_a_very_long_search_is_fast",
        "test_a_very_long_value_is_refused_fast_and_not_cached",
        "test_many_rows_load_in_seconds_and_free_their_memory",
        "test_other_threads_use_the_previous_dataset_during_a_reload",
        "test_very_many_parameters_are_read_fast_and_not_cached",
        "test_an_invalid_web_address_has_no_qr_code_and_no_remark",
    }
)
"""Tests that measure time, which run one after the other."""

WHOLE = frozenset({"tests/browser/test_policy.py", "tests/browser/test_stretching.py"})
"""Modules of the browser that share a server of their own."""


LONGEST = (
    "tests/browser/test_stretching.py",
    "tests/browser/test_policy.py",
    "tests/browser/test_gesture_machine.py",
    "tests/browser/test_looks.py",
    "tests/browser/test_deck.py",
    "tests/browser/test_audience.py",
    "tests/browser/test_stopped_server.py",
    "tests/browser/test_map.py",
    "tests/browser/test_gestures.py",
    "tests/browser/test_failure.py",
    "tests/browser/test_print.py",
)
"""Modules with the longest groups of the last stage, the longest first: they start early, so that
the workers finish at nearly the same time."""


def place(nodeid: str) -> tuple[int, int]:
    """Stage of a test, and its place among the modules of the stage with the longest groups."""
    module = nodeid.partition("::")[0]
    return stage(nodeid), LONGEST.index(module) if module in LONGEST else len(LONGEST)


def stage(nodeid: str) -> int:
    """Linters first, then what needs no browser, then the browser: a fault is shown early."""
    if nodeid.startswith("tests/test_house.py"):
        return 0
    return 2 if nodeid.startswith("tests/browser/") else 1


def group(nodeid: str) -> str:
    """Name of the tests that one worker runs one after the other.

    Tests of a module share servers, datasets and figures. Checkers of the code, each a process of
    its own, and tests of the browser, which are few and slow, are divided one by one.
    """
    module, _, name = nodeid.partition("::")
    if name.partition("[")[0] in TIMED:
        return "timed"
    return module if stage(nodeid) == 1 or module in WHOLE else nodeid


class Schedule(LoadScopeScheduling):  # type: ignore[misc]
    """Give a worker one group of tests after the other.

    The marker `xdist_group` of pytest-xdist 3.8 has no effect under pytest 9.2.
    """

    def _split_scope(self, nodeid: str) -> str:
        return group(nodeid)
