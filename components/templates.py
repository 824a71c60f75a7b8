"""Jinja2 templates of the components, compiled once at import.

All texts are escaped except `Markup`, so that the type shows which strings are HTML.
"""

import re
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256

import jinja2
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.ext import Extension
from markupsafe import Markup

from components.assets import FOLDER
from components.text.breaks import pieces

_LINE_BREAK = re.compile(r"(?<=[>}])\s*\n\s*|\s*\n\s*(?=[<{]|$)")


class _Compact(Extension):
    """Jinja2 extension that removes line breaks and indentation between tags.

    They are not visible, and would be sent to the browser with every filter change.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002, as Jinja calls it
        return _LINE_BREAK.sub("", source)


class _Compiled(FileSystemBytecodeCache):
    """Templates that an earlier start has compiled, beside the compiled modules of Python.

    To compile all of them takes 60 ms of a start. A folder that cannot be written or a damaged
    file only costs that time.
    """

    def __init__(self) -> None:
        # Jinja2 compares the source of a template; what else decides on its code is in the name.
        rules = sha256(f"{jinja2.__version__} {_LINE_BREAK.pattern}".encode()).hexdigest()[:12]
        super().__init__(str(FOLDER / "__pycache__"), f"%s.{rules}.jinja")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read a compiled template, if it is there and whole."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # noqa: BLE001, a damaged file raises almost any
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write a compiled template, unless Python writes no compiled modules either."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)
                # Jinja2 lets nobody else read it; the processes of a server have another user.
                FOLDER.joinpath(self._get_cache_filename(bucket)).chmod(0o644)


_ENVIRONMENT = Environment(
    loader=FileSystemLoader(FOLDER),
    autoescape=True,
    undefined=StrictUndefined,
    auto_reload=False,
    extensions=[_Compact],
    bytecode_cache=_Compiled(),
)


def macro(path: str, name: str) -> Callable[..., Markup]:
    """Return a macro of a template as a function that returns HTML.

    Parameters
    ----------
    path : str
        Path of the template relative to the folder of components, such as ``cards/markup.html``.
    name : str
        Name of the macro.

    Raises
    ------
    jinja2.TemplateError
        If the template is missing or has a fault.
    AttributeError
        If the template has no such macro.
    """
    found: Callable[..., Markup] = getattr(_ENVIRONMENT.get_template(path).module, name)
    return found


_whole = macro("templates.html", "whole")


@lru_cache(maxsize=8192)
def _marked(text: str) -> Markup:
    return Markup(" ").join(_whole(one) if whole else one for one, whole in pieces(text))


def unbroken(text: str) -> Markup:
    """Return a text as HTML that breaks no amount and no name; HTML is returned unchanged."""
    return text if isinstance(text, Markup) else _marked(text)


_ENVIRONMENT.filters["unbroken"] = unbroken


def joined(parts: Iterable[str]) -> Markup:
    """Return the concatenated parts as HTML; plain text is escaped."""
    return Markup().join(parts)
