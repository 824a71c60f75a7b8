"""Write the mutants of a copy of the checkout and try a sample; called by `tests.mutation`."""

import json
import os
import subprocess
import sys
from math import ceil
from pathlib import Path

from mutmut.__main__ import collect_or_load_stats, create_mutants
from mutmut.configuration import config
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state
from mutmut.utils.format_utils import mangled_name_from_mutant_name
from mutmut.workers.isolation import get_mutant_runner

from tests.mutation.sampling import fastest_first, sample, state_of, table

RESULTS = Path("results.json")

LONGEST_TRIAL = 20.0
"""Seconds that the tests of one mutant may take together; slower tests are left out."""


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
    """Run the tests that call the function of each mutant; return what became of each."""
    runner = get_mutant_runner(1)
    collect_or_load_stats(runner)
    set_mutant_under_test("")
    runner.startup()
    seconds = state().duration_by_test
    states: dict[str, str] = {}
    for name in names:
        function = mangled_name_from_mutant_name(name)
        called = state().tests_by_mangled_function_name[function]
        tests = fastest_first(called, seconds, LONGEST_TRIAL)
        expected = sum(seconds[test] for test in tests)
        limit = (expected + config().timeout_constant) * config().timeout_multiplier
        # The runner ends a mutant after half of this.
        runner.submit(name, tests, ceil(2 * limit), expected)
        states[name] = state_of(runner.wait_for_result().exit_code)
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
