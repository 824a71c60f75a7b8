"""Names of things: codes of lookup tables, methods and qualifiers in words."""

import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from data.evidence.names import label_of
from data.evidence.routes import Route
from data.evidence.values import COMPUTED
from data.language import languages
from data.language.languages import Language
from data.language.punctuation import inseparable
from data.load.dataset import Dataset

later = languages.later
"""Mark a text for the catalogues that is translated where it is shown."""


LINE_CHARACTERS = 26
"""Longest line of a category beside a chart, so that a phone keeps room for the bars."""


_KEPT = "\ue000"
"""Stands for a space that is not broken while a text is wrapped."""

_BREAK = "\ue001"
"""Stands at a place in a long word where a text may be wrapped."""


def wrapped(text: str, line: int = LINE_CHARACTERS) -> str:
    """Break a category or label into lines of at most `line` characters for a chart.

    A longer word, such as a route named by its places, is broken after dashes only.
    """
    words = (
        one if len(one) <= line else one.replace("–", f"–{_BREAK} ")
        for one in inseparable(text, _KEPT).split()
    )
    lines = textwrap.wrap(" ".join(words), line, break_on_hyphens=False, break_long_words=False)
    joined = "\n".join(lines)
    return joined.replace(f"{_BREAK} ", "").replace(_BREAK, "").replace(_KEPT, " ")


_PROPER = re.compile(
    r"\w\.|Türk|Turk|Kaz|Қазақ|Түркия|Казах|Турц|Орта Азия|Central|Грузия|Венгрия|Ақтау"
)
"""Beginnings of names that keep their capital inside a sentence."""


def in_sentence(name: str, language: Language) -> str:
    """Return a name as it stands inside a sentence: lower-cased, but for proper names.

    Examples
    --------
    >>> in_sentence("İnşaat", language("tr")), in_sentence("TANAP", language("en"))
    ('inşaat', 'TANAP')
    """
    if name[1:2].isupper() or _PROPER.match(name):
        return name
    return language.lower(name[:1]) + name[1:]


GENERIC_FIRST_WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "en": frozenset(
            {
                *("Ceiling", "Combined", "Companies", "Cumulative", "Fall", "Ferry", "Foreign"),
                *("Growth", "Investment", "Joint", "Large", "Oil", "Planned", "Port", "Projects"),
                *("Prospective", "Rail", "Target", "Trade", "Trial", "Value"),
            }
        ),
        "kk": frozenset({"Аяқталған", "Жол", "Жүзеге", "Құрылыс", "Сауда"}),
        "tr": frozenset({"İnşaat", "Tamamlanan", "Ticaret", "Yürütülen", "Yürütülmekte"}),
        "ru": frozenset(
            {
                "Блок",
                "Газовое",
                "Газовый",
                "Газопровод",
                "Доля",
                "Железная",
                "Железнодорожный",
                "Завершённые",
                "Инвестиции",
                "Инициатива",
                "Иностранные",
                "Компании",
                "Контейнерный",
                "Магистральные",
                "Маршрут",
                "Месторождение",
                "Месторождения",
                "Морские",
                "Морской",
                "Мультимодальный",
                "Наземный",
                "Нефтеналивной",
                "Нефтеприёмный",
                "Нефтепровод",
                "Нефть",
                "Нефтяной",
                "Объём",
                "Отношение",
                "Паромная",
                "Паромно-железнодорожная",
                "Перевозка",
                "Планируемый",
                "Подводный",
                "Порт",
                "Порты-побратимы",
                "Предел",
                "Пробный",
                "Проект",
                "Реализуемые",
                "Рост",
                "Снижение",
                "Совокупный",
                "Структура",
                "Торговля",
                "Транспортный",
                "Турецкие",
                "Упрощённый",
                "Участок",
                "Целевая",
                "Целевой",
                "Цель",
            }
        ),
    }
)
"""First words of names of routes, facilities and values that are no proper names, by language."""


def name_in_sentence(name: str, language: Language) -> str:
    """Return a name of a route, facility or value as it stands inside a sentence.

    The first letter is small only where the first word is in `GENERIC_FIRST_WORDS`; in names that
    begin with a proper name it stays a capital.

    Examples
    --------
    >>> name_in_sentence("Нефтепровод Атырау–Самара", language("ru"))
    'нефтепровод Атырау–Самара'
    """
    first = name.partition(" ")[0].rstrip(":,")
    if first in GENERIC_FIRST_WORDS.get(language.code, frozenset()):
        return language.lower(name[:1]) + name[1:]
    return name


def routes_in_sentence(found: Iterable[Route], *, dataset: Dataset, language: Language) -> str:
    """List the names of routes and facilities inside a sentence."""
    return language.enumerate(
        name_in_sentence(label_of(dataset, "routes", route.code, language), language)
        for route in found
    )


SMALL_AFTER_COLON = frozenset({"kk", "ru"})
"""Languages that write a sentence after a colon with a small letter."""


def after_colon(statement: str, language: Language) -> str:
    """Return a statement as it stands after a colon."""
    if language.code in SMALL_AFTER_COLON:
        return in_sentence(statement, language)
    return statement


def sectors_in_sentence(codes: Iterable[str], *, dataset: Dataset, language: Language) -> str:
    """List the names of sectors inside a sentence."""
    return language.enumerate(
        in_sentence(label_of(dataset, "sectors", code, language), language) for code in codes
    )


def said_of_sectors(
    one: str, several: str, codes: Sequence[str], *, dataset: Dataset, language: Language
) -> str:
    """Return the message for one sector or for several, with their names as `{sectors}`."""
    names = sectors_in_sentence(codes, dataset=dataset, language=language)
    return (one if len(codes) == 1 else several).format(sectors=names)


def nothing_printed(language: Language) -> str:
    """Say that the tables have no values for a chart."""
    return language.gettext("The tables have no values for this chart")


def method_name(method: str, language: Language, *, outside: bool = False) -> str:
    """Say whether a value is printed in its source or computed from printed ones.

    Parameters
    ----------
    method : str
        `COMPUTED` or `PRINTED`.
    language : Language
        Language of the text.
    outside : bool
        Whether the source is a publication outside the dissertation.
    """
    _ = language.gettext
    if method == COMPUTED:
        return _("computed")
    return _("given in the source") if outside else _("printed")


def qualifier_name(qualifier: str, language: Language) -> str:
    """Say how firmly the source states a value."""
    _ = language.gettext
    names: dict[str, str] = {
        "exact": _("exact"),
        "about": _("about"),
        "over": _("over"),
        "under": _("under"),
        "up_to": _("up to"),
        "planned": _("planned"),
        "target": _("target"),
        "forecast": _("forecast"),
        "inferred": _("inferred"),
    }
    return names.get(qualifier, qualifier)
