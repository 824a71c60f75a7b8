"""What is sent of a view: its link, QR code, citation, and remarks on where the link works."""

from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import urlsplit

import segno

from components.text.lists import apposed, clauses, remarked
from data.choice.parameters import PARAMETERS, Filters, FilterSpace
from data.citation import citation
from data.language.languages import Language
from data.language.punctuation import sentences
from data.load.dataset import Dataset

QR_SCALE = 4
LONGEST_LINK = 2000
"""Greatest length of a link in a QR code, in bytes; cameras cannot read larger codes."""


def _host(address: str) -> str:
    """Return the host of a web address in lower case; empty for other texts.

    An address is rejected if it is too long, cannot be encoded or has another scheme than http or
    https.
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


def is_this_computer(host: str) -> bool:
    """Return whether a host name or IP address means the computer itself."""
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
    """Return a QR code of a link as a data URI of an image.

    It is dark on white in every theme, as cameras require; empty if the link is no web address or
    is too long.
    """
    return _drawn_code(link) if _host(link) else ""


def selection_text(
    filters: Filters, space: FilterSpace, *, dataset: Dataset, language: Language
) -> str:
    """Return everything that differs from the default filters, as in a link."""
    start = space.start(filters.language)
    found = []
    for parameter in PARAMETERS.values():
        if not parameter.always and parameter.differs(filters, start):
            texts = [
                text for text, _code in parameter.chips(parameter.value(filters), dataset, language)
            ]
            # The parameters of a part of the map have no name without that part.
            if any(texts):
                template = language.gettext(parameter.caption)
                found.append(template.format(chips=apposed(texts)))
    return clauses(found)


def link_content(
    filters: Filters, space: FilterSpace, *, dataset: Dataset, language: Language
) -> str:
    """Return a sentence that says what a link contains."""
    _ = language.gettext
    selection = selection_text(filters, space, dataset=dataset, language=language)
    if not selection:
        return _("The link contains this page and the language; nothing else is selected.")
    return _("The link contains this page, the language and: {selection}.").format(
        selection=selection
    )


def view_citation(
    page: str, filters: Filters, space: FilterSpace, *, dataset: Dataset, language: Language
) -> str:
    """Return the citation of the source, the Atlas and a view; the link follows in the browser.

    Parameters
    ----------
    page : str
        Title of the page in the language.
    filters : Filters
        The selected filters.
    space : FilterSpace
        The valid filter values.
    dataset : Dataset
        All tables, for the names.
    language : Language
        Language of the text.
    """
    selection = selection_text(filters, space, dataset=dataset, language=language)
    # The other parts end in full stops of their own.
    return f"{citation(language)} {sentences((remarked(f'“{page}”', (selection,)),))}"


def share_remarks(address: str, language: Language) -> list[str]:
    """Return remarks on what a link opens and on which computers it works.

    Parameters
    ----------
    address : str
        Address of the page in the browser, not validated; empty if unknown. Without a web
        address there are no remarks.
    language : Language
        Language of the text.
    """
    _ = language.gettext
    host = _host(address)
    if address and not host:
        return []
    remarks = [_("Whoever opens it can change the language and the filters.")]
    if is_this_computer(host):
        remarks.append(
            _(
                "This address works on this computer only. For others in the room, "
                "first open the Atlas by the computer’s name or IP address in the "
                "network."
            )
        )
    return remarks
