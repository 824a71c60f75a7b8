"""Tests of component scripts, run without a browser from the folder `scripts`."""

import pytest

from components.assets import FOLDER
from tests.scripts import SUITES, run_script_test, script_tests

CASES = [
    (path.name, name) for path in sorted(SUITES.glob("*.js")) for name in script_tests(path.name)
]


@pytest.mark.parametrize(("suite", "name"), CASES, ids=[": ".join(case) for case in CASES])
def test_a_script(suite: str, name: str) -> None:
    run_script_test(suite, name)


def test_every_script_has_tests() -> None:
    # Those that nothing can import from have tests in Python.
    in_python = {"connect.js", "outbox.js", "served_script.js"}
    tested = {path.name for path in SUITES.glob("*.js")} | in_python
    assert {path.name for path in FOLDER.rglob("*.js")} == tested
