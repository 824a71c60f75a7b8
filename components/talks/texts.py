"""Texts of the pages of phones and presenters."""

from data.language.languages import Language


def audience_texts(language: Language) -> dict[str, str]:
    """Return the texts of the page of a phone."""
    _ = language.gettext
    return {
        "slides": _("Slides"),
        "language": _("Language"),
        "back": _("Previous slide or step"),
        "on": _("Next slide or step"),
        "around": _("Look around"),
        "rejoin": _("Rejoin"),
        "preparing": _("The slides are being prepared."),
        "following": _("Following the presenter"),
        "looking": _("Looking around on your own"),
        "waiting": _("The presenter has not opened the slides yet."),
        "away": _("The presenter is not connected. The slides stay here and keep working."),
        "ended": _("The talk has ended. The slides stay here until you close this page."),
        "lost": _("The server cannot be reached. The slides keep working; this page keeps trying."),
        "gone": _("The server no longer has this talk. The slides stay here and keep working."),
        "full": _("This talk has no room for another phone. This page keeps trying."),
        "guessing": _("Too many wrong talk codes came from your network. This page keeps trying."),
        "failed": _("The slides could not be loaded in this language. Choose another language."),
    }


def presenter_texts(language: Language) -> dict[str, str]:
    """Return the texts of the page of a presenter."""
    _ = language.gettext
    return {
        "slides": _("Slides"),
        "title": _("Presenter"),
        "open": _("Open this address on your phone"),
        "count": _("Phones connected: {count}"),
        "preparing": _("Slides ready for phones in {count} of {total} languages"),
        "show": _("Show the slides"),
        "end": _("End the talk"),
        "sure": _("End the talk for everyone? Phones keep the slides they already have."),
        "keys": _("A shows and hides this address, H lists the keys of the slides."),
        "lost": _("The server cannot be reached. Your slides keep working; phones do not follow."),
        "follows": _(
            "Another of your windows moved the slides, and this one followed. The window used last "
            "leads."
        ),
        "ended": _("The talk has ended. Your slides keep working."),
        "gone": _("The server no longer has this talk. Your slides keep working."),
        "secret": _("Only the presenter can open this page. Open it from the page “Present”."),
        "full": _("The talk is open in too many windows. Close one of them."),
        "guessing": _("Too many wrong talk codes came from your network. This page keeps trying."),
    }
