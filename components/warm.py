"""What a server prepares before its first reader has come: the data and the landing page."""

import logging
from contextlib import suppress

from components import instrument
from components.context_panel import context_panel
from components.store import stored, stored_figure, stored_key_figures
from data.languages import DEFAULT_LANGUAGE, language
from data.problems import TableRefusedError

_LOGGER = logging.getLogger(__name__)


def warm_up() -> None:
    """Load the data, and build what the landing page shows to a reader who has chosen nothing.

    A table that did not load is told on the page, so it is no matter here.
    """
    dataset, space = stored()
    filters = space.start(DEFAULT_LANGUAGE)
    for name in instrument.figures_shown(filters):
        try:
            stored_figure(name, filters).rows  # noqa: B018, kept by the figure for the page
        except TableRefusedError:
            _LOGGER.info("figure %s waits for its table", name)
    stored_key_figures(filters)
    with suppress(TableRefusedError):
        context_panel(dataset=dataset, filters=filters, language=language(DEFAULT_LANGUAGE))
