"""What the filter bar offers: sectors with their evidence, tables of the source, questions."""

from typing import Any

from components.text.lists import side_by_side
from data.choice.parameters import PARAMETERS, QUESTIONS, SECTORS, Filters, FilterSpace
from data.choice.subjects import Subject
from data.evidence.names import label_of
from data.evidence.sector_counts import Named, sector_counts
from data.language.languages import Language
from data.load.dataset import Dataset

Option = tuple[str, str]
"""Code and label of an option."""

Subjects = frozenset[Subject]


def has_effect(name: str, subjects: Subjects) -> bool:
    """Return whether a parameter changes something on a page that shows some subjects."""
    return not PARAMETERS[name].concerns.isdisjoint(subjects)


def _sector_groups(
    space: FilterSpace, dataset: Dataset, words: Language
) -> list[tuple[str, list[Option]]]:
    """Return the selectable sectors by theme; the theme itself is the first of its group."""
    if not space.sectors:
        return []
    themes = dataset.table("sectors").set_index("sector")["theme"].to_dict()
    groups: dict[str, list[Option]] = {}
    for code in space.sectors:
        own = label_of(dataset, "sectors", code, words)
        groups.setdefault(themes.get(code) or code, []).append((code, own))
    return [
        (label_of(dataset, "sectors", theme, words), options) for theme, options in groups.items()
    ]


def counts_text(named: Named, words: Language) -> str:
    """Return how much names a sector, without what does not."""
    parts = (
        (named.values, words.ngettext("{count} value", "{count} values", named.values)),
        (named.routes, words.ngettext("{count} route", "{count} routes", named.routes)),
        (named.events, words.ngettext("{count} event", "{count} events", named.events)),
        (named.answers, words.ngettext("{count} answer", "{count} answers", named.answers)),
    )
    return side_by_side(text.format(count=words.number(count)) for count, text in parts if count)


def sectors_data(
    filters: Filters, space: FilterSpace, dataset: Dataset, words: Language, subjects: Subjects
) -> dict[str, Any]:
    """Return the panel of sectors: selected codes, sectors by theme, and what names each."""
    counts = sector_counts(dataset)
    return {
        "value": filters.sectors,
        "here": bool(space.sectors) and has_effect(SECTORS.name, subjects),
        "groups": _sector_groups(space, dataset, words),
        "counts": {
            code: counts_text(counts[code], words) for code in space.sectors if code in counts
        },
    }


def choices_data(
    filters: Filters, space: FilterSpace, dataset: Dataset, words: Language, subjects: Subjects
) -> list[dict[str, Any]]:
    """Return the select boxes of the bar, one for each parameter with options."""
    return [
        {
            "parameter": name,
            "label": words.gettext(parameter.label),
            "value": parameter.value(filters),
            "here": has_effect(name, subjects),
            "source": parameter.of_source,
            "options": options,
        }
        for name, parameter in PARAMETERS.items()
        if parameter.label and (options := parameter.options(space, dataset, words))
    ]


def questions_data(
    filters: Filters, space: FilterSpace, dataset: Dataset, words: Language, subjects: Subjects
) -> dict[str, Any] | None:
    """Return the select boxes of the two questions of the landing page; None without survey."""
    _ = words.gettext
    if not space.questions:
        return None
    return {
        "labels": [_("First question"), _("Second question")],
        "value": filters.questions,
        "here": has_effect(QUESTIONS.name, subjects),
        "options": [
            (number, f"{number}. {label_of(dataset, 'survey_questions', str(number), words)}")
            for number in space.questions
        ],
    }
