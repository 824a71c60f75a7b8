"""README and CONTRIBUTING, and their blocks of code."""

import re
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]

DOCUMENTS = {
    name: (REPOSITORY / name).read_text(encoding="utf-8")
    for name in ("README.md", "CONTRIBUTING.md")
}

CONTRIBUTING = DOCUMENTS["CONTRIBUTING.md"]

INLINE = re.compile(r"`([^`\n]+)`")


def blocks(kind: str) -> list[str]:
    """Return the code blocks of CONTRIBUTING of one kind, without their indentation."""
    found = re.findall(
        rf"^( *)```{kind}\n(.+?)\n *```", CONTRIBUTING, flags=re.DOTALL | re.MULTILINE
    )
    return [re.sub(rf"^{indent}", "", block, flags=re.MULTILINE) for indent, block in found]


def block_with(text: str) -> str:
    (found,) = [block for block in blocks("bash") if text in block]
    return found
