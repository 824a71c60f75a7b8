"""Normalisation of text for search: case, diacritics and variants of signs."""

import re
import unicodedata

_DASHES = "‐‑‒–—―−⁃﹘﹣－"
_APOSTROPHES = "’‘‚‛ʼʻʹ′`´＇"
_QUOTES = "“”„‟«»‹›″＂"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e"

_SIGNS = str.maketrans(
    {
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_QUOTES, '"'),
        **dict.fromkeys(_INVISIBLE, None),
    }
)

_LETTERS = str.maketrans(
    {
        # Letters without a Unicode decomposition.
        **{"ı": "i", "ə": "e", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe"},
        # Kazakh letters and their substitutes on a Russian keyboard.
        **{"қ": "к", "ғ": "г", "ң": "н", "ө": "о", "ұ": "у", "ү": "у", "ә": "а", "һ": "х"},
        "і": "и",
    }
)

_MARKS = re.compile("[\u0300-\u036f]+")
_SPACES = re.compile(r"\s+")
_LATIN_I = re.compile("(?<=[а-я])i|i(?=[а-я])")
"""Latin i inside a Cyrillic word, typed for the Kazakh letter with the same shape."""

_JOINTS = str.maketrans({"-": None, "'": None})


def fold(text: str) -> str:
    """Normalise a text for comparison in search.

    Case is removed, including that of İ, I, ı and i; diacritics are removed (ş becomes s, ё
    becomes е, й becomes и); Kazakh letters become the Russian ones typed for them (қ becomes к,
    ү becomes у); dashes, apostrophes, quotation marks and spaces get one form each. The function
    is idempotent.

    Parameters
    ----------
    text : str
        Any text, lone surrogates included.
    """
    plain = unicodedata.normalize("NFKD", text.translate(_SIGNS)).casefold()
    plain = unicodedata.normalize("NFKD", plain).translate(_SIGNS)
    plain = _MARKS.sub("", plain.translate(_LETTERS))
    return _SPACES.sub(" ", _LATIN_I.sub("и", plain)).strip()


def joined(folded: str) -> str:
    """Return a folded text without hyphens and apostrophes, to match spellings without them.

    Examples
    --------
    >>> joined("trans-caspian")
    'transcaspian'
    """
    return folded.translate(_JOINTS)
