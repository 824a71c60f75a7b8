"""Command line of exports: `python -m components.export --deck default --lang kk --out deck.pptx`.

It writes a deck as one HTML file, a presentation, a PDF file of its slides, or a handout. Faults
are reported as plain sentences on standard error.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from urllib.parse import urlunsplit

from components.decks.document import THEMES, deck_html
from components.decks.handout_file import deck_handout
from components.decks.pdf_file import deck_pdf
from components.decks.pptx_file import deck_pptx
from components.decks.slide_texts import letters_without_type
from components.export.computer import computer_host
from components.figures.registry import FIGURES
from components.text.lists import alternatives
from data.choice.parameters import FilterSpace, filter_space
from data.decks.files import BUILT_IN, load_deck, write_file
from data.decks.model import Deck
from data.decks.problems import deck_problem_texts
from data.language.languages import DEFAULT_LANGUAGE, LANGUAGE_CODES, language
from data.load.dataset import Dataset, load_dataset

HTML, PPTX, PDF = ".html", ".pptx", ".pdf"
ENDINGS = (HTML, PPTX, PDF)
PORT = 8501
DONE, FAILED, WRONG = 0, 1, 2

_ADDRESS = re.compile(r"https?:/{2}[^\s/?#]+(/[^\s?#]*)?")


def computer_address() -> str:
    """Return the address of the Atlas on this computer, as others in its network open it."""
    return urlunsplit(("http", f"{computer_host()}:{PORT}", "/", "", ""))


def _address(text: str) -> str:
    if not _ADDRESS.fullmatch(text):
        message = f"“{text}” is not a web address such as http://localhost:{PORT}"
        raise argparse.ArgumentTypeError(message)
    return text.rstrip("/") + "/"


def _endings() -> str:
    return alternatives(ENDINGS, language(DEFAULT_LANGUAGE))


def _out(text: str) -> str:
    if not text.lower().endswith(ENDINGS):
        message = f"“{text}” must end in {_endings()}"
        raise argparse.ArgumentTypeError(message)
    return text


def _ending(asked: argparse.Namespace) -> str:
    return next(ending for ending in ENDINGS if asked.out.lower().endswith(ending))


def _contradiction(asked: argparse.Namespace) -> str:
    """Return why the arguments do not belong together; empty if they do."""
    ending = _ending(asked)
    if asked.handout and ending != PDF:
        return f"--handout writes a {PDF} file, but --out ends in {ending}"
    if ending == HTML:
        return ""
    if asked.theme:
        return f"--theme is for {HTML} files; a {ending} file is light"
    if asked.notes:
        others = "always has the notes" if ending == PPTX else "has no notes"
        return f"--notes is for {HTML} files; a {ending} file {others}"
    return ""


def _missing_letters(asked: argparse.Namespace, deck: Deck) -> Iterator[str]:
    """Yield, for each slide with characters that a PDF file cannot show, a sentence."""
    for number, slide in enumerate(deck.slides, start=1):
        letters = letters_without_type(slide, asked.lang)
        if letters:
            yield (
                f"Slide {number}: {HTML} and {PPTX} files show these characters, a {PDF} file "
                f"shows empty boxes instead: {letters}\n"
            )


def _content(
    asked: argparse.Namespace, deck: Deck, *, dataset: Dataset, space: FilterSpace, address: str
) -> bytes:
    pdf = deck_handout if asked.handout else deck_pdf
    make = {PPTX: deck_pptx, PDF: pdf}.get(_ending(asked))
    if make:
        return make(deck, dataset=dataset, space=space, code=asked.lang, address=address)
    html = deck_html(
        deck,
        dataset=dataset,
        space=space,
        code=asked.lang,
        theme=asked.theme or THEMES[0],
        notes=asked.notes,
        address=address,
    )
    return html.encode("utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m components.export",
        description="Write a deck as a file that opens without a server: HTML, PPTX or PDF.",
        allow_abbrev=False,
    )
    decks = language(DEFAULT_LANGUAGE).enumerate(BUILT_IN)
    parser.add_argument("--deck", default=BUILT_IN[0], help=f"{decks}, or the path of a deck file")
    parser.add_argument("--lang", default=DEFAULT_LANGUAGE, choices=LANGUAGE_CODES)
    parser.add_argument("--out", required=True, type=_out, help=f"file to write, {_endings()}")
    parser.add_argument(
        "--handout",
        action="store_true",
        help=f"write pages in A4 with values, sources and contradictions, as {PDF}",
    )
    parser.add_argument(
        "--notes", action="store_true", help=f"include the notes for the speaker in {HTML}"
    )
    parser.add_argument("--theme", choices=THEMES, help=f"theme of {HTML}; {THEMES[0]} by default")
    parser.add_argument(
        "--address",
        type=_address,
        help="address of the Atlas that links and QR codes lead to; by default this computer",
    )
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the file that the arguments ask for.

    Parameters
    ----------
    arguments : sequence of str, optional
        Arguments of the command; those of the process by default.

    Returns
    -------
    int
        0 if the file was written, 1 if not. Wrong arguments end the process with 2.
    """
    parser = _parser()
    asked = parser.parse_args(arguments)
    wrong = _contradiction(asked)
    if wrong:
        parser.error(wrong)
    dataset = load_dataset()
    space = filter_space(dataset)
    loaded = load_deck(asked.deck, figures=FIGURES, space=space)
    for text in deck_problem_texts(loaded.problems, language(DEFAULT_LANGUAGE)):
        sys.stderr.write(f"{text}\n")
    if not loaded.deck.slides:
        decks = language(DEFAULT_LANGUAGE).enumerate(BUILT_IN)
        sys.stderr.write(
            f"The deck has no slides, so nothing was written. Built-in decks: {decks}.\n"
        )
        return FAILED
    if _ending(asked) == PDF:
        sys.stderr.writelines(_missing_letters(asked, loaded.deck))
    address = asked.address or computer_address()
    content = _content(asked, loaded.deck, dataset=dataset, space=space, address=address)
    try:
        write_file(asked.out, content)
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        sys.stderr.write(f"“{asked.out}” was not written: {reason}.\n")
        return FAILED
    sys.stdout.write(
        f"{asked.out}: {len(loaded.deck.slides)} slides, {len(content) / 1e6:.1f} MB. "
        f"Links lead to {address}; --address changes that.\n"
    )
    return DONE


if __name__ == "__main__":
    sys.exit(main())
