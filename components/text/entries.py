"""One value in a line: its name, period and amount, without repeating what the name says."""

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from components.text.amounts import amount_text, value_text
from components.text.dates import date_text
from components.text.lists import apposed, one_colon
from components.text.names import name_in_sentence, qualifier_name
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset

QUALIFIER_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "planned": {
            "en": r"planned",
            "kk": r"жоспарланған|жобалық",
            "tr": r"planlanan",
            "ru": r"планируем|запланирован|проектн",
        },
        "target": {"en": r"target|aim\b", "kk": r"мақсат", "tr": r"hedef", "ru": r"цел(?:ь|ев)"},
        "forecast": {"en": r"forecast", "kk": r"болжам", "tr": r"tahmin", "ru": r"прогноз"},
    }
)
"""Beginnings of words by which a name says the qualifier of its value, by language."""

_EVENT_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "planned": {"en": r"plan", "kk": r"жоспар", "tr": r"plan", "ru": r"план"},
        "target": {"en": r"aim", "kk": r"ұмтыл", "tr": r"amaç", "ru": r"стрем"},
        "up_to": {"en": r"until", "kk": r"\w+ дейін", "tr": r"\w+ kadar", "ru": r"до\b"},
    }
)
"""Words by which the name of an event says its qualifier; in names of values they do not."""

_SURVEY = "survey_answers"

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def name_says_qualifier(name: str, qualifier: str, language: Language) -> bool:
    """Return whether a name says how firmly the source states its value.

    Parameters
    ----------
    name : str
        Name of a value in `language`.
    qualifier : str
        A qualifier such as `planned`; those of numbers, such as `about`, are never in a name.
    language : Language
        Language of the name; in one without words in `QUALIFIER_WORDS` the answer is no.
    """
    return _says(name, QUALIFIER_WORDS.get(qualifier, {}).get(language.code))


def _says(name: str, words: str | None) -> bool:
    return bool(words) and re.search(rf"(?<!\w)(?:{words})", name.casefold()) is not None


def name_says_period(name: str, period: str, language: Language) -> bool:
    """Return whether a name has the period of its value: the date in words, or all its years."""
    written = date_text(period, language)
    years = _YEAR.findall(period)
    only_years = bool(years) and period.replace("/", "-").split("-") == years
    found = set(_YEAR.findall(name))
    return written in name or (only_years and found.issuperset(years))


def name_and_period(entry: Value, language: Language) -> str:
    """Return the name of a value and its period, which is left out where the name has it."""
    name = entry.name(language)
    if not entry.period or name_says_period(name, entry.period, language):
        return name
    return apposed((name, date_text(entry.period, language)))


def qualifier_of_event(name: str, qualifier: str, language: Language) -> str:
    """Return the qualifier of an event in words; empty if it is exact, or if its name has it.

    What is approximate, inferred or a bound is the date; what is planned or a target, the event.
    """
    _ = language.gettext
    said = _says(name, _EVENT_WORDS.get(qualifier, {}).get(language.code))
    if qualifier == "exact" or said or name_says_qualifier(name, qualifier, language):
        return ""
    of_event = {
        "about": _("date approximate"),
        "inferred": _("date inferred"),
        "up_to": _("until this date"),
        "target": _("aim"),
    }
    return of_event.get(qualifier) or qualifier_name(qualifier, language)


def event_name(name: str, date: str, language: Language) -> str:
    """Return the name of an event beside its date, without a date in brackets that this has."""
    written = date_text(date, language)
    return re.sub(r" \(([^()]+)\)", lambda found: "" if found[1] in written else found[0], name)


def amount_beside_name(entry: Value, *, dataset: Dataset, language: Language) -> str:
    """Write the amount of a value for a line with its name; a qualifier in the name is left out."""
    if name_says_qualifier(entry.name(language), entry.qualifier, language):
        if entry.unit == "rank":
            # A target is no place that was reached, so it has no ordinal.
            return value_text(entry, language)
        entry = replace(entry, qualifier="exact")
    return amount_text(entry, dataset=dataset, language=language)


def name_for_line(entry: Value, language: Language, *, about: str = "") -> str:
    """Return the name of a value and its period for a line with a colon, without one of its own.

    Parameters
    ----------
    entry : Value
        The value; the answer to a question of the survey stands in quotation marks.
    language : Language
        Language of the name.
    about : str
        Name of what the line is about, left out at the beginning of the name.
    """
    name = name_and_period(entry, language).removeprefix(f"{about}: ")
    question, colon, answer = name.partition(": ")
    if entry.table == _SURVEY and colon:
        name = f"{question}: {language.gettext('“{name}”').format(name=answer)}"
    return one_colon(name, language)


def name_in_line(name: str, language: Language) -> str:
    """Return the name of a value as it stands inside a sentence, without a colon of its own."""
    return one_colon(name_in_sentence(name, language), language)


def named_amount(entry: Value, *, dataset: Dataset, language: Language) -> str:
    """Write the name of a value and its amount with one colon."""
    amount = amount_beside_name(entry, dataset=dataset, language=language)
    return f"{name_for_line(entry, language)}: {amount}"
