"""The address of exactly this view as a QR code, and what its reader has to know."""

from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import urlsplit

import segno

from data.language.languages import Language

QR_SCALE = 4
LONGEST_LINK = 2000
"""Bytes of the longest link that is made into a code; longer ones no camera reads."""


def _host(address: str) -> str:
    """Return the host of a web address in lower case; empty for everything else.

    An address that is too long, cannot be encoded or has another scheme than http or https is no
    web address.
    """
    if len(address) > LONGEST_LINK:
        return ""
    try:
        size = len(address.encode("utf-8"))
        parts = urlsplit(address)
        readable = size <= LONGEST_LINK and parts.port != 0
    except ValueError:
        return ""
    return (parts.hostname or "") if readable and parts.scheme in {"http", "https"} else ""


def _is_this_computer(host: str) -> bool:
    """Return whether a host name or number leads to the computer it is used on."""
    name = host.rstrip(".")
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        number = ip_address(name)
    except ValueError:
        return False
    return number.is_loopback or number.is_unspecified


@lru_cache(maxsize=64)
def _drawn_code(link: str) -> str:
    code = segno.make(link, error="m", micro=False)
    return code.svg_data_uri(scale=QR_SCALE, border=3, light="white")


def qr_code(link: str) -> str:
    """Return a QR code of a link as the address of an image that needs no request.

    Dark on white in every theme, since cameras need it; empty for what is no web address and for
    a link too long for a code.
    """
    return _drawn_code(link) if _host(link) else ""


def share_remarks(address: str, language: Language) -> list[str]:
    """Say what a link opens, and where it does not reach.

    Parameters
    ----------
    address : str
        Address of the page as its reader sees it; empty where the browser has not told. Anything
        may stand there; there is nothing to say of what is no web address.
    language : Language
        Language of the text.
    """
    _ = language.gettext
    host = _host(address)
    if address and not host:
        return []
    remarks = [_("Opens exactly this view, language included; readers can change the language.")]
    if _is_this_computer(host):
        remarks.append(
            _(
                "This address works on this computer only. For others in the room, open the Atlas "
                "under the computer’s name or number in the network first."
            )
        )
    return remarks
