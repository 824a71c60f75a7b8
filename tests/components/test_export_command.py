"""Command line of exports: files of decks, faults in plain words, refused arguments."""

import json
import re
from pathlib import Path

import pytest

from components.decks import document
from components.export.__main__ import computer_address, main
from tests.components.deck_markup import Markup


@pytest.fixture(autouse=True)
def no_bundle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bundling Vega takes seconds; the test in the browser has the real one."""
    monkeypatch.setattr(document, "vega_bundle", lambda: "/* Vega */")


def test_the_command_writes_a_deck(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "deck.html"
    more = ("--lang", "kk", "--theme", "dark", "--address", "http://atlas.test:8501")
    assert main(["--deck", "five_minutes", "--out", str(out), *more]) == 0
    found = Markup(out.read_text(encoding="utf-8"))
    assert ("html", {"lang": "kk", "data-theme": "dark"}) in found.elements
    said = capsys.readouterr()
    assert "6 slides" in said.out
    assert "http://atlas.test:8501/" in said.out
    assert said.err == ""


def test_the_command_loads_a_deck_of_a_reader_and_reports_its_faults(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "mine.json"
    slides = [{"message": "A", "seconds": "x"}]
    content = {"format": "kazakhstan-turkiye-atlas-deck", "version": 1, "slides": slides}
    mine.write_text(json.dumps(content), encoding="utf-8")
    out = tmp_path / "deck.HTML"
    assert main(["--deck", str(mine), "--out", str(out)]) == 0
    said = capsys.readouterr()
    assert "mine.json, slide 1, field “seconds”: “x” is not a whole number" in said.err
    assert out.exists()


def test_the_command_names_the_letters_that_a_pdf_file_cannot_show(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "mine.json"
    step = {"choice": "years=2020", "message": "مرحبا"}
    slides = [
        {"message": "Қазақстан–Türkiye “Ё” ⚠"},
        {"message": "A", "text": "שלום"},
        {"figure": "survey_q04", "steps": [step]},
    ]
    content = {"format": "kazakhstan-turkiye-atlas-deck", "version": 1, "slides": slides}
    mine.write_text(json.dumps(content), encoding="utf-8")
    said = {}
    for ending in (".pdf", ".html"):
        assert main(["--deck", str(mine), "--out", str(tmp_path / f"deck{ending}")]) == 0
        said[ending] = capsys.readouterr().err.splitlines()
    assert [line.partition(": ")[0] for line in said[".pdf"]] == ["Slide 2", "Slide 3"]
    assert said[".pdf"][0].endswith("shows empty boxes instead: ש ל ו ם")
    assert said[".pdf"][1].endswith("م ر ح ب ا")
    assert said[".html"] == []


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((), (2, "required: --out")),
        (("--out", "deck.docx"), (2, "“deck.docx” must end in .html")),
        (("--out", "a.pptx", "--theme", "dark"), (2, "--theme is for .html files")),
        (("--out", "a.pptx", "--notes"), (2, "a .pptx file always has the notes")),
        (("--out", "a.pptx", "--handout"), (2, "--handout writes a .pdf file")),
        (("--out", "a.pdf", "--notes"), (2, "a .pdf file has no notes")),
        (("--out", "a.html", "--lang", "de"), (2, "invalid choice: 'de'")),
        (("--out", "a.html", "--theme", "red"), (2, "invalid choice: 'red'")),
        (("--out", "a.html", "--address", "atlas"), (2, "“atlas” is not a web address")),
        (("--out", "a.html", "--deck", "missing.json"), (1, "missing.json: the file is missing")),
        (
            ("--out", "missing/a.html", "--deck", "five_minutes"),
            (1, "was not written"),
        ),
    ],
)
def test_wrong_arguments_are_refused_in_plain_words(
    arguments: tuple[str, ...],
    expected: tuple[int, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    try:
        ended: object = main(arguments)
    except SystemExit as end:
        ended = end.code
    status, said = expected
    assert ended == status
    error = capsys.readouterr().err
    assert said in error
    assert "Traceback" not in error
    assert list(tmp_path.iterdir()) == []


def test_links_lead_to_this_computer_by_default() -> None:
    assert re.fullmatch(r"http://[^/]+:8501/", computer_address())
