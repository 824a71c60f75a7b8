"""Faulty translation catalogues: faults are reported, their texts are shown in English."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from data.language import languages
from data.language.languages import Language, language, renew_catalogues
from data.language.translations import read_catalogue
from data.problems import Problem, Rule

KAZAKH = (languages.CATALOGUES / "kk.po").read_bytes()
MORE = "тағы {count}".encode()
BYTE = "Тіл".encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copied = tmp_path / "locale"
    shutil.copytree(languages.CATALOGUES, copied)
    return copied


def read(folder: Path, content: bytes) -> tuple[Callable[[str], str], list[Problem]]:
    (folder / "kk.po").write_bytes(content)
    found = read_catalogue(folder, "kk")
    return found.translations.gettext, list(found.problems.first())


def changed(before: bytes, after: bytes) -> bytes:
    assert before in KAZAKH
    return KAZAKH.replace(before, after, 1)


@pytest.mark.parametrize("code", [code for code in languages.LANGUAGE_CODES if code != "en"])
def test_the_catalogues_of_the_atlas_have_no_fault(code: str) -> None:
    found = read_catalogue(languages.CATALOGUES, code)
    assert found.problems.first() == ()
    assert found.count > 400


@pytest.mark.parametrize(
    "translation",
    [
        "тағы {foo}",
        "тағы {}",
        "тағы {0}",
        "тағы {count",
        "тағы }",
        "тағы {count.__class__}",
        "тағы {count[0]}",
        "тағы {count:d}",
        "тағы {count!r}",
        "тағы",
        "тағы {count} {place}",
    ],
)
def test_a_wrong_placeholder_is_reported_and_the_text_is_english(
    folder: Path, translation: str
) -> None:
    said, problems = read(folder, changed(MORE, translation.encode()))
    (problem,) = problems
    assert (problem.file, problem.rule) == ("kk.po", Rule.PLACEHOLDERS)
    assert (problem.found, problem.expected) == (translation, "{count}")
    assert KAZAKH.split(b"\n")[(problem.row or 0) - 1] == b'msgid "and {count} more"'
    assert said("and {count} more").format(count=3) == "and 3 more"
    assert said("Language") == "Тіл"


def test_a_wrong_placeholder_in_a_plural_form_is_reported(folder: Path) -> None:
    form = "Деректер файлдарында {count} қате бар".encode()
    (folder / "kk.po").write_bytes(changed(form, form.replace(b"count", b"number")))
    found = read_catalogue(folder, "kk")
    assert [problem.rule for problem in found.problems.first()] == [Rule.PLACEHOLDERS]
    texts = ("{count} fault in the data files", "{count} faults in the data files")
    assert found.translations.ngettext(*texts, 1).format(count=1) == "1 fault in the data files"
    assert found.translations.ngettext(*texts, 5).format(count=5) == "5 faults in the data files"


BROKEN: dict[str, tuple[bytes, Rule, bool]] = {
    "empty": (b"", Rule.FILE_PRESENT, False),
    "half": (KAZAKH[: len(KAZAKH) // 2], Rule.TRANSLATED, True),
    "cut in a word": (KAZAKH[: KAZAKH.index(BYTE) + 3], Rule.UTF8, False),
    "no UTF-8": (changed(MORE, b"\xff {count}"), Rule.UTF8, True),
    "UTF-16": (KAZAKH.decode().encode("utf-16"), Rule.UTF8, False),
    "binary": (bytes(range(256)) * 9, Rule.CATALOGUE_FORM, False),
    "a line of prose": (KAZAKH + b"\nhello\n", Rule.CATALOGUE_FORM, True),
    "open quotation mark": (changed(MORE + b'"', MORE), Rule.CATALOGUE_FORM, True),
    "number of a form": (changed(b"msgstr[1]", b"msgstr[7]"), Rule.CATALOGUE_FORM, True),
    "plural rule divides by zero": (
        b'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=n/0;\\n"\n\n' + KAZAKH,
        Rule.PLURAL_FORMS,
        True,
    ),
    "plural rule out of range": (
        b'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=n;\\n"\n\n' + KAZAKH,
        Rule.PLURAL_FORMS,
        True,
    ),
    "plural number is a word": (
        b'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=two; plural=0;\\n"\n\n' + KAZAKH,
        Rule.CATALOGUE_FORM,
        True,
    ),
    "another charset": (
        b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=ascii\\n"\n\n'
        + changed(MORE, b"{count"),
        Rule.PLACEHOLDERS,
        True,
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_catalogue_is_reported_and_its_other_texts_are_read(
    folder: Path, name: str
) -> None:
    content, rule, kept = BROKEN[name]
    said, problems = read(folder, content)
    assert rule in {problem.rule for problem in problems}, problems
    assert {problem.file for problem in problems} == {"kk.po"}
    assert all(problem.found for problem in problems if problem.rule is Rule.CATALOGUE_FORM)
    assert said("Language") == ("Тіл" if kept else "Language")
    assert said("and {count} more").format(count=3)
    assert said("no such text") == "no such text"


@pytest.mark.parametrize("make", [Path.mkdir, lambda path: path.symlink_to(path), None])
def test_a_catalogue_that_is_no_file_is_reported(
    folder: Path, make: Callable[[Path], object] | None
) -> None:
    (folder / "kk.po").unlink()
    if make:
        make(folder / "kk.po")
    (problem,) = read_catalogue(folder, "kk").problems.first()
    assert problem.rule is (Rule.REGULAR_FILE if make else Rule.FILE_PRESENT)


@pytest.mark.parametrize(
    "content", [b"\xef\xbb\xbf" + KAZAKH, KAZAKH.replace(b"\n", b"\r\n")], ids=["mark", "CRLF"]
)
def test_line_ends_and_a_byte_order_mark_are_read(folder: Path, content: bytes) -> None:
    said, problems = read(folder, content)
    assert problems == []
    assert said("Language") == "Тіл"


def test_a_catalogue_is_read_again_after_an_edit_and_after_its_repair(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(languages, "CATALOGUES", folder)
    assert len(renew_catalogues()) == 0
    (folder / "kk.po").write_bytes(changed(MORE, b"{foo}"))
    assert [problem.rule for problem in renew_catalogues().first()] == [Rule.PLACEHOLDERS]
    assert language("kk").gettext("and {count} more") == "and {count} more"
    (folder / "kk.po").unlink()
    assert [problem.rule for problem in renew_catalogues().first()] == [Rule.FILE_PRESENT]
    assert language("kk").gettext("Language") == "Language"
    (folder / "kk.po").write_bytes(KAZAKH)
    assert len(renew_catalogues()) == 0
    assert language("kk").gettext("and {count} more") == "тағы {count}"
    monkeypatch.undo()
    assert len(renew_catalogues()) == 0


def test_a_sealed_catalogue_is_read_when_it_is_first_needed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(languages, "CATALOGUES", folder)
    monkeypatch.setattr(languages, "_CATALOGUES", {})
    sealed = {
        f"{code}.po": read_catalogue(folder, code).digest for code in languages.LANGUAGE_CODES[1:]
    }
    renew_catalogues(sealed)
    assert languages._CATALOGUES == {}
    renew_catalogues({**sealed, "kk.po": "0" * 64})
    assert set(languages._CATALOGUES) == {"kk"}


def test_a_language_unknown_to_babel_has_english_formats(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(languages, "LANGUAGE_CODES", (*languages.LANGUAGE_CODES, "xx"))
    rules = {(problem.file, problem.rule) for problem in renew_catalogues().first()}
    assert rules == {("languages.py", Rule.LANGUAGE_KNOWN), ("xx.po", Rule.FILE_PRESENT)}
    unknown = Language("xx")
    assert unknown.endonym == "xx"
    assert unknown.number(-3200.5) == language("en").number(-3200.5)
    assert unknown.enumerate(["a", "b"]) == "a and b"
    assert (unknown.decimal_sign, unknown.group_sign) == (".", ",")
