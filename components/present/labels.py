"""Texts of the page of decks, which no choice changes."""

from components.present.acts import LARGEST_FILE_KB
from data.language.languages import Language


def deck_labels(words: Language) -> dict[str, str]:
    """Return the texts of buttons and fields in a language.

    Parameters
    ----------
    words : Language
        Language of the page.
    """
    _ = words.gettext
    return {
        "deck": _("Deck"),
        "talk": _("Title of the talk"),
        "language": _("Language of the slides"),
        "theme": _("Colours of the slides"),
        "slides": _("Slides"),
        "copy": _("Copy into my deck"),
        "fixed": _("Built-in decks cannot be edited; a copy can."),
        "empty": _(
            "Your deck has no slides yet. Use “Add to deck” below any figure, add a text slide, "
            "open a file, or choose a built-in deck above and copy it."
        ),
        "add_text": _("Add text slide"),
        "undo": _("Undo"),
        "clear": _("Remove all slides"),
        "open_file": _("Open file"),
        "save_file": _("Save as file"),
        "too_large": _(
            "The file is larger than {size} KB and was not opened; your deck is unchanged."
        ).format(size=words.number(LARGEST_FILE_KB)),
        "unreadable": _("The file could not be read; your deck is unchanged."),
        "problems": _("The deck file was not loaded completely:"),
        "dismiss": _("Close this message"),
        "up": _("Move up"),
        "down": _("Move down"),
        "move_hint": _("Drag slides to sort them, or press Alt with the arrow up or down."),
        "duplicate": _("Duplicate"),
        "delete": _("Delete"),
        "edit": _("Edit"),
        "message": _("Message"),
        "message_hint": _(
            "Empty: the computed headline. {headline}, {finding} and {subtitle} are replaced."
        ),
        "text": _("Text, one paragraph per line"),
        "notes": _("Speaker’s notes"),
        "seconds": _("Planned time in seconds"),
        "choice": _("Selection: link to a view of the Atlas"),
        "steps": _("Steps"),
        "step": _("Step {number}"),
        "add_step": _("Add step"),
        "delete_step": _("Remove step"),
        "step_message": _("Message of the step"),
        "join": _("Make it a step of the previous slide"),
        "show": _("Show"),
        "show_hint": _(
            "Opens the slides in a new tab; S opens the presenter’s window, H lists the keys."
        ),
        "talk_start": _("Present to an audience"),
        "talk_title": _("Live talk"),
        "talk_open": _("Open the presenter’s slides"),
        "talk_end": _("End the talk"),
        "talk_sure": _("End the talk for everyone? Phones keep the slides they already have."),
        "talk_address": _("Address for phones"),
        "talk_hint": _(
            "Phones that open this address or scan the code follow your slides, each in its own "
            "language. Only the presenter’s link above moves the slides; keep that link to "
            "yourself. Later changes to the deck do not affect the talk."
        ),
        "talk_full": _("The server cannot host another talk at the moment. Try again later."),
        "talk_failed": _("The talk could not be started. Try again."),
        "talk_ended": _("The talk has ended."),
        "download": _("Download"),
        "with_notes": _("{name} with notes"),
        "building": _("Building slide {done} of {total}"),
        "waiting": _("The slides are being prepared."),
        "ready": _("Downloaded: {name}"),
        "cancel": _("Cancel"),
        "cancelled": _("Cancelled"),
        "failed": _("The file could not be built. Try again."),
        **rehearsal_labels(words),
        "link": _("Link to this deck"),
        "copy_link": _("Copy link"),
        "copied": _("Copied"),
        "no_link": _("This deck is too large for a link; save it as a file."),
        "not_served": _("Start the Atlas with serve.py to show and download slides."),
    }


def rehearsal_labels(words: Language) -> dict[str, str]:
    """Return the texts of the question cards in a language.

    Parameters
    ----------
    words : Language
        Language of the page.
    """
    _ = words.gettext
    return {
        "rehearse": _("Rehearse"),
        "rehearse_about": _(
            "Question cards for the defence: what a committee may ask about contradictions and key "
            "figures, and what the Atlas answers."
        ),
        "rehearse_close": _("Close the cards"),
        "cards": _("Questions"),
        "seed": _("Shuffle number"),
        "shuffle": _("Shuffle"),
        "target": _("Target time in seconds"),
        "card": _("Question {number} of {total}"),
        "answer": _("Show the answer"),
        "previous": _("Previous question"),
        "next": _("Next question"),
        "time": _("{time} of {target}"),
        "late": _("{time} of {target}: over the target time"),
        "on_slide": _("Shown on slide {number}: {title}"),
        "outside": _("Shown in a figure outside the deck: {title}"),
        "unshown": _("No figure shows this; the page “Sources” lists it."),
        "add_figure": _("Add to deck"),
        "figure_added": _("Added to your deck"),
        "no_cards": _("No question concerns a figure in this deck."),
        "cards_failed": _("The questions could not be loaded. Try again."),
        "rehearse_keys": _(
            "Keys on the card: A shows the answer, N and P go to the next and previous question."
        ),
        "sheets": _("Questions to print"),
    }
