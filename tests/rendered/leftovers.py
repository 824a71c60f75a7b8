"""Texts of tables and catalogues that stand in no rendered sentence."""

import re
from collections.abc import Iterable, Iterator

from babel.messages.pofile import read_po

from data.language.languages import CATALOGUES, Language, language
from data.language.translations import TEMPLATE
from data.load.dataset import Dataset
from tests.rendered.document import Document, one_line

PLACEHOLDER = re.compile(r"\{[^{}]*\}")
LONGEST_NAME = 60
"""Texts of up to so many characters stand beside each other."""

LITTLE = 3
"""Patterns with fewer letters beside their placeholders match anything."""


def _messages() -> Iterator[tuple[str, ...]]:
    """Yield the messages of the template: one text, or a singular and a plural."""
    with (CATALOGUES / TEMPLATE).open("rb") as file:
        for message in read_po(file):
            if message.id:
                yield (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _translations(message: tuple[str, ...], words: Language) -> Iterable[str]:
    if len(message) == 1:
        return (words.gettext(message[0]),)
    singular, plural, *_more = message
    forms = (words.ngettext(singular, plural, count) for count in range(101))
    return dict.fromkeys(forms)


def _occurs(pattern: str, text: str) -> bool:
    """Return whether a pattern with placeholders occurs in a text of many lines."""
    parts = PLACEHOLDER.split(one_line(pattern))
    if sum(len(part.strip()) for part in parts) < LITTLE:
        return True
    longest = max(parts, key=len).strip()
    if longest not in text:
        return False
    wanted = re.compile(".*?".join(map(re.escape, parts)))
    start = text.find(longest)
    while start >= 0:
        first, last = text.rfind("\n", 0, start) + 1, text.find("\n", start)
        if wanted.search(text[first:last]):
            return True
        start = text.find(longest, last)
    return False


def add_leftovers(document: Document, *, dataset: Dataset, code: str) -> None:
    """Add the texts of the tables, then those of the catalogue, that stand nowhere above."""
    words = language(code)
    text = "\n".join(("", *document.sentences, ""))
    for name, table in dataset.tables.items():
        block = document.block("Texts of the tables that stand in no sentence above", name)
        for column in (str(one) for one in table.columns if str(one).endswith(f"_{code}")):
            left = [
                cell
                for cell in dict.fromkeys(one_line(cell) for cell in table[column])
                if cell and cell not in text
            ]
            names = [cell for cell in left if len(cell) <= LONGEST_NAME]
            block.add([(column, " | ".join(names))])
            block.add((column, cell) for cell in left if len(cell) > LONGEST_NAME)
    block = document.block("Interface texts that stand in no sentence above", "")
    for message in _messages():
        block.add(("", one) for one in _translations(message, words) if not _occurs(one, text))
