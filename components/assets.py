"""Scripts and styles that stand beside the modules which use them, read once at import.

Where the server has addresses for them, scripts and other texts that seldom change are fetched by
the browser from there and kept, instead of being sent with every change.
"""

import json
import re
from collections import OrderedDict
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TypedDict

FOLDER = Path(__file__).parent

ADDRESS_FOLDER = "asset"
"""First part of the address of every script and text."""

MOST_TEXTS = 64
"""Texts besides scripts that have an address; the one asked for longest ago loses its own."""

_PLACEHOLDER = "./asset/digest.js"

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
    scripts: dict[str, str] = field(default_factory=dict)
    texts: "OrderedDict[str, str]" = field(default_factory=OrderedDict)


_SERVED = _Served()


def serve_assets() -> None:
    """Note that this server has addresses for texts; `streamlit run dashboard.py` has none."""
    _SERVED.here = True


def served_asset(name: str) -> str | None:
    """Return the script or text at an address; None where there is none.

    Parameters
    ----------
    name : str
        Last part of the address, made of a digest of the text.
    """
    return _SERVED.scripts.get(name) or _SERVED.texts.get(name)


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:20]


def text_address(text: str, ending: str) -> str | None:
    """Return the address that a text is fetched from; None where the server has no addresses.

    Parameters
    ----------
    text : str
        What is sent for the address.
    ending : str
        `json`.
    """
    if not _SERVED.here:
        return None
    name = f"{_digest(text)}.{ending}"
    _SERVED.texts[name] = text
    _SERVED.texts.move_to_end(name)
    while len(_SERVED.texts) > MOST_TEXTS:
        _SERVED.texts.popitem(last=False)
    return f"{ADDRESS_FOLDER}/{name}"


class ComponentParts(TypedDict):
    """Script and style that a component of the browser is given."""

    js: str
    css: str | None


def component_parts(name: str, *sheets: str) -> ComponentParts:
    """Return the script and the style that a component of the browser is given.

    Streamlit sends both with every change of the component. Where the server has addresses, they
    are the few lines that load script and style from an address, else the texts themselves.

    Parameters
    ----------
    name : str
        Path of the script below the folder of the components, such as ``page_head.js``.
    *sheets : str
        Paths of style sheets.

    Raises
    ------
    ValueError
        If a path is not one of a script or style sheet of the components.
    OSError
        If a file is missing.
    """
    text, style = script(name), asset(*sheets)
    if not _SERVED.here:
        return ComponentParts(js=text, css=style or None)
    text += f"\nexport const style = {json.dumps(style)};\n"
    served = f"{_digest(text)}.js"
    _SERVED.scripts[served] = text
    loader = script("served_script.js").replace(_PLACEHOLDER, f"./{ADDRESS_FOLDER}/{served}")
    return ComponentParts(js=loader, css=None)
