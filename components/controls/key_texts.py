"""Single keys for presenting: what each does, and what the page says when one is pressed."""

from typing import Any

from data.language.languages import Language

KeyRow = tuple[tuple[str, ...], str]
"""Keys with the same meaning, and the meaning."""

KEYED_PAGES = 10
"""Greatest number of pages with a key: 1 to 9, and 0 for the tenth."""


def key_rows(words: Language, pages: int) -> list[KeyRow]:
    """Return the single keys and their meanings; `components/controls/key_commands.js` reads them.

    Parameters
    ----------
    words : Language
        Language of the meanings.
    pages : int
        Number of pages in the menu; the keys 1 to 9 and 0 lead to the first ten.
    """
    _ = words.gettext
    return [
        (("N", "P"), _("next figure, previous figure")),
        (("F",), _("full screen, and back")),
        (("T",), _("table of the figure")),
        (
            ("1", "…", str(min(pages, KEYED_PAGES) % KEYED_PAGES)),
            _("pages, in the order of the menu"),
        ),
        (("Y", "E", "S"), _("years, sectors, source")),
        (("V", "L"), _("views of the page, list or search of the page")),
        (("Page Up", "Page Down"), _("scroll; in full screen the previous or next figure")),
        (("Esc",), _("leave a control, a panel or full screen")),
        (("?",), _("list of keys")),
    ]


def key_remark(words: Language) -> str:
    """Return when single keys work."""
    return words.gettext(
        "Letters and digits work while no field, list or slider has the focus, on a keyboard of "
        "any alphabet."
    )


def key_texts(words: Language, pages: int) -> dict[str, Any]:
    """Return the texts of the list of keys, and the sentences for screen readers.

    Parameters
    ----------
    words : Language
        Language of the texts.
    pages : int
        Number of pages in the menu.
    """
    _ = words.gettext
    return {
        "rows": key_rows(words, pages),
        "remark": key_remark(words),
        "active": _("Use letters and digits as keys"),
        "close": _("Close"),
        "place": _("Figure {number} of {count}"),
        "missing": _("This page has nothing for this key."),
        "table_shown": _("The table is open below the figure."),
        "table_hidden": _("The table is closed."),
    }
