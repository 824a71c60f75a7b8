"""Status of a route in words, and what the status rests on."""

from components.map.style import STATUS_NAMES
from components.text.names import later
from data.evidence.routes import PRINTED, PUBLIC
from data.evidence.standing import PRINTED_SINCE_PUBLIC, PRINTED_WITHOUT_YEAR, YEAR_NOT_GIVEN
from data.language.languages import Language

RECORD_OF = {PRINTED: later("printed"), PUBLIC: later("public data")}
"""Names of the two records."""

BASIS_OF = {
    **RECORD_OF,
    PRINTED_SINCE_PUBLIC: later("printed; year from public data"),
    PRINTED_WITHOUT_YEAR: later("printed without a year"),
    YEAR_NOT_GIVEN: later("no year given in the dissertation"),
}
"""What the status of a route as of a year rests on."""


def status_text(status: str | None, language: Language) -> str:
    """Return the name of a status as of a year; None is a route not in operation yet."""
    _ = language.gettext
    return _(STATUS_NAMES[status]) if status else _("not in operation yet")
