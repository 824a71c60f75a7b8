"""Logging of errors: one line each, with the traceback at debug level."""

import logging
from traceback import extract_tb

from components.server.json_log import FIELDS, error_fields

LONGEST_MESSAGE = 300
"""Greatest length of an error message in the log, in characters."""

_LOGGER = logging.getLogger("atlas")
_STREAMLIT_LOG, _STREAMLIT_SAYING = "streamlit.error_util", "Uncaught app execution"


def log_one_line_per_error() -> None:
    """Suppress Streamlit's own log entry of an error; `log_error` reports it."""
    logging.getLogger(_STREAMLIT_LOG).addFilter(
        lambda record: record.getMessage() != _STREAMLIT_SAYING
    )


def log_error(error: Exception, doing: str) -> None:
    """Log an error in one line.

    Parameters
    ----------
    error : Exception
        The error.
    doing : str
        What failed, such as "drawing a page".
    """
    frames = extract_tb(error.__traceback__)
    place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "an unknown place"
    message = " ".join(str(error).split())[:LONGEST_MESSAGE]
    _LOGGER.error(
        "%s failed: %s in %s: %s",
        doing,
        type(error).__name__,
        place,
        message,
        extra={FIELDS: {"event": f"{doing} failed", **error_fields(error)}},
    )
    _LOGGER.debug("traceback", exc_info=error)
