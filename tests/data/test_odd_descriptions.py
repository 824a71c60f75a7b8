"""Loading with an unusual or broken description: nothing is raised, every fault is reported."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.archive import package_archive
from data.language import languages
from data.load.dataset import Dataset, fingerprint, load_dataset
from data.load.needs import NEEDED
from data.load.package import FOLDER
from data.problems import PACKAGE, Rule, TableRefusedError
from tests.data.copies import copy_package


def test_a_missing_folder_is_a_fault_of_the_description(tmp_path: Path) -> None:
    for folder in (tmp_path / "gone", tmp_path):
        loaded = load_dataset(folder)
        assert loaded.tables == {}
        assert [(problem.table, problem.rule) for problem in loaded.problems] == [
            (PACKAGE, Rule.FILE_PRESENT)
        ]
        fingerprint(folder)
        package_archive(folder)


# --- The description --------------------------------------------------------------------------


DESCRIPTOR = (FOLDER / "datapackage.json").read_bytes()


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", Rule.DESCRIPTION_JSON),
        (DESCRIPTOR[:50_000], Rule.DESCRIPTION_JSON),
        (b"\xff" + DESCRIPTOR, Rule.DESCRIPTION_JSON),
        (b"[" * 100_000, Rule.DESCRIPTION_JSON),
        (b"[]", Rule.ENTRY_FORM),
        (b"{}", Rule.ENTRY_FORM),
        (b'{"resources": {}}', Rule.ENTRY_FORM),
        (b"null", Rule.ENTRY_FORM),
    ],
    ids=["empty", "half", "no UTF-8", "deep", "list", "object", "no list", "null"],
)
def test_a_broken_description_refuses_every_table_with_its_own_fault(
    tmp_path: Path, content: bytes, rule: Rule
) -> None:
    copy_package(tmp_path)
    (tmp_path / "datapackage.json").write_bytes(content)
    loaded = load_dataset(tmp_path)
    assert loaded.tables == {}
    (problem,) = loaded.problems
    assert (problem.file, problem.rule) == ("datapackage.json", rule)
    with pytest.raises(TableRefusedError) as refused:
        loaded.table("trade")
    assert refused.value.problems == (problem,)


def test_a_byte_order_mark_before_the_description_is_read(tmp_path: Path) -> None:
    copy_package(tmp_path)
    (tmp_path / "datapackage.json").write_bytes(b"\xef\xbb\xbf" + DESCRIPTOR)
    loaded = load_dataset(tmp_path)
    assert loaded.problems == ()
    assert set(loaded.tables) == set(load_dataset().tables)


Entries = dict[str, Any]


def described(change: Callable[[Entries, Entries], object], folder: Path) -> Dataset:
    """Load a copy with a changed descriptor; `change` gets it and its table of trade."""
    copy_package(folder)
    whole = json.loads(DESCRIPTOR)
    trade = next(entry for entry in whole["resources"] if entry["name"] == "trade")
    change(whole, trade)
    (folder / "datapackage.json").write_text(json.dumps(whole), encoding="utf-8")
    return load_dataset(folder)


def field(trade: Entries, number: int = 0) -> Entries:
    found: Entries = trade["schema"]["fields"][number]
    return found


DESCRIPTIONS: dict[str, tuple[Callable[[Entries, Entries], object], Rule]] = {
    "no schema": (lambda _all, trade: trade.pop("schema"), Rule.ENTRY_FORM),
    "schema is a list": (lambda _all, trade: trade.update(schema=[]), Rule.ENTRY_FORM),
    "no fields": (lambda _all, trade: trade["schema"].pop("fields"), Rule.ENTRY_FORM),
    "field is a text": (lambda _all, trade: trade["schema"]["fields"].append("x"), Rule.ENTRY_FORM),
    "no type": (lambda _all, trade: field(trade).pop("type"), Rule.ENTRY_FORM),
    "unknown type": (lambda _all, trade: field(trade).update(type="year"), Rule.ENTRY_FORM),
    "no role": (lambda _all, trade: trade.pop("role"), Rule.ENTRY_FORM),
    "unknown role": (lambda _all, trade: trade.update(role="value"), Rule.ENTRY_FORM),
    "no path": (lambda _all, trade: trade.pop("path"), Rule.ENTRY_FORM),
    "path is a number": (lambda _all, trade: trade.update(path=1), Rule.ENTRY_FORM),
    "minimum is a text": (
        lambda _all, trade: field(trade)["constraints"].update(minimum="1"),
        Rule.ENTRY_FORM,
    ),
    "required is a text": (
        lambda _all, trade: field(trade)["constraints"].update(required="yes"),
        Rule.ENTRY_FORM,
    ),
    "enum is a number": (
        lambda _all, trade: field(trade)["constraints"].update(enum=3),
        Rule.ENTRY_FORM,
    ),
    "no key": (lambda _all, trade: trade["schema"].update(primaryKey=[]), Rule.ENTRY_FORM),
    "unknown key": (
        lambda _all, trade: trade["schema"].update(primaryKey=["yaer"]),
        Rule.COLUMN_DESCRIBED,
    ),
    "unknown group": (lambda _all, trade: trade.update(group="x"), Rule.COLUMN_DESCRIBED),
    "column twice": (
        lambda _all, trade: trade["schema"]["fields"].append(field(trade)),
        Rule.COLUMN_ONCE,
    ),
    "out of the folder": (
        lambda _all, trade: trade.update(path="../../etc/passwd"),
        Rule.TABLE_PATH,
    ),
    "deeper out": (
        lambda _all, trade: trade.update(path="tables/../../secret.csv"),
        Rule.TABLE_PATH,
    ),
    "absolute": (lambda _all, trade: trade.update(path="/etc/passwd.csv"), Rule.TABLE_PATH),
    "NUL in the path": (lambda _all, trade: trade.update(path="tables/a\0.csv"), Rule.TABLE_PATH),
    "another folder": (lambda _all, trade: trade.update(path="locale/kk.csv"), Rule.TABLE_PATH),
    "unknown reference": (
        lambda _all, trade: trade["schema"]["foreignKeys"][0]["reference"].update(resource="x"),
        Rule.REFERENCE_TABLE,
    ),
    "bad expression": (
        lambda _all, trade: field(trade, 1)["constraints"].update(pattern="(["),
        Rule.REGULAR_EXPRESSION,
    ),
    "needed column lost": (
        lambda _all, trade: trade["schema"]["fields"].pop(2),
        Rule.COLUMN_NEEDED,
    ),
    "needed type lost": (
        lambda _all, trade: field(trade).update(type="string"),
        Rule.COLUMN_NEEDED,
    ),
    "needed table lost": (
        lambda whole, trade: whole["resources"].remove(trade),
        Rule.TABLE_NEEDED,
    ),
    "file of another table": (
        lambda _all, trade: trade.update(path="tables/units.csv"),
        Rule.FILE_ONCE,
    ),
    "refers to itself in a circle": (
        lambda whole, trade: (
            trade["schema"]["foreignKeys"][0]["reference"].update(resource="economy"),
            next(entry for entry in whole["resources"] if entry["name"] == "economy")["schema"][
                "foreignKeys"
            ][0]["reference"].update(resource="trade"),
        ),
        Rule.REFERENCE_CIRCLE,
    ),
}


@pytest.mark.parametrize("name", DESCRIPTIONS)
def test_a_fault_in_the_description_of_a_table_refuses_that_table(
    tmp_path: Path, name: str
) -> None:
    change, rule = DESCRIPTIONS[name]
    loaded = described(change, tmp_path)
    own = [problem for problem in loaded.problems if problem.table == "trade"]
    assert rule in {problem.rule for problem in own}, loaded.problems
    assert {problem.file for problem in own} == {"datapackage.json"}
    assert "trade" not in loaded.tables
    assert "investment" in loaded.tables
    with pytest.raises(TableRefusedError) as refused:
        loaded.table("trade")
    assert refused.value.problems == tuple(own)


@pytest.mark.parametrize(
    ("change", "key", "required"),
    [
        (lambda trade: trade.update(path=""), "path", "string"),
        (lambda trade: trade.update(path=1), "path", "string"),
        (lambda trade: trade.pop("path"), "path", "string"),
        (lambda trade: field(trade, 2).update(name=""), "schema.fields[2].name", "string"),
        (
            lambda trade: field(trade).update(type="year"),
            "schema.fields[0].type",
            "string, number, integer",
        ),
        (lambda trade: trade.update(role="value"), "role", "lookup, values"),
    ],
)
def test_a_fault_of_an_entry_names_its_place_and_what_is_required(
    tmp_path: Path, change: Callable[[Entries], object], key: str, required: str
) -> None:
    places: list[int] = []

    def changed(whole: Entries, trade: Entries) -> None:
        places.append(whole["resources"].index(trade))
        change(trade)

    (problem,) = (
        problem for problem in described(changed, tmp_path).problems if problem.table == "trade"
    )
    assert (problem.found, problem.expected) == (f"resources[{places[0]}].{key}", required)


def test_a_second_table_of_the_same_name_is_left_out(tmp_path: Path) -> None:
    loaded = described(lambda whole, trade: whole["resources"].append(trade), tmp_path)
    (problem,) = loaded.problems
    assert (problem.rule, problem.found) == (Rule.TABLE_ONCE, "trade")
    assert "trade" in loaded.tables


def test_the_order_of_the_description_does_not_matter(tmp_path: Path) -> None:
    loaded = described(lambda whole, _trade: whole["resources"].reverse(), tmp_path)
    assert loaded.problems == ()
    assert set(loaded.tables) == set(load_dataset().tables)


def test_texts_are_found_by_key_if_the_key_is_not_the_first_column(tmp_path: Path) -> None:
    def key_last(whole: Entries, _trade: Entries) -> None:
        units = next(entry for entry in whole["resources"] if entry["name"] == "units")
        assert units["schema"]["primaryKey"] == [field(units)["name"]]
        units["schema"]["fields"].append(units["schema"]["fields"].pop(0))

    loaded = described(key_last, tmp_path)
    assert "units" in loaded.tables
    assert loaded.texts("units", "name_en") == load_dataset().texts("units", "name_en")


def test_an_entry_that_is_no_table_is_reported(tmp_path: Path) -> None:
    loaded = described(lambda whole, _trade: whole["resources"].append("x"), tmp_path)
    assert [problem.rule for problem in loaded.problems] == [Rule.ENTRY_FORM]
    assert "trade" in loaded.tables


# --- A language that is half added ------------------------------------------------------------


@pytest.mark.usefixtures("nothing_kept")
def test_a_language_without_columns_reads_the_english_texts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_package(tmp_path)
    monkeypatch.setattr(languages, "LANGUAGE_CODES", (*languages.LANGUAGE_CODES, "de"))
    loaded = load_dataset(tmp_path)
    assert set(loaded.tables) == set(NEEDED)
    rules = {problem.rule for problem in loaded.problems}
    assert rules == {Rule.LANGUAGE_COLUMN, Rule.FILE_PRESENT}
    origins = loaded.tables["origins"]
    assert list(origins["name_de"]) == list(origins["name_en"])
    assert loaded.texts("trade", "note_de") == loaded.texts("trade", "note_en")
