"""Log as JSON lines, without personal data.

A line has the time, the level, the logger, the process and the event. Texts that a visitor may have
written, such as a part of a link or the message of an error, are left out, as are addresses of
visitors and folders above the Atlas. An error is named by its type and the places in the code.
"""

import json
import logging
import re
import sys
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import PurePath
from traceback import extract_tb
from types import TracebackType

from streamlit import logger as streamlit_logger

ROOT = PurePath(__file__).parents[2]
FIELDS = "atlas_fields"
"""Attribute of a record with further fields of its line."""

DEEPEST = 8
"""Greatest number of places of an error in one line, the innermost ones."""

_PERSONAL = re.compile(
    r"\b\d{1,3}(\.\d{1,3}){3}\b"  # IPv4
    r"|\b[0-9A-Fa-f]{1,4}:[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*"  # IPv6
    r"|[\w.+-]+@[\w-]+\.[\w.-]+"  # e-mail
    r"|(?:/[\w.@-]+){2,}"  # paths and links
    r"|\"[^\"]*\"|'[^']*'|“[^”]*”"  # quoted texts
)


def without_personal_data(text: str) -> str:
    """Return a text without addresses, paths and quotations."""
    return _PERSONAL.sub("…", text)


def _place(file: str) -> str:
    path = PurePath(file)
    if path.is_relative_to(ROOT):
        return path.relative_to(ROOT).as_posix()
    return "/".join(path.parts[-2:])


def places(trace: TracebackType | None) -> list[str]:
    """Return the places of an error, outermost first, without folders above the Atlas."""
    return [f"{_place(one.filename)}:{one.lineno}" for one in extract_tb(trace)[-DEEPEST:]]


def error_fields(error: BaseException) -> dict[str, object]:
    """Return the fields of a line that name an error, without its message."""
    return {"error": type(error).__name__, "places": places(error.__traceback__)}


class JsonLines(logging.Formatter):
    """Formatter of one JSON object per record."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record."""
        moment = datetime.fromtimestamp(record.created, UTC)
        entry: dict[str, object] = {
            "time": moment.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "process": record.process,
        }
        fields: Mapping[str, object] | None = getattr(record, FIELDS, None)
        if fields is not None:
            entry.update(fields)
        else:
            # The template of the message, since its arguments may be personal.
            entry["event"] = without_personal_data(str(record.msg))
        if record.exc_info and record.exc_info[1]:
            entry.update(error_fields(record.exc_info[1]))
        return json.dumps(entry, ensure_ascii=False)


def _handler() -> logging.Handler:
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    return handler


def _set_up(logger: logging.Logger) -> None:
    """Give a logger of Streamlit its only handler, in place of Streamlit's function."""
    logger.handlers = [_handler()]


def _log_of_thread(fault: threading.ExceptHookArgs) -> None:
    if fault.exc_value is not None:
        fields = {"event": "a thread ended", **error_fields(fault.exc_value)}
        logging.getLogger("atlas").error("a thread ended", extra={FIELDS: fields})


def _log_end(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    fields = {"event": "the server ended", **error_fields(error)}
    logging.getLogger("atlas").critical("the server ended", extra={FIELDS: fields})


def log_as_json() -> None:
    """Write every record of this process as a JSON line on standard error."""
    logging.getLogger().handlers = [_handler()]
    logging.captureWarnings(capture=True)
    streamlit_logger.setup_formatter = _set_up
    streamlit_logger.update_formatter()
    threading.excepthook = _log_of_thread
    sys.excepthook = _log_end
