"""Bounds such as `over 4,000` in the case that a sentence needs them in."""

from collections.abc import Mapping
from types import MappingProxyType

from components.text.inflection import Inflected
from data.language.forms import CASES
from data.language.languages import Language


def _with_ends(pattern: str, code: str, ends: Mapping[str, str]) -> dict[str, str]:
    """Return a pattern for each case, with the word that has the ending of the case."""
    return {case: pattern.format(ends[case]) for case in CASES[code] if case in ends}


_LEVEL = {"dative": "деңгейге", "ablative": "деңгейден", "locative": "деңгейде"}
_ABOVE = {"dative": "üzerine", "ablative": "üzerinden", "locative": "üzerinde"}
_BELOW = {"dative": "altına", "ablative": "altından", "locative": "altında"}
_RUSSIAN = (("genitive", "genitive"), ("digits", "number"))

PATTERNS: Mapping[str, Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "kk": {
            "over": _with_ends("{{amount:ablative}} астам {}", "kk", _LEVEL),
            "under": _with_ends("{{amount:ablative}} аз {}", "kk", _LEVEL),
            "up_to": {case: f"ең көбі {{amount:{case}}}" for case in CASES["kk"]},
        },
        "tr": {
            "over": _with_ends("{{amount:genitive}} {}", "tr", _ABOVE),
            "under": _with_ends("{{amount:genitive}} {}", "tr", _BELOW),
            "up_to": {case: f"en fazla {{amount:{case}}}" for case in CASES["tr"]},
        },
        "ru": {
            "over": {form: f"более чем {{amount:{case}}}" for form, case in _RUSSIAN},
            "under": {form: f"менее чем {{amount:{case}}}" for form, case in _RUSSIAN},
            "up_to": {form: f"уровня не выше {{amount:{case}}}" for form, case in _RUSSIAN},
        },
    }
)
"""Patterns by language, qualifier and form; English sentences have no case for them."""


def bounded(amount: Inflected, qualifier: str, form: str, language: Language) -> str:
    """Return a bound in words, in the form that a sentence asks for; empty without a pattern.

    Parameters
    ----------
    amount : Inflected
        The amount without its qualifier.
    qualifier : str
        A qualifier such as `over`.
    form : str
        A form of `data.language.forms`.
    language : Language
        Language of the sentence.
    """
    pattern = PATTERNS.get(language.code, {}).get(qualifier, {}).get(form, "")
    return pattern.format(amount=amount)
