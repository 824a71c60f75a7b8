"""Loading of scripts and style sheets from the folder of components, once at import.

Where the server has addresses for them, scripts and other texts that seldom change are fetched by
the browser from there and kept, instead of being sent with every change.
"""

import json
import re
from base64 import b64encode
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TypedDict

FOLDER = Path(__file__).parent

ADDRESS_FOLDER = "asset"
"""First path segment of the address of every script and text."""

MOST_TEXTS = 64
"""Greatest number of texts with an address besides scripts, and of those among them that no choice
changes; the least recently used is removed."""

_PLACEHOLDER = "./asset/digest.js"

_IMPORT = re.compile(r'^import \{[^}]*\} from "(\.{1,2}/[\w./-]+\.js)";\n+', re.MULTILINE)
_BESIDE_CODE = re.compile(r"^\s*//.*\n|^\s+", re.MULTILINE)
"""Comments and indentation, which need not be sent with every change."""

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


def template_text(name: str) -> str:
    """Return a text that is handed out as it is, such as a script for Python.

    Parameters
    ----------
    name : str
        Path relative to the folder of components, such as ``export/draw_chart.txt``.

    Raises
    ------
    ValueError
        If the path is not that of a text within the folder of components.
    OSError
        If the file is missing.
    """
    return _read(name, ".txt")


def installed_text(package: str, name: str) -> str:
    """Return a script or a style sheet that an installed package contains.

    The package is not imported.

    Parameters
    ----------
    package : str
        Import name of the package.
    name : str
        Path relative to the folder of the package.

    Raises
    ------
    ModuleNotFoundError
        If the package is not installed.
    OSError
        If it has no such file.
    """
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        message = f"{package} is not installed; requirements.txt names its version"
        raise ModuleNotFoundError(message, name=package)
    return (Path(found.submodule_search_locations[0]) / name).read_text(encoding="utf-8")


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
    scripts: dict[str, str] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    texts: "OrderedDict[str, str]" = field(default_factory=OrderedDict)
    lasting: "OrderedDict[str, str]" = field(default_factory=OrderedDict)


_SERVED = _Served()


def serve_assets() -> None:
    """Record that this server serves texts by address; `streamlit run dashboard.py` does not."""
    _SERVED.here = True


def served_asset(name: str) -> str | None:
    """Return the script or text with an address; None if there is none.

    Parameters
    ----------
    name : str
        Last path segment of the address, which contains a digest of the text.
    """
    return _SERVED.scripts.get(name) or _SERVED.lasting.get(name) or _SERVED.texts.get(name)


def policy_digest(script_text: str) -> str:
    """Return the digest of an inline script, as a content security policy names it."""
    return f"sha256-{b64encode(sha256(script_text.encode()).digest()).decode()}"


@lru_cache(maxsize=2 * MOST_TEXTS)
def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:20]


def script_addresses(names: Iterable[str]) -> list[str]:
    """Return the addresses of scripts, without those of components that are not registered.

    Parameters
    ----------
    names : iterable of str
        Paths of scripts below the folder of the components, such as ``controls/page_head.js``.
    """
    return [_SERVED.addresses[name] for name in names if name in _SERVED.addresses]


def text_address(text: str, ending: str, *, lasting: bool = False) -> str | None:
    """Return the address of a text; None if this server serves no texts by address.

    Parameters
    ----------
    text : str
        Content served at the address.
    ending : str
        `json`.
    lasting : bool
        Whether no choice changes it. Other texts then do not replace it, so that a cache can hold
        the address.
    """
    if not _SERVED.here:
        return None
    name = f"{_digest(text)}.{ending}"
    texts = _SERVED.lasting if lasting else _SERVED.texts
    texts[name] = text
    texts.move_to_end(name)
    while len(texts) > MOST_TEXTS:
        texts.popitem(last=False)
    return f"{ADDRESS_FOLDER}/{name}"


class ComponentParts(TypedDict):
    """Script and style to register a Streamlit component with."""

    js: str
    css: str | None


def component_parts(name: str, *sheets: str) -> ComponentParts:
    """Return the script and the style to register a Streamlit component with.

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
    text += f"\n{script('served_style.js')}"
    text += f"\nexport const styled = (draw) => withStyle(draw, {json.dumps(style)});\n"
    served = f"{_digest(text)}.js"
    _SERVED.scripts[served] = text
    _SERVED.addresses[name] = f"{ADDRESS_FOLDER}/{served}"
    loader = _BESIDE_CODE.sub("", script("served_script.js")).replace(
        _PLACEHOLDER, f"./{ADDRESS_FOLDER}/{served}"
    )
    return ComponentParts(js=loader, css=None)
