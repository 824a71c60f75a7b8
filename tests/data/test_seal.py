"""Seal: matches the checked files and rules, and is written only without faults."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pandas.testing import assert_frame_equal

from data.check import write_seal
from data.load import seal
from data.load.dataset import Dataset, load_dataset
from data.load.package import FOLDER
from data.load.seal import RULES, SEAL, digest, is_sealed
from data.problems import Rule
from tests.data.copies import copy_package

ROOT = FOLDER.parent
Edit = Callable[[Path], object]


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    """A copy of the data package with a new seal of its files."""
    copy_package(tmp_path)
    (tmp_path / SEAL).write_text(digest(tmp_path) + "\n", encoding="ascii")
    return tmp_path


def change(folder: Path, table: str, before: bytes, after: bytes) -> None:
    path = folder / "tables" / f"{table}.csv"
    content = path.read_bytes()
    assert before in content
    assert len(before) == len(after)
    path.write_bytes(content.replace(before, after, 1))


def seal_anyway(folder: Path) -> None:
    (folder / SEAL).write_text(digest(folder) + "\n", encoding="ascii")


def table_names(loaded: Dataset) -> list[str]:
    return list(loaded.tables)


# --- The seal of the repository ---------------------------------------------------------------


def test_the_committed_seal_matches_the_files() -> None:
    assert is_sealed() is True, "the data or its rules have changed: run `python -m data.check`"


def test_the_committed_seal_names_every_file_and_catalogue_as_it_is() -> None:
    committed = (FOLDER / SEAL).read_text(encoding="utf-8")
    assert committed == f"{digest()}\n", "run `python -m data.check`"


def test_the_committed_seal_matches_a_copy_of_the_files(tmp_path: Path) -> None:
    copy_package(tmp_path)
    assert not is_sealed(tmp_path)
    shutil.copy(FOLDER / SEAL, tmp_path)
    assert is_sealed(tmp_path), "run `python -m data.check`"


def test_sealed_files_pass_every_check_and_load_to_the_same_tables() -> None:
    checked, trusting = load_dataset(trust_seal=False), load_dataset()
    assert checked.problems == ()
    assert trusting.problems == ()
    assert len(checked.tables) > 20
    assert table_names(trusting) == table_names(checked)
    for name, table in checked.tables.items():
        assert_frame_equal(trusting.tables[name], table, obj=name)


@pytest.mark.parametrize(("arguments", "checks"), [("", False), ("trust_seal=False", True)])
def test_loading_sealed_files_does_not_import_the_checks(arguments: str, *, checks: bool) -> None:
    code = (
        "import sys\n"
        "from data.load.dataset import load_dataset\n"
        f"loaded = load_dataset({arguments})\n"
        "assert loaded.tables and not loaded.problems\n"
        f"assert ('pandera' in sys.modules) is {checks}, sorted(sys.modules)\n"
        f"assert ('data.load.schema' in sys.modules) is {checks}\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr


# --- What breaks it ---------------------------------------------------------------------------


def test_a_changed_byte_invalidates_the_seal_and_the_fault_is_found(sealed: Path) -> None:
    assert is_sealed(sealed)
    assert load_dataset(sealed).problems == ()
    change(sealed, "trade", b",exact,", b",exakt,")
    assert not is_sealed(sealed)
    loaded = load_dataset(sealed)
    (problem,) = loaded.problems
    assert (problem.file, problem.rule, problem.found) == (
        "trade.csv",
        Rule.ALLOWED_VALUE,
        "exakt",
    )
    assert "trade" not in loaded.tables


def test_a_fault_in_the_drawing_is_found_without_the_seal(sealed: Path) -> None:
    path = sealed / "geo" / "lines.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    header = lines[0].strip().split(",")
    cells = lines[1].split(",")
    cells[header.index("waypoints")] = cells[header.index("waypoints")].split(";")[0]
    lines[1] = ",".join(cells)
    path.write_text("".join(lines), encoding="utf-8")
    found = load_dataset(sealed).problems
    assert ("lines.csv", 2) in {(problem.file, problem.row) for problem in found}


@pytest.mark.parametrize(
    "edit",
    [
        lambda folder: (folder / "tables" / "economy.csv").unlink(),
        lambda folder: (folder / "geo" / "new.csv").write_text("a\n", encoding="utf-8"),
        lambda folder: (folder / "tables" / "units.csv").rename(folder / "tables" / "unit.csv"),
        lambda folder: (folder / "tables" / "trade.csv").open("ab").write(b"\n"),
        lambda folder: (folder / "datapackage.json").open("ab").write(b" "),
        lambda folder: (folder / "datapackage.json").unlink(),
    ],
    ids=["lost", "added", "renamed", "longer", "descriptor", "no descriptor"],
)
def test_any_change_of_the_files_invalidates_the_seal(sealed: Path, edit: Edit) -> None:
    assert is_sealed(sealed)
    edit(sealed)
    assert not is_sealed(sealed)


def test_a_file_that_is_no_table_does_not_invalidate_the_seal(sealed: Path) -> None:
    (sealed / "tables" / "notes.txt").write_text("x", encoding="utf-8")
    assert is_sealed(sealed)


@pytest.mark.parametrize("rule", RULES)
def test_a_change_of_the_rules_invalidates_the_seal(
    sealed: Path, tmp_path_factory: pytest.TempPathFactory, rule: str
) -> None:
    code = tmp_path_factory.mktemp("rules")
    for name in RULES:
        (code / name).parent.mkdir(exist_ok=True)
        shutil.copy(FOLDER / name, code / name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(seal, "__file__", str(code / "load" / "seal.py"))
        assert is_sealed(sealed)
        with (code / rule).open("ab") as file:
            file.write(b"#")
        assert not is_sealed(sealed)
    assert is_sealed(sealed)


@pytest.mark.parametrize(
    "edit",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(bytes(range(256))),
        lambda path: path.write_text(path.read_text(encoding="ascii"), encoding="utf-16"),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_text(path.read_text(encoding="ascii")[:-2], encoding="ascii"),
        lambda path: path.write_text("0" * 64 + "\n", encoding="ascii"),
        lambda path: (path.unlink(), path.mkdir()),
    ],
    ids=["missing", "binary", "utf-16", "empty", "cut", "another", "folder"],
)
def test_without_a_readable_seal_no_file_is_sealed(sealed: Path, edit: Edit) -> None:
    assert is_sealed(sealed)
    edit(sealed / SEAL)
    assert is_sealed(sealed) is False
    change(sealed, "trade", b",exact,", b",exakt,")
    assert [problem.file for problem in load_dataset(sealed).problems] == ["trade.csv"]


# --- What it does -----------------------------------------------------------------------------


def test_sealed_files_are_checked_again_only_on_request(sealed: Path) -> None:
    change(sealed, "trade", b",exact,", b",exakt,")
    seal_anyway(sealed)
    trusting = load_dataset(sealed)
    assert trusting.problems == ()
    assert "exakt" in set(trusting.table("trade")["qualifier"])
    assert [problem.file for problem in load_dataset(sealed, trust_seal=False).problems] == [
        "trade.csv"
    ]


# --- How it is written ------------------------------------------------------------------------


def test_a_package_without_faults_is_sealed(tmp_path: Path) -> None:
    copy_package(tmp_path)
    assert not is_sealed(tmp_path)
    write_seal(tmp_path)
    assert is_sealed(tmp_path)
    assert (tmp_path / SEAL).read_bytes() == (digest(FOLDER) + "\n").encode("ascii")


def test_a_faulty_package_is_not_sealed_and_every_fault_is_named(tmp_path: Path) -> None:
    copy_package(tmp_path)
    change(tmp_path, "trade", b",exact,", b",exakt,")
    change(tmp_path, "investment", b",exact,", b",exakt,")
    with pytest.raises(ValueError, match="exakt") as refused:
        write_seal(tmp_path)
    faults = str(refused.value).splitlines()
    assert len(faults) == 2
    for file in ("trade.csv", "investment.csv"):
        text = (tmp_path / "tables" / file).read_text(encoding="utf-8")
        row = text[: text.index("exakt")].count("\n") + 1
        assert row > 1
        assert [fault for fault in faults if file in fault and f"row {row}," in fault], faults
    assert not (tmp_path / SEAL).exists()


def test_the_check_refuses_a_faulty_package_with_a_matching_seal(sealed: Path) -> None:
    change(sealed, "trade", b",exact,", b",exakt,")
    seal_anyway(sealed)
    with pytest.raises(ValueError, match=r"trade\.csv"):
        write_seal(sealed)
