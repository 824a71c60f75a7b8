"""HTML templates that stand beside the modules which use them, compiled once at import.

Every text that a template shows is escaped; only `Markup` is taken as HTML, so that the types tell
both apart.
"""

import re
from collections.abc import Callable, Iterable

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup

from components.assets import FOLDER

_LINE_BREAK = re.compile(r"(?<=[>}])\s*\n\s*|\s*\n\s*(?=[<{]|$)")


class _Compact(Extension):
    """Takes line breaks and indentation between tags out of templates.

    A reader sees none of them, and the browser would receive them with every choice.
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
        Path of the template below the folder of the components, such as ``markup.html``.
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


def joined(parts: Iterable[str]) -> Markup:
    """Return HTML one after the other; a part that is plain text is escaped."""
    return Markup().join(parts)
