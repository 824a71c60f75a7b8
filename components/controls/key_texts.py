"""Single keys for presenting: what each does, and what the page says when one is pressed."""

from typing import Any

from data.language.languages import Language

KeyRow = tuple[tuple[str, ...], str]
"""Keys with the same meaning, and the meaning."""

PAGE_KEYS: tuple[str, ...] = (*"1234567890", "U", "A")
"""Keys of the pages in the order of the menu; letters lead to the pages after the tenth."""


def key_rows(words: Language) -> list[KeyRow]:
    """Return the single keys and their meanings; `components/controls/key_commands.js` reads them.

    Parameters
    ----------
    words : Language
        Language of the meanings.
    """
    _ = words.gettext
    return [
        (("N", "P"), _("next figure, previous figure")),
        (("F",), _("full screen, and back")),
        (("T",), _("table of the figure")),
        (("1", "…", "9", "0"), _("first ten pages, in the order of the menu")),
        (("U", "A"), _("page of your own file, page about the Atlas")),
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


def key_texts(words: Language) -> dict[str, Any]:
    """Return the texts of the list of keys, and the sentences for screen readers.

    Parameters
    ----------
    words : Language
        Language of the texts.
    """
    _ = words.gettext
    return {
        "rows": key_rows(words),
        "remark": key_remark(words),
        "active": _("Use letters and digits as keys"),
        "close": _("Close"),
        "place": _("Figure {number} of {count}"),
        "missing": _("This page has nothing for this key."),
        "table_shown": _("The table is open below the figure."),
        "table_hidden": _("The table is closed."),
    }
