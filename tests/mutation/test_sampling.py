"""Sample of mutants: repeatable, of distinct mutants, with a table whose counts add up."""

import tomllib

import pytest

from tests.documents import REPOSITORY
from tests.mutation.sampling import fastest_first, module_of, sample, state_of, table

NAMES = [f"data.evidence.units.x_scale__mutmut_{number}" for number in range(1, 50)]


def test_a_sample_is_repeatable_and_has_no_mutant_twice() -> None:
    first = sample(NAMES, 20, 7)
    assert first == sample(reversed(NAMES), 20, 7)
    assert first != sample(NAMES, 20, 8)
    assert len(set(first)) == 20
    assert set(first) < set(NAMES)


def test_a_sample_of_more_than_all_mutants_has_all() -> None:
    assert sorted(sample(NAMES, 1000, 1)) == sorted(NAMES)


def test_a_larger_sample_begins_with_a_smaller_one() -> None:
    assert sample(NAMES, 30, 7)[:10] == sample(NAMES, 10, 7)


def test_the_module_of_a_mutant_is_a_path() -> None:
    assert module_of(NAMES[0]) == "data/evidence/units.py"
    assert (REPOSITORY / module_of(NAMES[0])).is_file()


@pytest.mark.parametrize(
    ("exit_code", "state"),
    [(0, "survived"), (33, "not tried"), (1, "killed"), (3, "killed"), (-24, "timeout")],
)
def test_the_exit_code_of_pytest_says_what_became_of_a_mutant(exit_code: int, state: str) -> None:
    assert state_of(exit_code) == state


@pytest.mark.parametrize("exit_code", [2, 4, 5])
def test_a_run_without_a_result_is_no_kill(exit_code: int) -> None:
    assert state_of(exit_code) == "not tried"


def test_the_table_counts_a_mutant_without_an_end_as_killed() -> None:
    lines = table(
        {
            "data.files.x_read__mutmut_1": "killed",
            "data.files.x_read__mutmut_2": "timeout",
            "data.check.x_main__mutmut_1": "survived",
            "data.check.x_main__mutmut_2": "not tried",
        }
    )
    assert [line.split() for line in lines[1:]] == [
        ["data/check.py", "0", "0", "1", "1", "0.0"],
        ["data/files.py", "1", "1", "0", "0", "100.0"],
        ["total", "1", "1", "1", "1", "50.0"],
    ]


@pytest.mark.parametrize(
    ("longest", "expected"), [(9.0, ["b", "c", "a"]), (3.4, ["b", "c"]), (0.1, ["b"])]
)
def test_tests_run_fastest_first_within_a_time(longest: float, expected: list[str]) -> None:
    seconds = {"a": 2.0, "b": 0.5, "c": 1.0}
    assert fastest_first({"a", "b", "c"}, seconds, longest) == expected


def test_the_settings_mutate_the_data_and_run_its_tests() -> None:
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    mutmut = settings["tool"]["mutmut"]
    folders = mutmut["source_paths"] + mutmut["pytest_add_cli_args_test_selection"]
    assert all((REPOSITORY / folder).is_dir() for folder in folders)
    deselected = [
        argument.removeprefix("--deselect=")
        for argument in mutmut["pytest_add_cli_args"]
        if argument.startswith("--deselect=")
    ]
    assert deselected
    for test in deselected:
        module, _, name = test.partition("::")
        assert f"def {name}(" in (REPOSITORY / module).read_text(encoding="utf-8"), test
