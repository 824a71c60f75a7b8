"""Write the mutants of a copy of the checkout and try a sample; called by `tests.mutation`."""

import json
import os
import subprocess
import sys
from collections.abc import Collection
from math import ceil
from pathlib import Path

from mutmut.__main__ import collect_or_load_stats, create_mutants
from mutmut.configuration import config
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state
from mutmut.utils.format_utils import mangled_name_from_mutant_name
from mutmut.workers.isolation import get_mutant_runner

from tests.mutation.importers import importers
from tests.mutation.sampling import fastest_first, sample, state_of, table

RESULTS = Path("results.json")

LONGEST_TRIAL = 20.0
"""Seconds that one run of tests may take for a mutant; slower tests are left out."""


def write_mutants() -> list[str]:
    """Write the mutants into the folder `mutants`, seal its data, and return their names.

    The mutants of a function stand beside it in one file, and a variable of the environment
    chooses one of them. So one seal is right for all mutants of the rules for tables.
    """
    create_mutants(1)
    unchanged = {**os.environ, "MUTANT_UNDER_TEST": ""}
    subprocess.run([sys.executable, "-m", "data.check"], cwd="mutants", env=unchanged, check=True)
    return [
        name
        for path in sorted(Path("mutants/data").rglob("*.py.meta"))
        for name in json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    ]


def try_mutants(names: list[str]) -> dict[str, str]:
    """Return what became of each mutant.

    The tests that call its function run first. If it survives, so do all tests of modules that
    import its module: a value that is kept with the dataset is computed in the first test only.
    """
    runner = get_mutant_runner(1)
    collect_or_load_stats(runner)
    set_mutant_under_test("")
    runner.startup()
    seconds = state().duration_by_test
    by_import = importers(Path("mutants/tests/data"), Path("mutants"))

    def result(name: str, tests: Collection[str]) -> str:
        chosen = fastest_first(tests, seconds, LONGEST_TRIAL)
        expected = sum(seconds[test] for test in chosen)
        limit = (expected + config().timeout_constant) * config().timeout_multiplier
        # The runner ends a mutant after half of this.
        runner.submit(name, chosen, ceil(2 * limit), expected)
        return state_of(runner.wait_for_result().exit_code)

    states: dict[str, str] = {}
    for name in names:
        function = mangled_name_from_mutant_name(name)
        called = state().tests_by_mangled_function_name[function]
        states[name] = result(name, called)
        if states[name] in {"survived", "not tried"}:
            files = by_import.get(name.rpartition(".")[0], set())
            others = {test for test in seconds if test.partition("::")[0] in files} - called
            states[name] = result(name, others) if others else states[name]
        sys.stdout.write(f"{len(states)}/{len(names)} {states[name]} {name}\n")
        sys.stdout.flush()
        RESULTS.write_text(json.dumps(states, indent=1), encoding="utf-8")
    runner.signal_work_complete()
    runner.shutdown()
    return states


def main(prefix: str, count: int, seed: int) -> None:
    """Try a sample of the mutants of modules whose path begins with a prefix."""
    names = write_mutants()
    start = prefix.removesuffix(".py").replace("/", ".")
    chosen = sample([name for name in names if name.startswith(start)], count, seed)
    sys.stdout.write(f"{len(chosen)} of {len(names)} mutants\n")
    sys.stdout.write("\n".join(table(try_mutants(chosen))) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
