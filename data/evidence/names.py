"""Names from the lookup tables, in one language."""

from data.evidence.origins import is_outside
from data.evidence.source_comparison import OF_KAZAKHSTAN, OF_OTHERS, OF_TURKIYE, TEXT
from data.language.languages import Language, span_text
from data.load.dataset import Dataset


def label_of(
    dataset: Dataset, table: str, code: str, language: Language, stem: str = "name"
) -> str:
    """Return the name of a code in a lookup table; the code itself if it is missing there.

    Parameters
    ----------
    dataset : Dataset
        All tables.
    table : str
        A lookup table, with the codes in its first column.
    code : str
        The code to name.
    language : Language
        Language of the name.
    stem : str
        Column of the text without language: `name`, `title` or `symbol`. The name of an origin
        outside the dissertation is marked as such.
    """
    text = dataset.texts(table, language.column(stem)).get(code, code)
    if table == "origins" and stem == "name" and is_outside(dataset, code):
        return language.gettext("{name} (outside the dissertation)").format(name=text)
    return text


def origin_name(dataset: Dataset, origin: str, language: Language) -> str:
    """Return the name of an origin where the text around it says whether it is outside."""
    return dataset.texts("origins", language.column("name")).get(origin, origin)


def stating_source_name(source: str, dataset: Dataset, language: Language) -> str:
    """Return the name of a source of `data.evidence.source_comparison`."""
    _ = language.gettext
    names = {
        TEXT: _("Main text"),
        OF_KAZAKHSTAN: _("Public data from Kazakhstan"),
        OF_TURKIYE: _("Public data from Türkiye"),
        OF_OTHERS: _("Public data from others"),
    }
    return names.get(source) or label_of(dataset, "origins", source, language)


def country_name(code: str, *, dataset: Dataset, language: Language) -> str:
    """Return the name of a country as the map labels it, or that of CLDR if it has no label."""
    named = label_of(dataset, "map_labels", code, language)
    return language.territory(code) if named == code else named


def selection_name(code: str, *, dataset: Dataset, language: Language) -> str:
    """Return the name of a selection on the map: a route, facility, place or country."""
    for table in ("routes", "places", "map_labels"):
        named = label_of(dataset, table, code, language)
        if named != code:
            return named
    return code


def years_text(years: tuple[int, int]) -> str:
    """Format a span of years, such as `2018–2023`; a single year as one number."""
    first, last = years
    return str(first) if first == last else span_text(str(first), str(last))
