"""Jinja2 templates of the components, compiled once at import.

All texts are escaped except `Markup`, so that the type shows which strings are HTML.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
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


_ENVIRONMENT = Environment(
    loader=FileSystemLoader(FOLDER),
    autoescape=True,
    undefined=StrictUndefined,
    auto_reload=False,
    extensions=[_Compact],
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
