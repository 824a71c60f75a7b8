"""The text files hold exactly the sentences that the Atlas shows in each language."""

import difflib
from itertools import islice

import pytest

from data.language.languages import LANGUAGE_CODES
from data.load.dataset import Dataset
from tests.rendered.rendering import COMMAND, rendered_path, rendered_text

MOST_LINES = 60
"""Greatest number of lines of a difference that a failed test prints."""


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_the_text_file_has_the_sentences_shown(code: str, dataset: Dataset) -> None:
    path = rendered_path(code)
    stored = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    shown = rendered_text(code, dataset).splitlines()
    differences = difflib.unified_diff(
        stored, shown, f"{path.name}, as stored", f"{path.name}, as shown", lineterm="", n=0
    )
    told = "\n".join(islice(differences, MOST_LINES))
    assert not told, f"The Atlas shows other sentences; read them, then run {COMMAND}\n{told}"
