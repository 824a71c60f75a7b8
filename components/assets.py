"""Scripts and styles that stand beside the modules which use them, read once at import."""

import re
from pathlib import Path

FOLDER = Path(__file__).parent

_IMPORT = re.compile(r'^import \{[^}]*\} from "(\.{1,2}/[\w./-]+\.js)";\n+', re.MULTILINE)
_EXPORT = re.compile(r"^export (?!default)", re.MULTILINE)


def _read(name: str, ending: str) -> str:
    path = (FOLDER / name).resolve()
    if path.suffix != ending or not path.is_relative_to(FOLDER):
        message = f"{name} is no {ending} file of the components"
        raise ValueError(message)
    return path.read_text(encoding="utf-8")


def asset(*names: str) -> str:
    """Return the text of styles, one after the other.

    Parameters
    ----------
    *names : str
        Paths below the folder of the components, such as ``page_head.css``.

    Raises
    ------
    ValueError
        If a path is not one of a style sheet of the components; the data room alone reads data.
    OSError
        If a file is missing.
    """
    return "\n".join(_read(name, ".css") for name in names)


def script(name: str) -> str:
    """Return a script as one module: what it imports from other scripts stands before it.

    A component of the browser takes a single text, which cannot import from files beside it. Each
    file is a module of its own for editors, linters and tests; here the lines that import and the
    word `export` are dropped, so that all share one scope and no name may be used twice.

    Parameters
    ----------
    name : str
        Path below the folder of the components, such as ``page_head.js``.

    Raises
    ------
    ValueError
        If a path is not one of a script of the components.
    OSError
        If a file is missing.
    """
    seen: set[Path] = set()
    texts: list[str] = []

    def add(path: Path) -> None:
        if path in seen:
            return
        seen.add(path)
        text = _read(str(path), ".js")
        for target in _IMPORT.findall(text):
            add((path.parent / target).resolve())
        texts.append(_EXPORT.sub("", _IMPORT.sub("", text)))

    add((FOLDER / name).resolve())
    return "\n".join(texts)
