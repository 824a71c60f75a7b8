"""Settings of the server that Streamlit's configuration does not know, from the environment."""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass

FRAME_ANCESTORS = "ATLAS_FRAME_ANCESTORS"
OPEN_METRICS = "ATLAS_OPEN_METRICS"
STRICT_SCRIPTS = "ATLAS_STRICT_SCRIPTS"

_LOGGER = logging.getLogger(__name__)
_ORIGIN = re.compile(r"https?://(\*\.)?[A-Za-z0-9._-]+(:\d{1,5})?")
_ON = frozenset({"1", "true", "yes", "on"})


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Settings of the server.

    Attributes
    ----------
    framed_by : tuple of str
        Origins that may show the Atlas in a frame, such as a repository of theses.
    open_metrics : bool
        Whether `/_stcore/metrics` answers.
    strict_scripts : bool
        Whether browsers refuse code from text (`eval`). Pages work without it.
    """

    framed_by: tuple[str, ...] = ()
    open_metrics: bool = False
    strict_scripts: bool = False


def settings_from(environment: Mapping[str, str]) -> Settings:
    """Read the settings; an origin that is none is left out with a warning.

    Parameters
    ----------
    environment : mapping of str to str
        `ATLAS_FRAME_ANCESTORS` holds origins separated by spaces; `ATLAS_OPEN_METRICS` and
        `ATLAS_STRICT_SCRIPTS` are "1" or missing.
    """

    def is_on(name: str) -> bool:
        return environment.get(name, "").strip().lower() in _ON

    origins = environment.get(FRAME_ANCESTORS, "").split()
    wrong = [text for text in origins if not _ORIGIN.fullmatch(text)]
    if wrong:
        _LOGGER.warning(
            "%s holds no origin in %s; an origin is a scheme and a host",
            FRAME_ANCESTORS,
            wrong,
        )
    return Settings(
        framed_by=tuple(text for text in origins if text not in wrong),
        open_metrics=is_on(OPEN_METRICS),
        strict_scripts=is_on(STRICT_SCRIPTS),
    )
