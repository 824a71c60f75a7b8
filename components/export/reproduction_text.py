"""Text of the file that describes a ZIP of a figure: content, sources, citation and licences."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from components.export.figure_files import licence_line
from components.figures.figure import Figure
from components.text.dates import date_text
from components.text.places import origin_title
from components.text.source_line import (
    ADDRESS,
    DAY,
    DIGITS_DAY,
    ISO_DAY,
    bibtex_text,
    citation_text,
    origin_lines,
    styled_citations,
)
from data.citation import RELEASED, VERSION
from data.evidence.names import label_of
from data.language.languages import Language
from data.language.punctuation import sentences
from data.load.dataset import Dataset


@dataclass(frozen=True)
class PlacedFile:
    """A file of the ZIP: its name, its content, and what it is."""

    name: str
    content: bytes
    about: str


@dataclass(frozen=True, kw_only=True)
class ReadMe:
    """What the text is about.

    Attributes
    ----------
    figure : Figure
        The figure.
    files : sequence of PlacedFile
        The files that show it.
    chosen, address : str
        The active filters as a sentence, and the web address of the figure; empty for none.
    day : date
        Day on which the ZIP is made.
    script : str
        Name of the script; empty without one.
    packages : sequence of str
        Packages that the script needs, with versions.
    """

    figure: Figure
    files: Sequence[PlacedFile]
    chosen: str
    address: str
    day: date
    script: str
    packages: Sequence[str]


def _sources(figure: Figure, *, dataset: Dataset, language: Language) -> Iterator[str]:
    for origin in figure.origins:
        name = label_of(dataset, "origins", origin, language)
        title = origin_title(origin, dataset=dataset, language=language)
        heading = language.gettext("{whole} – {part}").format(whole=name, part=title)
        yield f"- {sentences((heading, *origin_lines(figure, origin, language)))}"


def _filled(text: str, about: ReadMe, language: Language) -> str:
    """Return a citation with the address of the figure and the day in place of placeholders."""
    day = about.day
    known = {
        ADDRESS: about.address,
        DAY: date_text(day.isoformat(), language),
        ISO_DAY: day.isoformat(),
        DIGITS_DAY: f"{day:%d.%m.%Y}",
    }
    for placeholder, written in known.items():
        text = text.replace(placeholder, written)
    # No-break spaces stay.
    return text if text.startswith("@") else re.sub(r"[ \n]+", " ", text).strip()


def _citations(about: ReadMe, *, dataset: Dataset, language: Language) -> Iterator[str]:
    figure = about.figure
    cited = citation_text(figure, dataset=dataset, language=language)
    yield _filled(cited, about, language)
    for name, text in styled_citations(figure, language):
        yield ""
        yield f"{name}:"
        yield _filled(text, about, language)
    yield ""
    yield _filled(bibtex_text(figure, dataset=dataset, language=language), about, language)


def _drawing(about: ReadMe, language: Language) -> Iterator[str]:
    """Yield how the figure is drawn again, or why it cannot be drawn by a script."""
    _ = language.gettext
    if about.script:
        yield _("With Python, these two commands write chart.svg and chart.png:")
        yield ""
        yield f"    pip install {' '.join(about.packages)}"
        yield f"    python {about.script}"
        yield ""
        yield _(
            "The online editor of Vega-Lite also opens chart.json. The typeface of the chart is in "
            "the folder fonts."
        )
    elif about.figure.make_map:
        yield _(
            "This figure is a map, which Altair does not draw as the Atlas does. The ZIP therefore "
            "has no script; it has the map as a picture and its routes as GeoJSON."
        )
    else:
        yield _(
            "This figure is a table of text and has no chart. The ZIP therefore has no script; it "
            "has the table as a picture and its cells as CSV."
        )
    yield _(
        "CSV files are in UTF-8, separated by commas. A text that a spreadsheet would read as a "
        "formula begins with an apostrophe."
    )


def _licences(language: Language) -> Iterator[str]:
    yield f"- LICENSE-DATA: {licence_line(language)}"
    yield f"- LICENSE: {language.gettext('Code of the Atlas, including the script: MIT.')}"


def _release(about: ReadMe, language: Language) -> Iterator[str]:
    _ = language.gettext
    yield _("Kazakhstan–Türkiye Atlas, version {version}, released on {date}.").format(
        version=VERSION, date=date_text(RELEASED, language)
    )
    made = _("This file was made on {date}.")
    yield made.format(date=date_text(about.day.isoformat(), language))


def _parts(
    about: ReadMe, *, dataset: Dataset, language: Language
) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield heading and lines of each part."""
    _ = language.gettext
    figure = about.figure
    yield (_("Notes"), (f"- {note}" for note in figure.notes))
    yield (_("Files"), (f"- {file.name}: {file.about}" for file in about.files))
    yield (_("Redrawing the figure"), _drawing(about, language))
    yield (_("Sources"), _sources(figure, dataset=dataset, language=language))
    yield (_("Citation"), _citations(about, dataset=dataset, language=language))
    yield (_("Version"), _release(about, language))
    yield (_("Licences"), _licences(language))


def read_me(about: ReadMe, *, dataset: Dataset, language: Language) -> str:
    """Return the text: what the figure shows, its files, sources, citation, version and licences.

    Parameters
    ----------
    about : ReadMe
        What it is about.
    dataset : Dataset
        All tables, for the names of origins.
    language : Language
        Language of the text.
    """
    figure = about.figure
    head = (figure.headline, figure.finding, figure.subtitle, about.chosen, about.address)
    lines = [" ".join(text.split()) for text in dict.fromkeys(head) if text]
    for heading, part in _parts(about, dataset=dataset, language=language):
        own = list(part)
        if own:
            lines += ["", "", heading, "-" * len(heading), *own]
    return "\n".join([*lines, ""])
