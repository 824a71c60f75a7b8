"""All sentences of one language as a text document."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.choice.parameters import filter_space
from data.language.languages import language
from data.load.dataset import Dataset
from tests.rendered.amounts import add_amounts
from tests.rendered.cards import add_conflicts, add_lists, add_selections
from tests.rendered.document import Document
from tests.rendered.figures import add_edge_tables, add_figures
from tests.rendered.landing import add_head, add_landing
from tests.rendered.leftovers import add_leftovers
from tests.rendered.pages import add_pages
from tests.rendered.refusals import add_refusals
from tests.rendered.situations import every_situation

FOLDER = Path(__file__).parent
COMMAND = "python -m tests.rendered"


def rendered_path(code: str) -> Path:
    """Return the file with the sentences of a language."""
    return FOLDER / f"{code}.txt"


@contextmanager
def _without_warnings() -> Iterator[None]:
    """Drop log messages, such as those of Streamlit about functions called outside a page."""
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


@_without_warnings()
def rendered_document(code: str, dataset: Dataset, *, edge_tables: bool = True) -> Document:
    """Return everything that the Atlas says in a language, part by part.

    Parameters
    ----------
    code : str
        The language.
    dataset : Dataset
        The tables that the Atlas shows.
    edge_tables : bool
        Whether figures of a copy with added years and of tables without rows are included.
    """
    space = filter_space(dataset)
    document = Document()
    add_head(document, dataset=dataset, space=space, code=code)
    add_figures(document, dataset=dataset, space=space, code=code)
    add_conflicts(document, dataset=dataset, code=code)
    add_selections(document, dataset=dataset, space=space, code=code)
    add_lists(document, dataset=dataset, space=space, code=code)
    add_landing(document, dataset=dataset, space=space, code=code)
    add_pages(document, space=space, code=code)
    if edge_tables:
        add_edge_tables(document, dataset=dataset, code=code)
    add_amounts(document, dataset=dataset, code=code)
    add_refusals(document, space=space, code=code)
    add_leftovers(document, dataset=dataset, code=code)
    return document


def _introduction(code: str, dataset: Dataset) -> Iterator[str]:
    yield f"Sentences of the Atlas: {language(code).endonym}"
    yield f"Made by `{COMMAND}`; do not edit. Under a heading a sentence stands once, under the"
    yield "first choice that shows it; ‹also …› gives the other choices. A bar separates texts"
    yield "beside each other, a slash the lines of a label. Cards, lists and pages leave out what"
    yield "stands above."
    yield "Choices, as attributes of the filters:"
    space = filter_space(dataset)
    start = space.start(code)
    for name, filters in every_situation(space, code).items():
        changed = [
            f"{part}={value}"
            for part, value in vars(filters).items()
            if value != getattr(start, part)
        ]
        yield f"  {name}: {', '.join(changed) or 'nothing chosen'}"


def rendered_text(code: str, dataset: Dataset) -> str:
    """Return the content of the file of a language."""
    return rendered_document(code, dataset).text(_introduction(code, dataset))
