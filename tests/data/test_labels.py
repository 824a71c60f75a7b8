"""A fifth language is added to a copy of the Atlas by a catalogue and a file of data labels."""

import csv
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from data.build.labels import COLUMNS, add_language, main, read_labels, write_labels
from tests.data.copies import copy_package
from tests.rendered.pseudo import OPEN, pseudo, write_catalogue

REPOSITORY = Path(__file__).parents[2]
ADDED = "de"

RENDER = f"""
import sys
from data.load.dataset import load_dataset
from tests.rendered.rendering import rendered_document
dataset = load_dataset()
assert dataset.problems == (), dataset.problems
document = rendered_document("{ADDED}", dataset, edge_tables=False)
print(sum("{OPEN}" in sentence for sentence in document.sentences))
"""
"""Renders every sentence in the added language."""


def translate(path: Path) -> None:
    """Fill a file of labels with texts of the pseudo-language."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows({**row, "text": pseudo(row["english"])} for row in rows)


def run(folder: Path, *arguments: str) -> str:
    """Run Python in a copy of the repository and return what it prints."""
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_language_is_one_catalogue_and_one_file_of_labels(tmp_path: Path) -> None:
    copy, labels = tmp_path / "atlas", tmp_path / "labels.csv"
    ignored = shutil.ignore_patterns(".git", ".venv", "*_cache", "*.pyc.*", "browser")
    shutil.copytree(REPOSITORY, copy, ignore=ignored)
    module = copy / "data" / "language" / "languages.py"
    text = module.read_text(encoding="utf-8")
    codes = 'LANGUAGE_CODES = ("en", "kk", "tr", "ru"'
    assert codes in text
    module.write_text(text.replace(codes, f'{codes}, "{ADDED}"'), encoding="utf-8")
    write_catalogue(copy / "data" / "locale", ADDED)
    run(copy, "-m", "data.build.labels", "write", ADDED, str(labels))
    translate(labels)
    run(copy, "-m", "data.build.labels", "add", ADDED, str(labels))
    assert "No fault found" in run(copy, "-m", "data.check")
    assert int(run(copy, "-c", RENDER).split()[-1]) > 3000


def test_every_text_of_the_tables_is_written_and_added_from_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy_package(tmp_path)
    labels = tmp_path.parent / f"{tmp_path.name}.csv"
    assert main(["write", ADDED, str(labels), "--folder", str(tmp_path)]) == 0
    count = int(capsys.readouterr().out.removesuffix(" texts to translate\n"))
    with labels.open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == count > 2_000
    translate(labels)
    assert main(["add", ADDED, str(labels), "--folder", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("Added.")
    with (tmp_path / "tables" / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert all(row[f"name_{ADDED}"] == pseudo(row["name_en"]) for row in rows)


def test_an_unknown_step_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["remove", ADDED, "labels.csv"])
    assert "invalid choice: 'remove'" in capsys.readouterr().err


def test_a_file_with_gaps_changes_no_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy_package(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    labels = tmp_path.parent / f"{tmp_path.name}.csv"
    count = write_labels(tmp_path, labels)
    assert len(add_language(tmp_path, ADDED, read_labels(labels))) == count
    assert main(["add", ADDED, str(labels), "--folder", str(tmp_path)]) == 1
    assert "without a translation" in capsys.readouterr().out
    labels.write_text("table,text\n", encoding="utf-8")
    assert main(["add", ADDED, str(labels), "--folder", str(tmp_path)]) == 1
    assert "needs the columns" in capsys.readouterr().out
    assert {path: path.read_bytes() for path in before} == before


def test_a_language_that_is_there_is_not_added_again(tmp_path: Path) -> None:
    copy_package(tmp_path)
    labels = tmp_path.parent / f"{tmp_path.name}.csv"
    write_labels(tmp_path, labels)
    translate(labels)
    with pytest.raises(ValueError, match="already"):
        add_language(tmp_path, "kk", read_labels(labels))
