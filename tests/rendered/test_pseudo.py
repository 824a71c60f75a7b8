"""Every text that the Atlas shows comes from a catalogue or a table."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.choice.parameters import filter_space
from data.load.dataset import Dataset
from tests.data.atlas_folder import atlas_in, settled
from tests.rendered.plain_text import untranslated
from tests.rendered.pseudo import (
    CLOSE,
    LONGER,
    OPEN,
    STAND_IN,
    pseudo,
    write_catalogue,
    write_tables,
)
from tests.rendered.rendering import rendered_document


@pytest.fixture
def pseudo_dataset(tmp_path: Path) -> Iterator[Dataset]:
    """The Atlas with the pseudo-language in the place of Turkish."""
    with atlas_in(tmp_path) as copied:
        write_catalogue(copied / "locale")
        write_tables(copied.folder)
        yield settled()
    settled()


@pytest.mark.parametrize(
    "text", ["km", "Trade", "and {count} more", "{title} in operation: {routes}.", "Ünye–Kars"]
)
def test_a_pseudo_text_is_longer_and_keeps_its_placeholders(text: str) -> None:
    said = pseudo(text)
    assert said.startswith(OPEN)
    assert said.endswith(CLOSE)
    assert len(said) - 2 >= len(text.replace("{count}", "")) * LONGER or "{" in text
    assert said.format(count=1, title="T", routes="R")
    assert pseudo("") == ""
    assert pseudo("{place}") == "{place}"


def test_every_text_comes_from_a_catalogue_or_a_table(pseudo_dataset: Dataset) -> None:
    assert pseudo_dataset.problems == ()
    document = rendered_document(STAND_IN, pseudo_dataset, edge_tables=False)
    assert sum(OPEN in sentence for sentence in document.sentences) > 3000
    found = untranslated(
        document, code=STAND_IN, dataset=pseudo_dataset, space=filter_space(pseudo_dataset)
    )
    assert found == [], "\n".join(found)
