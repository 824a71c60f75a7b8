"""Parts of a link that are not followed, in words: why, and what would be right."""

from collections.abc import Mapping
from types import MappingProxyType

from components.text.names import later
from data.choice.link_values import Reason
from data.choice.reading import Refusal
from data.language.languages import Language

REASONS: Mapping[Reason, tuple[str, str]] = MappingProxyType(
    {
        Reason.UNKNOWN_NAME: (
            later("{part}: the Atlas has no such parameter"),
            later("{part}: the Atlas has no such parameter; perhaps {right}"),
        ),
        Reason.UNKNOWN: (
            later("{part}: not known here"),
            later("{part}: not known here; possible: {right}"),
        ),
        Reason.UNREADABLE: (
            later("{part}: cannot be read"),
            later("{part}: cannot be read; written correctly, for example: {right}"),
        ),
        Reason.OUTSIDE: (
            later("{part}: outside the available range"),
            later("{part}: only {right} is available; the rest was ignored"),
        ),
        Reason.AMBIGUOUS: (
            later("{part}: has more than one meaning"),
            later("{part}: can mean {right}"),
        ),
        Reason.REPEATED: (later("{part}: given more than once; another value is used"),) * 2,
        Reason.TOO_LONG: (later("{part} …: too long to be read"),) * 2,
    }
)
"""For each reason the text without and with what would be right."""


def refusal_text(refusal: Refusal, words: Language) -> str:
    """Return why a part of a link is not followed, and what would be right.

    Parameters
    ----------
    refusal : Refusal
        The part.
    words : Language
        Language of the text.
    """
    bare, helpful = REASONS[refusal.reason]
    text = words.gettext(helpful if refusal.right else bare)
    return text.format(part=f"{refusal.parameter}={refusal.text}", right=refusal.right)
