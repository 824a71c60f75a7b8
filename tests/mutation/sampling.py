"""Sample of mutants, and the share of them that tests kill."""

import random
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import accumulate

STATES = ("killed", "timeout", "survived", "not tried")
"""What can become of a mutant; one that runs without an end counts as killed."""


def sample(names: Iterable[str], count: int, seed: int) -> list[str]:
    """Return a random sample of mutants in random order, the same one for the same seed.

    A larger sample begins with a smaller one, and the first mutants of a sample are one as well.
    """
    found = sorted(names)
    random.Random(seed).shuffle(found)
    return found[:count]


def module_of(mutant: str) -> str:
    """Return the path of the module of a mutant, such as `data/evidence/units.py`."""
    return mutant.rpartition(".")[0].replace(".", "/") + ".py"


def state_of(exit_code: int) -> str:
    """Return what became of a mutant, from the exit code of pytest or the signal that ended it."""
    if exit_code in (1, 3):
        return "killed"
    if exit_code == 0:
        return "survived"
    return "timeout" if exit_code < 0 else "not tried"


def table(states: Mapping[str, str]) -> list[str]:
    """Return lines with the number of mutants by module and state, and their total."""
    counts: dict[str, Counter[str]] = {}
    for mutant, state in sorted(states.items()):
        counts.setdefault(module_of(mutant), Counter())[state] += 1
    total: Counter[str] = Counter()
    for count in counts.values():
        total += count
    width = max([len("module"), *map(len, counts)])
    head = f"{'module':{width}}" + "".join(f"{state:>10}" for state in STATES) + "    killed %"
    rows = {**counts, "total": total}
    return [head, *(_line(name, width, count) for name, count in rows.items())]


def _line(name: str, width: int, count: Counter[str]) -> str:
    killed = 100 * (count["killed"] + count["timeout"]) / (count.total() or 1)
    return (
        f"{name:{width}}" + "".join(f"{count[state]:>10}" for state in STATES) + f"{killed:>12.1f}"
    )


def fastest_first(
    tests: Collection[str], seconds: Mapping[str, float], longest: float
) -> list[str]:
    """Return tests in the order of their duration, as many as end within a number of seconds.

    The fastest test is always one of them.
    """
    ordered = sorted(tests, key=lambda test: (seconds.get(test, 0.0), test))
    ends = accumulate(seconds.get(test, 0.0) for test in ordered)
    return [
        test
        for place, (test, end) in enumerate(zip(ordered, ends, strict=True))
        if not place or end <= longest
    ]
