"""Texts with grammatical forms, which sentence patterns choose by a placeholder's format."""

from collections.abc import Callable
from typing import Self

from data.language.forms import BASE


class Inflected(str):
    """A text whose forms are written by the format of a placeholder, as in `{amount:dative}`.

    Parameters
    ----------
    text : str
        The text as it is without a form.
    form : function
        Returns the text in a form of `data.language.forms`.
    """

    _form: Callable[[str], str]

    def __new__(cls, text: str, form: Callable[[str], str]) -> Self:
        """Return a text with its forms."""
        made = super().__new__(cls, text)
        made._form = form
        return made

    def __format__(self, spec: str) -> str:
        """Return the form named by a placeholder."""
        return str(self) if spec in ("", BASE) else self._form(spec)

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """Return a copy with the text only, without its forms."""
        return (str, (str(self),))


def inflected(text: str) -> Inflected:
    """Return a text that is the same in every form, unless it has forms already."""
    return text if isinstance(text, Inflected) else Inflected(text, lambda _form: str(text))
