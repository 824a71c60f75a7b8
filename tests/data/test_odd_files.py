"""Loading of unusual or broken files: nothing is raised, every fault is reported."""

import os
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from data import files
from data.archive import package_archive
from data.language.languages import language
from data.load.dataset import Dataset, fingerprint, load_dataset
from data.load.description import read_description
from data.load.package import FOLDER
from data.load.problem_text import problem_texts
from data.load.rows import cut_rows
from data.problems import KEPT_PROBLEMS, Problem, Rule, TableRefusedError
from tests.data.copies import copy_package

TRADE = "tables/trade.csv"

WHOLE = (FOLDER / TRADE).read_bytes()

HEADER = WHOLE.split(b"\n")[0] + b"\n"

AFTER = WHOLE.count(b"\n") + 1
"""Number of the line after the table."""


Place = Callable[[Path], object]


def written(content: bytes) -> Place:
    return lambda path: path.write_bytes(content)


def instead(make: Callable[[Path], object]) -> Place:
    def place(path: Path) -> None:
        path.unlink()
        make(path)

    return place


ODD_TABLES: list[tuple[str, Place, Rule, int | None]] = [
    ("missing", lambda path: path.unlink(), Rule.FILE_PRESENT, None),
    ("empty", written(b""), Rule.FILE_PRESENT, None),
    ("blank lines", written(b"\n\n \n"), Rule.COLUMN_PRESENT, None),
    ("byte-order mark only", written(b"\xef\xbb\xbf"), Rule.FILE_PRESENT, None),
    ("header only", written(HEADER), Rule.HAS_ROWS, None),
    ("header without a line end", written(HEADER.rstrip()), Rule.HAS_ROWS, None),
    ("folder", instead(Path.mkdir), Rule.REGULAR_FILE, None),
    ("link to itself", instead(lambda path: path.symlink_to(path)), Rule.REGULAR_FILE, None),
    ("dangling link", instead(lambda path: path.symlink_to("gone")), Rule.REGULAR_FILE, None),
    ("link out", instead(lambda path: path.symlink_to("/etc/passwd")), Rule.REGULAR_FILE, None),
    ("pipe", instead(os.mkfifo), Rule.REGULAR_FILE, None),
    ("binary", written(bytes(range(256)) * 9), Rule.UTF8, 3),
    ("NUL", written(WHOLE.replace(b"2019", b"2\x0019", 1)), Rule.CONTROL_CHARACTER, None),
    ("UTF-16", written(WHOLE.decode().encode("utf-16")), Rule.UTF8, None),
    (
        "UTF-16 without a mark",
        written(HEADER.decode().encode("utf-16-le")),
        Rule.CONTROL_CHARACTER,
        1,
    ),
    ("another encoding", written(WHOLE + "é".encode("latin-1")), Rule.UTF8, AFTER),
    ("cell of megabytes", written(WHOLE + b"x" * 5_000_000), Rule.CELL_LENGTH, AFTER),
    ("open quotation mark", written(WHOLE + b'"2024'), Rule.CSV_FORM, AFTER),
    ("half a line", written(WHOLE + b"2024,turn"), Rule.CELL_COUNT, AFTER),
    ("many columns", written(b"a," * 200_000), Rule.COLUMN_COUNT, 1),
    ("long integers", written(WHOLE.replace(b"2019", b"9" * 400)), Rule.WHOLE_NUMBER, None),
]


@pytest.mark.parametrize("case", ODD_TABLES, ids=lambda case: case[0])
def test_an_odd_table_is_refused_with_its_rule(
    tmp_path: Path, dataset: Dataset, case: tuple[str, Place, Rule, int | None]
) -> None:
    _name, place, rule, row = case
    copy_package(tmp_path)
    place(tmp_path / TRADE)
    loaded = load_dataset(tmp_path)
    assert set(dataset.tables) - set(loaded.tables) == {"trade"}
    own = [problem for problem in loaded.problems if problem.table == "trade"]
    assert rule in {problem.rule for problem in own}
    assert {problem.file for problem in loaded.problems} == {"trade.csv"}
    if row:
        assert row in {problem.row for problem in own}
    assert all(len(problem.found) <= 120 for problem in own)


@pytest.mark.parametrize(
    "change",
    [
        lambda content: b"\xef\xbb\xbf" + content,
        lambda content: content.replace(b"\n", b"\r\n"),
        lambda content: content.replace(b"\n", b"\r"),
        lambda content: content + b"\n\n",
        lambda content: content.rstrip(b"\n"),
    ],
    ids=["mark", "CRLF", "CR", "blank lines at the end", "no last line end"],
)
def test_any_line_end_and_a_byte_order_mark_load(
    tmp_path: Path, change: Callable[[bytes], bytes]
) -> None:
    copy_package(tmp_path)
    (tmp_path / TRADE).write_bytes(change(WHOLE))
    loaded = load_dataset(tmp_path)
    assert loaded.problems == ()
    assert loaded.tables["trade"].equals(load_dataset().tables["trade"])


@pytest.mark.parametrize(
    ("change", "rule"),
    [(Path.unlink, Rule.FILE_PRESENT), (instead(os.mkfifo), Rule.REGULAR_FILE)],
    ids=["deleted", "replaced by a pipe"],
)
def test_a_file_that_changes_while_loading_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Place, rule: Rule
) -> None:
    copy_package(tmp_path)
    real = files._is_regular

    def changed_after(path: Path) -> bool:
        found = real(path)
        if path.name == "trade.csv":
            change(path)
        return found

    monkeypatch.setattr(files, "_is_regular", changed_after)
    assert [problem.rule for problem in load_dataset(tmp_path).problems] == [rule]


def test_a_file_without_permission_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_package(tmp_path)
    real = os.open

    def refuse(path: Any, *flags: Any) -> int:
        # File permissions do not apply to the superuser, who may run the tests.
        if Path(path).name == "trade.csv":
            raise PermissionError
        return real(path, *flags)

    monkeypatch.setattr("os.open", refuse)
    assert [problem.rule for problem in load_dataset(tmp_path).problems] == [Rule.FILE_PRESENT]


def test_an_oversized_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy_package(tmp_path)
    monkeypatch.setattr(files, "LARGEST_FILE", 300_000)
    with (tmp_path / TRADE).open("ab") as file:
        file.truncate(300_001)
    (problem,) = load_dataset(tmp_path).problems
    assert (problem.file, problem.rule) == ("trade.csv", Rule.FILE_SIZE)


@pytest.mark.usefixtures("nothing_kept")
def test_an_error_in_a_check_is_a_fault_of_one_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(content: bytes, resource: Any) -> Any:
        if resource.name == "trade":
            raise ZeroDivisionError
        return cut_rows(content, resource)

    copy_package(tmp_path)
    monkeypatch.setattr("data.load.table_loading.cut_rows", fail)
    (problem,) = load_dataset(tmp_path).problems
    assert (problem.table, problem.rule) == ("trade", Rule.CHECKABLE)


# --- Files beside the tables ------------------------------------------------------------------


def put_beside(folder: Path) -> None:
    tables = folder / "tables"
    (tables / ".#trade.csv").symlink_to("maintainer@host.1234")
    (tables / "#trade.csv#").write_text("x", encoding="utf-8")
    (tables / "trade.csv~").write_text("x", encoding="utf-8")
    (tables / ".trade.csv.swp").write_bytes(b"\0")
    (tables / "notes.txt").write_text("x", encoding="utf-8")


def test_temporary_files_of_editors_are_ignored(tmp_path: Path) -> None:
    copy_package(tmp_path)
    before = fingerprint(tmp_path)
    put_beside(tmp_path)
    assert load_dataset(tmp_path).problems == ()
    assert [mark[0] for mark in set(fingerprint(tmp_path)) - set(before)] == ["tables/notes.txt"]


ODD_NEIGHBOURS: dict[str, Place] = {
    "secret.csv": lambda path: path.write_text("a\n1\n", encoding="utf-8"),
    "dangling.csv": lambda path: path.symlink_to("gone"),
    "loop.csv": lambda path: path.symlink_to(path),
    "passwd.csv": lambda path: path.symlink_to("/etc/passwd"),
    "folder.csv": Path.mkdir,
    "pipe.csv": os.mkfifo,
    "UPPER.CSV": lambda path: path.write_text("a\n", encoding="utf-8"),
}


@pytest.mark.parametrize("folder", ["tables", "geo"])
def test_files_of_no_table_are_reported_and_not_packed(tmp_path: Path, folder: str) -> None:
    copy_package(tmp_path)
    for name, place in ODD_NEIGHBOURS.items():
        place(tmp_path / folder / name)
    loaded = load_dataset(tmp_path)
    assert {problem.file for problem in loaded.problems} == set(ODD_NEIGHBOURS)
    assert [(problem.rule, problem.table) for problem in loaded.problems] == [
        (Rule.FILE_DESCRIBED, "")
    ] * len(ODD_NEIGHBOURS)
    assert set(loaded.tables) == set(load_dataset().tables)
    packed = zipfile.ZipFile(BytesIO(package_archive(tmp_path, loaded))).namelist()
    assert not {f"{folder}/{name}" for name in ODD_NEIGHBOURS} & set(packed)
    assert TRADE in packed
    assert fingerprint(tmp_path)


def test_a_file_name_that_is_not_utf8_can_be_shown(tmp_path: Path) -> None:
    copy_package(tmp_path)
    (tmp_path / "tables" / os.fsdecode(b"\xff<b>\n.csv")).write_text("a", encoding="utf-8")
    (problem,) = load_dataset(tmp_path).problems
    assert problem.rule is Rule.FILE_DESCRIBED
    problem.file.encode("utf-8")
    assert "\n" not in problem.file


def test_a_link_in_place_of_a_table_is_never_packed(tmp_path: Path) -> None:
    copy_package(tmp_path)
    instead(lambda path: path.symlink_to("/etc/passwd"))(tmp_path / TRADE)
    instead(lambda path: path.symlink_to("/etc/passwd"))(tmp_path / "datapackage.json")
    packed = zipfile.ZipFile(BytesIO(package_archive(tmp_path)))
    assert packed.namelist() == ["CITATION.cff", "LICENSE-DATA"]


def test_the_archive_contains_exactly_the_described_files() -> None:
    packed = zipfile.ZipFile(BytesIO(package_archive())).namelist()
    described = [resource.path for resource in read_description().package.resources]
    geometry = [f"geo/{name}.geojson" for name in ("routes", "places", "ground")]
    licences = ["LICENSE-GROUND.md", "CITATION.cff", "LICENSE-DATA"]
    assert packed == ["datapackage.json", *described, *geometry, *licences]


def test_the_fingerprint_changes_with_every_kind_of_edit(tmp_path: Path) -> None:
    copy_package(tmp_path)
    path = tmp_path / TRADE
    before = fingerprint(tmp_path)
    assert fingerprint(tmp_path) == before
    status = path.stat()
    files.replace_file(path, WHOLE.replace(b"3000", b"3001", 1))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert path.stat().st_size == status.st_size
    assert fingerprint(tmp_path) != before
    for name in ("datapackage.json", TRADE):
        before = fingerprint(tmp_path)
        (tmp_path / name).unlink()
        assert fingerprint(tmp_path) != before


# --- Very many faults -------------------------------------------------------------------------


def many_faults(count: int) -> bytes:
    row = b"2024,turnover,three,,,surely,EUR,nowhere,x,,,,,\n"
    return HEADER + row * count


def test_a_limited_number_of_faults_is_kept_and_all_are_counted(tmp_path: Path) -> None:
    copy_package(tmp_path)
    (tmp_path / TRADE).write_bytes(many_faults(5_000))
    loaded = load_dataset(tmp_path)
    assert len(loaded.problems) == KEPT_PROBLEMS
    assert loaded.problem_count > 5_000 * 5
    rows = [problem.row or 0 for problem in loaded.problems]
    assert rows == sorted(rows)
    assert rows[0] == 2
    with pytest.raises(TableRefusedError) as refused:
        loaded.table("trade")
    assert len(refused.value.problems) + refused.value.omitted == loaded.problem_count


def test_a_list_of_faults_names_fifty_and_some_of_every_file() -> None:
    many = [
        Problem(table="trade", file="trade.csv", rule=Rule.FILLED, row=row) for row in range(900)
    ]
    other = Problem(table="units", file="units.csv", rule=Rule.HAS_ROWS)
    texts = problem_texts((*many, other), language("en"), omitted=99)
    assert len(texts) == 51
    assert texts[-1] == "and 950 more"
    assert any("units.csv" in text for text in texts)
    assert problem_texts([other], language("en")) == [texts[-2]]


def test_a_lookup_table_loses_every_faulty_row_also_those_that_are_not_listed(
    tmp_path: Path,
) -> None:
    copy_package(tmp_path)
    path = tmp_path / "tables" / "map_labels.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = lines[1].split(",")
    faulty = [",".join([f"x{number}", "", *cells[2:]]) for number in range(KEPT_PROBLEMS + 500)]
    path.write_text("\n".join([*lines, *faulty]), encoding="utf-8")
    loaded = load_dataset(tmp_path)
    assert loaded.problem_count == KEPT_PROBLEMS + 500
    assert len(loaded.tables["map_labels"]) == len(lines) - 1
