"""The address of exactly this view as a QR code, and what its reader has to know."""

from functools import lru_cache
from urllib.parse import urlsplit

import segno

from data.languages import Language

LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
QR_SCALE = 4
LONGEST_LINK = 2000
"""Characters of the longest link that is made into a code; longer ones no camera reads."""


@lru_cache(maxsize=64)
def qr_code(link: str) -> str:
    """Return a QR code of a link as the address of an image that needs no request.

    Dark on white in every theme, since cameras want it so; empty for a link too long for it.
    """
    if len(link) > LONGEST_LINK:
        return ""
    code = segno.make(link, error="m", micro=False)
    return code.svg_data_uri(scale=QR_SCALE, border=3, light="white")


def share_remarks(address: str, language: Language) -> list[str]:
    """Say what a link opens, and where it does not reach.

    Parameters
    ----------
    address : str
        Address of the page as its reader sees it; empty where the browser has not told.
    language : Language
        Language of the text.
    """
    _ = language.gettext
    remarks = [_("Opens exactly this view, language included; readers can change the language.")]
    if (urlsplit(address).hostname or "") in LOCAL_HOSTS:
        remarks.append(
            _(
                "This address works on this computer only. For others in the room, open the Atlas "
                "under the computer’s name or number in the network first."
            )
        )
    return remarks
