"""What runs beside the server: preparation before the first reader, housekeeping afterwards."""

import asyncio
import logging
import threading
from functools import partial

from components.choice import Choice
from components.instrument import prepare
from components.page_head import PAGES, head_data
from components.regret import log_one_line_per_error
from components.server.housekeeping import Housekeeper, Schedule, exempt_loaded
from components.server.sessions import expire_closed_sessions, seconds_kept
from components.shell import View
from components.store import stored, stored_generation
from data.languages import DEFAULT_LANGUAGE, language

_LOGGER = logging.getLogger(__name__)


def warm_up() -> None:
    """Load the data, and build what the landing page shows to a reader who has chosen nothing.

    Load failures are reported on the page.
    """
    dataset, space = stored()
    filters = space.start(DEFAULT_LANGUAGE)
    view = View(dataset, filters, language(DEFAULT_LANGUAGE))
    # What they return is made anew for the page, from names, figures and forms kept here.
    head_data(PAGES[0].path, Choice(filters=filters), space, dataset, "")
    prepare(view)
    exempt_loaded()


def accompany(loop: asyncio.AbstractEventLoop, stop: threading.Event) -> None:
    """Prepare the landing page, then collect garbage between runs until `stop` is set.

    Parameters
    ----------
    loop : AbstractEventLoop
        The server's event loop.
    stop : Event
        Set when the server ends.
    """
    try:
        warm_up()
    except Exception:
        # The page meets the same failure and reports it.
        _LOGGER.exception("the landing page could not be prepared")
    log_one_line_per_error()
    Housekeeper(
        generation=stored_generation,
        expire=partial(expire_closed_sessions, loop),
        schedule=Schedule(sessions_kept=seconds_kept()),
    ).run(stop)
