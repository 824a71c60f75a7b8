"""Background work of the server: warm-up at its start, then housekeeping."""

import asyncio
import threading
from functools import partial

from components.controls.page_head import PAGES, Place, head_data
from components.overview.landing import prepare
from components.page.choice import Choice
from components.page.shell import View
from components.process.figures import stored, stored_generation
from components.server.error_log import log_error, log_one_line_per_error
from components.server.housekeeping import Housekeeper, Schedule, exempt_loaded
from components.server.sessions import expire_closed_sessions, seconds_kept
from components.server.status import STATUS, State
from data.language.languages import DEFAULT_LANGUAGE, language


def warm_up() -> None:
    """Load the data, and fill the caches for the landing page with default filters.

    Load failures are reported on the page.
    """
    dataset, space = stored()
    filters = space.start(DEFAULT_LANGUAGE)
    view = View(dataset, filters, language(DEFAULT_LANGUAGE))
    # The results are discarded; the calls fill the caches that the page uses.
    head_data(Place(page=PAGES[0].path), Choice(filters=filters), space, dataset)
    prepare(view)
    exempt_loaded()


def prepare_first_page() -> None:
    """Run the warm-up, log a failure in one line, and set the state of the process."""
    log_one_line_per_error()
    try:
        warm_up()
    except Exception as error:  # noqa: BLE001, the page raises and reports the same error
        log_error(error, "preparing the landing page")
        STATUS.state = State.FAILED
    else:
        STATUS.state = State.OK


def keep_house(loop: asyncio.AbstractEventLoop, stop: threading.Event) -> None:
    """Collect garbage between runs and remove expired sessions until `stop` is set.

    Parameters
    ----------
    loop : AbstractEventLoop
        The server's event loop.
    stop : Event
        Set when the server ends.
    """
    Housekeeper(
        generation=stored_generation,
        expire=partial(expire_closed_sessions, loop),
        schedule=Schedule(sessions_kept=seconds_kept()),
    ).run(stop)
