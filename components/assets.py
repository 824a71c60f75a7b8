"""Loading of scripts and style sheets from the folder of components, once at import."""

import re
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

FOLDER = Path(__file__).parent

SCRIPT_FOLDER = "script"
"""First path segment of the address of every script."""

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
    """Return the concatenated text of style sheets.

    Parameters
    ----------
    *names : str
        Paths relative to the folder of components, such as ``controls/page_head.css``.

    Raises
    ------
    ValueError
        If a path is not that of a style sheet within the folder of components.
    OSError
        If a file is missing.
    """
    return "\n".join(_read(name, ".css") for name in names)


def script(name: str) -> str:
    """Return a script bundled with its imports, as the text of one module.

    A Streamlit component takes a single text, which cannot import from other files. Bundling puts
    imported scripts first and removes the `import` lines and the word `export`. All scripts then
    share one scope, so no name may be declared twice.

    Parameters
    ----------
    name : str
        Path relative to the folder of components, such as ``controls/page_head.js``.

    Raises
    ------
    ValueError
        If the path is not that of a script within the folder of components.
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
    """Record that this server serves scripts by address; `streamlit run dashboard.py` does not."""
    _SERVED.here = True


def served_script(name: str) -> str | None:
    """Return the script with an address; None if there is none.

    Parameters
    ----------
    name : str
        Last path segment of the address, which contains a digest of the script.
    """
    return _SERVED.texts.get(name)


def component_script(name: str) -> str:
    """Return the script to register a Streamlit component with.

    Streamlit sends this text with every change of the component. If the server serves scripts by
    address, it is a short loader that imports the script from its address, otherwise the script.

    Parameters
    ----------
    name : str
        Path relative to the folder of components, such as ``controls/page_head.js``.

    Raises
    ------
    ValueError
        If the path is not that of a script within the folder of components.
    OSError
        If a file is missing.
    """
    text = script(name)
    if not _SERVED.here:
        return text
    served = f"{sha256(text.encode()).hexdigest()[:20]}.js"
    _SERVED.texts[served] = text
    return script("served_script.js").replace(_PLACEHOLDER, f"./{SCRIPT_FOLDER}/{served}")
