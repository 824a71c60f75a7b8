"""Cleaning of parameter names and values in links, which mail and chat programs alter."""

import re

LONGEST_NAME = 100
LONGEST_VALUE = 1000
"""Greatest length of a name and of a value, in characters; links of the Atlas are shorter."""

LONGEST_SEARCH = 200
"""Greatest length of a search text, in characters."""

QUOTED_LENGTH = 40
"""Greatest number of characters quoted from a refused part of a link."""

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
"""Tracking parameters that search engines, social networks and mail tools add to links."""

TRACKING_STARTS = ("utm_", "mtm_", "pk_", "piwik_", "matomo_", "hsa_", "__hs", "at_", "fb_action_")
"""Prefixes of further tracking parameters."""

_HTML_AMPERSAND = "amp;"
_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_EDGES = " \t\r\n\u00a0\u202f\"'`´“”„«»‘’‚‹›<>()[]{}.,;:!?…*|\\/&#="


def parameter_name(name: str) -> str:
    """Return the normalised name of a parameter: lower case, without `amp;` before it.

    `amp;` remains where a link was copied from HTML source.
    """
    if len(name) > LONGEST_NAME:
        return name[:LONGEST_NAME]
    return _INVISIBLE.sub("", name).strip(_EDGES).casefold().removeprefix(_HTML_AMPERSAND)


def is_tracking(name: str) -> bool:
    """Return whether a name is that of a tracking parameter.

    Parameters
    ----------
    name : str
        Name normalised by `parameter_name`.
    """
    return name in TRACKING_NAMES or name.startswith(TRACKING_STARTS)


def tidy(text: str) -> str:
    """Remove invisible characters, and punctuation and quotes around a value.

    Dashes and plus signs are kept: an open span of years begins or ends with a dash.
    """
    return _INVISIBLE.sub("", text).strip(_EDGES)


def quoted(text: str) -> str:
    """Cut a part of a link to `QUOTED_LENGTH`; characters without an encoding become `?`."""
    return text[:QUOTED_LENGTH].encode("utf-8", "replace").decode("utf-8")
