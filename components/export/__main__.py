"""Command line of exports: `python -m components.export --deck default --lang kk --out deck.html`.

It writes a deck as one HTML file. Faults are reported as plain sentences on standard error.
"""

import argparse
import re
import sys
from collections.abc import Sequence
from urllib.parse import urlunsplit

from components.decks.document import THEMES, deck_html
from components.export.computer import computer_host
from components.figures.registry import FIGURES
from data.choice.parameters import filter_space
from data.decks.files import BUILT_IN, load_deck, write_file
from data.decks.problems import deck_problem_texts
from data.language.languages import DEFAULT_LANGUAGE, LANGUAGE_CODES, language
from data.load.dataset import load_dataset

ENDING = ".html"
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


def _out(text: str) -> str:
    if not text.lower().endswith(ENDING):
        message = f"“{text}” must end in {ENDING}"
        raise argparse.ArgumentTypeError(message)
    return text


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m components.export",
        description="Write a deck as one HTML file that opens without a server.",
        allow_abbrev=False,
    )
    decks = language(DEFAULT_LANGUAGE).enumerate(BUILT_IN)
    parser.add_argument("--deck", default=BUILT_IN[0], help=f"{decks}, or the path of a deck file")
    parser.add_argument("--lang", default=DEFAULT_LANGUAGE, choices=LANGUAGE_CODES)
    parser.add_argument("--out", required=True, type=_out, help=f"file to write, {ENDING}")
    parser.add_argument("--notes", action="store_true", help="include the notes for the speaker")
    parser.add_argument("--theme", default=THEMES[0], choices=THEMES)
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
    asked = _parser().parse_args(arguments)
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
    address = asked.address or computer_address()
    html = deck_html(
        loaded.deck,
        dataset=dataset,
        space=space,
        code=asked.lang,
        theme=asked.theme,
        notes=asked.notes,
        address=address,
    )
    content = html.encode("utf-8")
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
