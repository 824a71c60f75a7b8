"""Names of things in one language, as the lookup tables give them."""

from data.evidence.origins import is_outside
from data.language.languages import Language, span_text
from data.load.dataset import Dataset


def label_of(
    dataset: Dataset, table: str, code: str, language: Language, stem: str = "name"
) -> str:
    """Return what a lookup table calls `code`; the code itself where the table lacks it.

    Parameters
    ----------
    dataset : Dataset
        All tables.
    table : str
        A lookup table, keyed by its first column.
    code : str
        The code to name.
    language : Language
        Language of the name.
    stem : str
        Which text to take: `name`, `title` or `symbol`. The name of an origin outside the
        dissertation says so.
    """
    text = dataset.texts(table, language.column(stem)).get(code, code)
    if table == "origins" and stem == "name" and is_outside(dataset, code):
        return language.gettext("{name} (outside the dissertation)").format(name=text)
    return text


def selection_name(code: str, *, dataset: Dataset, language: Language) -> str:
    """Return the name of what is selected on the map: a route, a place, or a country."""
    for table in ("routes", "places", "map_labels"):
        named = label_of(dataset, table, code, language)
        if named != code:
            return named
    return code


def years_text(years: tuple[int, int]) -> str:
    """Write a span of years; a single year stands alone."""
    first, last = years
    return str(first) if first == last else span_text(str(first), str(last))
