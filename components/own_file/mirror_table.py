"""Mirror view: what both countries state of the same flow, with the differences."""

from components.own_file.overlay import millions, own_amount, reporter_name
from components.text.amounts import percent
from components.text.shown_table import ShownColumn, ShownTable
from data.language.languages import Language
from data.load.dataset import Dataset
from data.own_file.mirror import Mirror, mirrors
from data.own_file.model import KAZAKHSTAN, TURKIYE, OwnFile, OwnValue


def _amounts(values: list[OwnValue | None], missing: str, words: Language) -> tuple[str, ...]:
    return tuple(missing if value is None else own_amount(value, words) for value in values)


def _difference(mirror: Mirror, words: Language) -> str:
    found = mirror.difference
    return "—" if found is None else millions(found, words, signed=True)


def _per_cent(mirror: Mirror, words: Language) -> str:
    found = mirror.per_cent
    return "—" if found is None else percent(found, words, decimals=1, signed=True)


def mirror_table(
    file: OwnFile, seller: str, *, dataset: Dataset, language: Language
) -> ShownTable | None:
    """Return what both countries state of the exports of one; None without any value.

    Parameters
    ----------
    file : OwnFile
        The file in use.
    seller : str
        The country that exports.
    dataset : Dataset
        All tables, for the names.
    language : Language
        Language of the page.
    """
    _ = language.gettext
    found = [mirror for mirror in mirrors(file) if mirror.seller == seller]
    if not found:
        return None
    buyer = TURKIYE if seller == KAZAKHSTAN else KAZAKHSTAN
    names = {
        code: reporter_name(code, dataset=dataset, language=language) for code in (seller, buyer)
    }
    missing = _("not in the file")
    columns = (
        ShownColumn(head=_("Year"), cells=tuple(str(one.year) for one in found)),
        ShownColumn(
            head=_("Exports, reported by {country}").format(country=names[seller]),
            cells=_amounts([one.export for one in found], missing, language),
            numeric=True,
        ),
        ShownColumn(
            head=_("Imports, reported by {country}").format(country=names[buyer]),
            cells=_amounts([one.imported for one in found], missing, language),
            numeric=True,
        ),
        ShownColumn(
            head=_("Imports minus exports"),
            cells=tuple(_difference(one, language) for one in found),
            numeric=True,
        ),
        ShownColumn(
            head=_("Difference, % of exports"),
            cells=tuple(_per_cent(one, language) for one in found),
            numeric=True,
        ),
    )
    return ShownTable(columns=columns, named_rows=True)
