"""Cleaning of parameter names and values in links, which mail and chat programs alter."""

import re

LONGEST_NAME = 100
LONGEST_VALUE = 1000
"""Greatest length of a name and of a value; links of the Atlas are shorter."""

QUOTED_LENGTH = 40
"""Characters of a refused part that are quoted."""

# fmt: off
TRACKING_NAMES = frozenset(
    (
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "yclid", "ysclid", "_openstat",
        "msclkid", "mc_cid", "mc_eid", "igshid", "igsh", "twclid", "ttclid", "li_fat_id",
        "srsltid", "epik", "si", "ref", "ref_src", "ref_url", "referrer", "_ga", "_gl", "_ym_uid",
        "_hsenc", "_hsmi", "hsctatracking", "mkt_tok", "vero_id", "oly_anon_id", "oly_enc_id",
        "rb_clickid", "s_cid", "wickedid", "zanpid", "dm_i", "mibextid", "rdid", "share_id",
        "sharer", "sfnsn", "spm", "scm",
    )
)
# fmt: on
"""Parameters that search engines, networks and mail tools add to any link."""

TRACKING_STARTS = ("utm_", "mtm_", "pk_", "piwik_", "matomo_", "hsa_", "__hs", "at_", "fb_action_")
"""Beginnings of further names of this kind."""

_HTML_AMPERSAND = "amp;"
_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_EDGES = " \t\r\n\u00a0\u202f\"'`´“”„«»‘’‚‹›<>()[]{}.,;:!?…*|\\/&#="


def parameter_name(name: str) -> str:
    """Normalise the name of a parameter.

    Case makes no difference, nor does an ampersand that HTML has left in the name.
    """
    if len(name) > LONGEST_NAME:
        return name[:LONGEST_NAME]
    return _INVISIBLE.sub("", name).strip(_EDGES).casefold().removeprefix(_HTML_AMPERSAND)


def is_tracking(name: str) -> bool:
    """Return whether tracking tools add a parameter of this name.

    Parameters
    ----------
    name : str
        As `parameter_name` returns it.
    """
    return name in TRACKING_NAMES or name.startswith(TRACKING_STARTS)


def tidy(text: str) -> str:
    """Return a value without invisible characters, and without punctuation and quotes around it.

    Dashes and plus signs stay: an open span of years begins or ends with a dash.
    """
    return _INVISIBLE.sub("", text).strip(_EDGES)


def quoted(text: str) -> str:
    """Return a part of a link cut to a readable length; what cannot be encoded becomes `?`."""
    return text[:QUOTED_LENGTH].encode("utf-8", "replace").decode("utf-8")
