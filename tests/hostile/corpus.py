"""The kept corpus. What once broke a page is added to it and stays."""

import json
from pathlib import Path

FOLDER = Path(__file__).parent


def _texts(name: str) -> list[str]:
    texts: list[str] = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return texts


VALUES = _texts("values.json")
"""JSON texts of wrong types, sizes and shapes."""

BROKEN = [*_texts("broken.json"), "[" * 900 + "]" * 900, '{"a":' * 3_000 + "1" + "}" * 3_000]
"""Texts that are no JSON, or nested deeply."""

LINKS = _texts("links.json")
"""Query strings of links."""
