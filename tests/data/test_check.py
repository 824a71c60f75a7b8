"""Report of `python -m data.check`, and its seal for packages without a fault."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from data.check import check, main, write_seal
from data.files import replace_file
from data.load.dataset import Dataset
from data.load.package import FOLDER
from data.load.seal import SEAL, is_sealed
from tests.data.copies import copy_package

TRADE = "tables/trade.csv"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy_package(tmp_path)
    return tmp_path


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_a_package_without_faults_is_listed_by_table_and_sealed(
    folder: Path, dataset: Dataset
) -> None:
    report, sound = check(folder)
    assert sound
    text = "\n".join(report)
    assert f"{len(dataset.tables)} tables" in text
    for table, path in (("trade", TRADE), ("lines", "geo/lines.csv")):
        rows = f"{len(dataset.tables[table])} rows"
        assert [line for line in report if path in line and rows in line]
    assert all(f"  {code}  " in text for code in ("en", "kk", "tr", "ru"))
    assert report[-1] == f"No fault found. The seal was written to {folder / SEAL}."
    assert is_sealed(folder)
    report, sound = check(folder)
    assert (report[-1], sound) == (
        f"No fault found. The seal {folder / SEAL} is unchanged.",
        True,
    )


def test_faults_are_reported_as_on_the_page_and_nothing_is_sealed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(folder / TRADE, ",exact,", ",exakt,")
    assert main([str(folder)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "1 fault found:" in lines
    (fault,) = [line for line in lines if line.startswith("trade.csv")]
    assert fault.startswith("trade.csv, row 2, column qualifier: “exakt” is not allowed; choose")
    assert fault.endswith("(rule: allowed_value)")
    assert [line for line in lines if TRADE in line and "refused" in line]
    assert not (folder / SEAL).exists()


def test_many_faults_are_shortened_to_fifty_and_a_count(folder: Path) -> None:
    edit(folder / TRADE, "\n", "\n" + "2024,turnover,three,,,surely,EUR,nowhere,x,,,,,\n" * 3000)
    report, sound = check(folder)
    assert not sound
    assert len([line for line in report if line.startswith("trade.csv")]) == 50
    (rest,) = [line for line in report if line.startswith("and ") and line.endswith(" more")]
    assert int(rest.split()[1].replace(",", "")) > 15_000


@pytest.mark.parametrize(
    "breakage",
    [
        shutil.rmtree,
        lambda folder: shutil.rmtree(folder / "tables"),
        lambda folder: (folder / "datapackage.json").unlink(),
        lambda folder: (folder / "datapackage.json").write_bytes(b'{"resources": ['),
        lambda folder: (folder / TRADE).write_bytes(bytes(range(256))),
        lambda folder: (folder / "tables" / "x.csv").symlink_to("gone"),
    ],
    ids=["no folder", "no tables", "no descriptor", "half a descriptor", "binary", "dangling link"],
)
def test_missing_or_unreadable_files_are_reported_without_a_traceback(
    folder: Path, breakage: Callable[[Path], object], capsys: pytest.CaptureFixture[str]
) -> None:
    breakage(folder)
    assert main([str(folder)]) == 1
    text = capsys.readouterr().out
    assert "found:" in text
    assert "Problem(" not in text
    assert "Nothing was sealed." in text


def test_a_seal_that_cannot_be_written_is_reported(folder: Path) -> None:
    (folder / SEAL).mkdir()
    (folder / SEAL / "in the way").touch()
    report, sound = check(folder)
    assert not sound
    assert "cannot be written" in report[-1]


def test_an_error_in_the_check_is_reported_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_folder: Path) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("data.check.check", fail)
    assert main([]) == 1
    assert "The check itself failed (ZeroDivisionError: )" in capsys.readouterr().out


def run_check(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "data.check"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_language_without_columns_is_reported(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "data", ignore=shutil.ignore_patterns("*.pyc.*"))
    assert run_check(tmp_path).returncode == 0
    seal = (tmp_path / "data" / SEAL).read_bytes()
    edit(tmp_path / "data" / "language" / "languages.py", '"tr", "ru")', '"tr", "ru", "de")')
    done = run_check(tmp_path)
    assert done.returncode == 1
    assert done.stderr == ""
    assert "de.po: the file is missing" in done.stdout
    assert "datapackage.json, table trade, column note_de" in done.stdout
    assert "Traceback" not in done.stdout
    assert (tmp_path / "data" / SEAL).read_bytes() == seal
    (tmp_path / "data" / "locale" / "de.po").write_text('msgid "Table"\nmsgstr "Tabelle"\n')
    done = run_check(tmp_path)
    assert "de.po: texts without a translation" in done.stdout
    assert done.stderr == ""


# --- Replacing files --------------------------------------------------------------------------


def test_a_file_is_replaced_atomically_without_leftover_files(tmp_path: Path) -> None:
    path = tmp_path / "trade.csv"
    replace_file(path, b"old")
    path.chmod(0o640)
    with path.open("rb") as reader:
        replace_file(path, b"new")
        assert reader.read() == b"old"
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_is_written_beside_the_one_that_it_replaces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file is renamed at once only within one file system."""
    path = tmp_path / "trade.csv"
    renamed: list[Path] = []

    def replace(source: Path, target: Path) -> None:
        renamed.append(source)
        source.rename(target)

    monkeypatch.setattr(Path, "replace", replace)
    replace_file(path, b"new")
    (source,) = renamed
    assert source.parent == tmp_path
    assert source.name.startswith(".")
    assert path.read_bytes() == b"new"


def test_a_failed_replacement_does_not_change_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "trade.csv"
    replace_file(path, b"old")

    def fail(_number: int) -> None:
        raise OSError

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError):  # noqa: PT011, the error of the system as it is
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_seal_is_written_for_the_files_that_were_read(folder: Path) -> None:
    write_seal(folder)
    assert is_sealed(folder)
    with (folder / TRADE).open("ab") as file:
        file.write(b"\n")
    assert not is_sealed(folder)
