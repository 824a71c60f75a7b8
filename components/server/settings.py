"""Settings of the server from environment variables, in addition to Streamlit's configuration."""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass

FRAME_ANCESTORS = "ATLAS_FRAME_ANCESTORS"
LOG = "ATLAS_LOG"
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
    json_log : bool
        Whether the log is written as JSON lines without personal data.
    open_metrics : bool
        Whether `/_stcore/metrics` is served.
    strict_scripts : bool
        Whether browsers refuse `eval`, which no page needs.
    """

    framed_by: tuple[str, ...] = ()
    json_log: bool = False
    open_metrics: bool = False
    strict_scripts: bool = False


def settings_from(environment: Mapping[str, str]) -> Settings:
    """Read the settings from environment variables; invalid origins are left out with a warning.

    Parameters
    ----------
    environment : mapping of str to str
        `ATLAS_FRAME_ANCESTORS` has origins separated by spaces; `ATLAS_LOG` is `json` or empty;
        `ATLAS_OPEN_METRICS` and `ATLAS_STRICT_SCRIPTS` are on with `1`, `true`, `yes` or `on`.
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
        json_log=environment.get(LOG, "").strip().lower() == "json",
        open_metrics=is_on(OPEN_METRICS),
        strict_scripts=is_on(STRICT_SCRIPTS),
    )
