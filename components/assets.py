"""Scripts and styles that stand beside the modules which use them, read once at import."""

import re
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

FOLDER = Path(__file__).parent

SCRIPT_FOLDER = "script"
"""First part of the address of every script."""

_PLACEHOLDER = "./script/digest.js"

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


@dataclass
class _Served:
    here: bool = False
    texts: dict[str, str] = field(default_factory=dict)


_SERVED = _Served()


def serve_scripts() -> None:
    """Note that this server has scripts at addresses; `streamlit run dashboard.py` has none."""
    _SERVED.here = True


def served_script(name: str) -> str | None:
    """Return the script at an address; None where there is none.

    Parameters
    ----------
    name : str
        Last part of the address, made of a digest of the script.
    """
    return _SERVED.texts.get(name)


def component_script(name: str) -> str:
    """Return what a component of the browser is given as its script.

    Streamlit sends it with every change of the component. Where the server has scripts at
    addresses, it is the few lines that load the script from its address, else the script itself.

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
    text = script(name)
    if not _SERVED.here:
        return text
    served = f"{sha256(text.encode()).hexdigest()[:20]}.js"
    _SERVED.texts[served] = text
    return script("served_script.js").replace(_PLACEHOLDER, f"./{SCRIPT_FOLDER}/{served}")
