"""What a server prepares before its first reader has come: the data and the landing page."""

from components.instrument import prepare
from components.page_head import head_data
from components.shell import View
from components.store import spare_collection, stored
from data.languages import DEFAULT_LANGUAGE, language


def warm_up() -> None:
    """Load the data, and build what the landing page shows to a reader who has chosen nothing.

    A table that did not load is told on the page, so it is no matter here.
    """
    dataset, space = stored()
    filters = space.start(DEFAULT_LANGUAGE)
    view = View(dataset, filters, language(DEFAULT_LANGUAGE))
    head_data("dashboard.py", filters, space, dataset, "")
    for drawable in prepare(view).charts.values():
        drawable.rows  # noqa: B018, kept by the figure for the page
        drawable.figure.form.spec  # noqa: B018, likewise
    spare_collection()
