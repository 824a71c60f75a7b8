"""Elements and texts of the HTML file of a deck."""

from html.parser import HTMLParser


class Markup(HTMLParser):
    """Elements, addresses and texts of a document; scripts and styles are not texts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.data = ""
        self._inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside = tag
        if ("id", "deck-data") in attrs:
            self._inside = "data"

    def handle_endtag(self, tag: str) -> None:
        del tag
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "data":
            self.data += data
        elif self._inside not in {"script", "style"}:
            self.texts.append(data)

    def addresses(self) -> list[str]:
        named = ("src", "href", "data", "action", "poster", "srcset", "xlink:href")
        return [
            str(found[name]) for _tag, found in self.elements for name in named if name in found
        ]
