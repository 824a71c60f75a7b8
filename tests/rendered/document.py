"""A text document of headings and sentences; each sentence appears once under a heading."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

HEADING = "heading"
"""Role of the title of what is rendered."""

Sentence = tuple[str, str]
"""Role of a text, such as `headline`, and the text on one line; the role may be empty."""


def one_line(text: str) -> str:
    """Return a text with its line breaks written as a slash, so that it stays on one line."""
    return " / ".join(" ".join(line.split(" ")).strip() for line in str(text).splitlines())


def _short(choices: list[str]) -> str:
    """Return the numbers of choices, or the names of those without a number."""
    numbers = (choice.partition(" ")[0] for choice in choices)
    return ", ".join(
        number if number[:1].isdigit() else choice
        for number, choice in zip(numbers, choices, strict=True)
    )


def beside(said: Iterable[Sentence], role: str) -> Iterator[Sentence]:
    """Yield sentences with neighbours of one role, such as options, on one line."""
    for own, group in groupby(said, lambda sentence: sentence[0]):
        texts = [one_line(text) for _role, text in group]
        if own == role:
            yield role, " | ".join(dict.fromkeys(filter(None, texts)))
        else:
            yield from ((own, text) for text in texts)


@dataclass
class Block:
    """Sentences under one heading, by the choices under which they appear.

    Attributes
    ----------
    title : str
        The heading.
    choices : list of str
        Names of the choices, in order; a block without choices has one with an empty name.
    sentences : dict
        Choices of each sentence, in the order of first appearance.
    known : frozenset of str
        Texts that are left out.
    """

    title: str
    choices: list[str] = field(default_factory=list)
    sentences: dict[Sentence, list[str]] = field(default_factory=dict)
    known: frozenset[str] = frozenset()

    def add(self, said: Iterable[Sentence], *, choice: str = "") -> None:
        """Add what is shown under a choice."""
        if choice not in self.choices:
            self.choices.append(choice)
        for role, text in said:
            line = one_line(text)
            if line and line not in self.known:
                found = self.sentences.setdefault((role, line), [])
                if choice not in found:
                    found.append(choice)

    def lines(self) -> Iterator[str]:
        """Yield the title, and each sentence under its first choice, with its other choices."""
        title = self.title
        first = next(iter(self.sentences), None)
        if first and first[0] == HEADING and title and len(self.choices) == 1:
            title = f"{title}: {first[1]}"
        if title:
            yield f"## {title}"
        current = ""
        for choice in self.choices:
            for (role, text), found in self.sentences.items():
                if found[0] != choice or title == f"{self.title}: {text}":
                    continue
                if choice != current:
                    yield f"[{choice}]"
                    current = choice
                yield f"{role + ': ' if role else ''}{text}{self._others(found)}"

    def _others(self, found: list[str]) -> str:
        if len(self.choices) == 1 or len(found) == 1:
            return ""
        missing = [choice for choice in self.choices if choice not in found]
        if not missing:
            return "  ‹always›"
        if len(missing) < len(found) - 1:
            return f"  ‹always but {_short(missing)}›"
        return f"  ‹also {_short(found[1:])}›"


@dataclass
class Document:
    """Parts of blocks, from top to bottom."""

    parts: dict[str, list[Block]] = field(default_factory=dict)

    def block(self, part: str, title: str, *, once: bool = False) -> Block:
        """Return a new block at the end of a part.

        Parameters
        ----------
        part : str
            Title of the part.
        title : str
            Title of the block.
        once : bool
            Leave out sentences that stand in the document already.
        """
        block = Block(title, known=frozenset(self.sentences) if once else frozenset())
        self.parts.setdefault(part, []).append(block)
        return block

    @property
    def sentences(self) -> Iterator[str]:
        """Every text, in order."""
        for blocks in self.parts.values():
            for block in blocks:
                yield from (text for _role, text in block.sentences)

    def text(self, introduction: Iterable[str]) -> str:
        """Return the document as one text."""
        lines = list(introduction)
        for part, blocks in self.parts.items():
            lines += ["", "", f"# {part}"]
            for block in blocks:
                if block.sentences:
                    lines += block.lines()
        return "\n".join(lines) + "\n"
