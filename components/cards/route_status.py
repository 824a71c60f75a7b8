"""Status of a route in words, and what the status rests on."""

from components.map.style import STATUS_NAMES, STATUS_NOT_STATED
from components.text.names import later
from data.evidence.routes import PRINTED, PUBLIC, UNKNOWN
from data.evidence.standing import (
    PRINTED_SINCE_INFERRED,
    PRINTED_SINCE_PUBLIC,
    PRINTED_WITHOUT_YEAR,
    YEAR_NOT_GIVEN,
    Standing,
)
from data.language.languages import Language

RECORD_OF = {PRINTED: later("printed"), PUBLIC: later("public data")}
"""Names of the two records."""

BASIS_OF = {
    **RECORD_OF,
    PRINTED_SINCE_INFERRED: later("printed; year inferred"),
    PRINTED_SINCE_PUBLIC: later("printed; year from public data"),
    PRINTED_WITHOUT_YEAR: later("printed without a year"),
    YEAR_NOT_GIVEN: later("no year given in the dissertation"),
}
"""What the status of a route as of a year rests on."""


def status_text(status: str | None, language: Language, *, labelled: bool = False) -> str:
    """Return the name of a status as of a year.

    Parameters
    ----------
    status : str or None
        A code of `STATUS_NAMES`; None is a route not yet announced or opened.
    language : Language
        Language of the text.
    labelled : bool
        Whether a label or the heading of a column says that it is the status.
    """
    if status is None:
        return language.gettext("not yet announced or opened")
    unknown = labelled and status == UNKNOWN
    return language.gettext(STATUS_NOT_STATED if unknown else STATUS_NAMES[status])


def basis_text(stated: Standing, language: Language) -> str:
    """Return what a status rests on; a status that is not stated rests on no record."""
    if stated.status == UNKNOWN and stated.basis != YEAR_NOT_GIVEN:
        return ""
    return language.gettext(BASIS_OF[stated.basis])
