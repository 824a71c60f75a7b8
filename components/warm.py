"""What a server prepares before its first reader has come: the data and the landing page."""

from components.choice import Choice
from components.instrument import prepare
from components.page_head import PAGES, head_data
from components.shell import View
from components.store import keep_from_collection, stored
from data.languages import DEFAULT_LANGUAGE, language


def warm_up() -> None:
    """Load the data, and build what the landing page shows to a reader who has chosen nothing.

    A table that did not load is told on the page, so it is no matter here.
    """
    dataset, space = stored()
    filters = space.start(DEFAULT_LANGUAGE)
    view = View(dataset, filters, language(DEFAULT_LANGUAGE))
    # What they return is made anew for the page, from names, figures and forms kept here.
    head_data(PAGES[0].path, Choice(filters=filters), space, dataset, "")
    prepare(view)
    keep_from_collection()
