"""HTML of the components without the marks of what stays on one line, to search it for texts."""

import re
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from markupsafe import Markup

TOGETHER = re.compile(r'<span class="nb">([^<]*)</span>')

Given = ParamSpec("Given")


def unmarked(markup: str) -> Markup:
    """Return HTML whose texts are as written, whatever stays on one line."""
    return Markup(TOGETHER.sub(r"\1", markup))


def without_marks(write: Callable[Given, Markup]) -> Callable[Given, Markup]:
    """Return a function that writes HTML without the marks."""

    @wraps(write)
    def written(*args: Given.args, **named: Given.kwargs) -> Markup:
        return unmarked(write(*args, **named))

    return written
