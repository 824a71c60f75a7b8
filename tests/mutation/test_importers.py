"""Modules of tests by what they import."""

from tests.documents import REPOSITORY
from tests.mutation.importers import imported, importers


def test_every_form_of_import_is_found() -> None:
    text = (
        "import data.files\nfrom data.load import seal\ndef f():\n    from data.check import main\n"
    )
    assert imported(text) >= {"data.files", "data.load.seal", "data.check", "data.check.main"}
    assert "data.evidence" not in imported(text)


def test_the_tests_of_the_seal_import_it() -> None:
    found = importers(REPOSITORY / "tests" / "data", REPOSITORY)
    assert "tests/data/test_seal.py" in found["data.load.seal"]
    assert "tests/data/test_units.py" not in found["data.load.seal"]
