"""Texts of an HTML fragment, one line for each block, as a reader sees them."""

from collections.abc import Iterator
from html.parser import HTMLParser

from tests.rendered.document import Sentence

BLOCKS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "summary", "caption"), "heading"),
    **dict.fromkeys(("p", "li", "dt", "dd", "tr", "div", "button", "a", "text"), ""),
}
"""Elements that begin a line, with the role of their text."""

SPOKEN = {"title": "tooltip", "aria-label": "label", "alt": "label", "placeholder": "placeholder"}
"""Attributes with a text, and its role."""

VOID = frozenset({"br", "hr", "img", "input", "meta", "col", "link", "path", "rect", "circle"})
HIDDEN = frozenset({"style", "script"})
JOINED = "atlas-numbers"
"""Class of a list whose items stand on one line."""

SPOKEN_ONLY = "atlas-unseen"
"""Class of texts for screen readers, which repeat those of a chart."""

FOLDED = "atlas-conflict"
"""Class of a folded contradiction: its texts stand in a part of the document of their own."""


class _Reader(HTMLParser):
    def __init__(self, *, without_conflicts: bool) -> None:
        super().__init__()
        self.said: list[tuple[str, str]] = []
        self._open: list[tuple[str, bool]] = []
        self._text, self._role, self._tag = "", "", ""
        self._without = without_conflicts

    @property
    def _hidden(self) -> bool:
        return any(hidden for _tag, hidden in self._open)

    @property
    def _joins(self) -> bool:
        return any(tag == "dl.joined" for tag, _hidden in self._open)

    def _end(self) -> None:
        text = " ".join(self._text.split())
        if text and self._tag == "dd" and self.said and self.said[-1][0] == "term":
            self.said[-1] = ("", f"{self.said[-1][1]}: {text}")
        elif text and self._tag == "dd" and self._joins:
            self.said[-1] = ("numbers", f"{self.said[-1][1]}: {text}")
        elif text and self._tag == "dd" and self.said:
            self.said[-1] = ("", f"{self.said[-1][1]} | {text}")
        elif text and self._tag == "dt" and self._joins and self.said[-1][0] == "numbers":
            self.said[-1] = ("numbers", f"{self.said[-1][1]} | {text}")
        elif text and self._tag == "dt" and self._joins:
            self.said.append(("numbers", text))
        elif text:
            self.said.append(("term" if self._tag == "dt" else self._role, text))
        self._text, self._role, self._tag = "", "", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag in BLOCKS:
            self._end()
            self._role, self._tag = BLOCKS[tag], tag
        elif tag in {"td", "th"} and self._text.strip():
            self._text += " | "
        if not self._hidden:
            self.said += [
                (role, text) for name, role in SPOKEN.items() if (text := named.get(name))
            ]
        if tag not in VOID:
            folded = bool(self._open) and self._open[-1][0] == "details.conflict"
            classes = (named.get("class") or "").split()
            hidden = (
                tag in HIDDEN
                or SPOKEN_ONLY in classes
                or (self._without and folded and tag != "summary")
            )
            marks = {FOLDED: ".conflict", JOINED: ".joined"}
            mark = next((marks[name] for name in classes if name in marks), "")
            self._open.append((tag + mark, hidden))

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self._end()
        while self._open:
            last, _hidden = self._open.pop()
            if last.partition(".")[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._text += data

    def close(self) -> None:
        super().close()
        self._end()


def html_sentences(markup: str, *, without_conflicts: bool = False) -> Iterator[Sentence]:
    """Yield the texts of an HTML fragment in their order.

    Parameters
    ----------
    markup : str
        The fragment.
    without_conflicts : bool
        Leave out the texts within folded contradictions, except for their titles.
    """
    reader = _Reader(without_conflicts=without_conflicts)
    reader.feed(str(markup))
    reader.close()
    yield from reader.said
