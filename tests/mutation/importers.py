"""Modules of tests that import a module of the data."""

import ast
from collections.abc import Iterator
from pathlib import Path


def imported(text: str) -> frozenset[str]:
    """Return the names that the text of a module imports: modules, and what is in them."""
    return frozenset(_names(ast.parse(text)))


def _names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def importers(folder: Path, root: Path) -> dict[str, set[str]]:
    """Return the modules of tests in a folder, as paths from a root, by what they import."""
    found: dict[str, set[str]] = {}
    for path in sorted(folder.glob("test_*.py")):
        for name in imported(path.read_text(encoding="utf-8")):
            found.setdefault(name, set()).add(path.relative_to(root).as_posix())
    return found
