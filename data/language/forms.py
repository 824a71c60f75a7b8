"""Grammatical forms that sentence patterns ask for, by language."""

from collections.abc import Mapping
from types import MappingProxyType

BASE = "form"
"""Mark of a placeholder whose form a translation may choose, as in `over {amount:form}`."""

UNITLESS_ABLATIVE = "unitless_ablative"
"""Form of the number alone, such as `1 580-нен`, before an amount that has the unit."""

COMMON = frozenset({BASE, "number", "digits", "full", UNITLESS_ABLATIVE})
"""Forms of every language: as it is, without unit, with a sign for the qualifier, unit in full."""

CASES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "kk": ("dative", "ablative", "locative"),
        "tr": ("dative", "ablative", "locative", "genitive"),
        "ru": ("genitive",),
    }
)
"""Cases that a translation may name in a placeholder, as in `{amount:ablative}`."""

NOMINATIVE = "nominative"

UNIT_CASES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {code: (NOMINATIVE, *CASES[code]) for code in ("kk", "tr")}
)
"""Cases of unit words where the language has no plural after a number."""

UNIT_PLURALS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"en": ("one", "other"), "ru": ("one", "few", "many")}
)
"""Plural categories of CLDR of unit words; the Russian `few` also serves fractions."""

_GENITIVE: Mapping[str, str] = MappingProxyType({"one": "few", "few": "many", "many": "many"})
"""Russian column of the genitive by the plural category of the number."""

COUNTRY_GENITIVE = "ru_genitive"
"""Column of `map_labels` with the Russian genitive of a country."""


def unit_columns() -> tuple[str, ...]:
    """Return the columns of `units` with the forms of unit words."""
    return tuple(
        f"{code}_{form}"
        for forms in (UNIT_PLURALS, UNIT_CASES)
        for code, own in forms.items()
        for form in own
    )


def is_form(spec: str, code: str) -> bool:
    """Return whether a translation of this language may name a form in a placeholder."""
    return spec in COMMON or spec in CASES.get(code, ())


def unit_column(code: str, form: str, category: str) -> str:
    """Return the column of `units` for a form after a number; empty if the language has none.

    Parameters
    ----------
    code : str
        Code of the language.
    form : str
        One of `CASES`, or `BASE`.
    category : str
        Plural category of the number, according to CLDR.
    """
    if code in UNIT_CASES:
        return f"{code}_{form if form in UNIT_CASES[code] else NOMINATIVE}"
    own = UNIT_PLURALS.get(code)
    if own is None:
        return ""
    if code == "ru":
        # The genitive singular, which a fraction takes, does not change after "more than".
        whole = category in own
        category = category if whole else "few"
        return f"ru_{_GENITIVE[category] if form == 'genitive' and whole else category}"
    return f"{code}_{category if category in own else own[-1]}"
