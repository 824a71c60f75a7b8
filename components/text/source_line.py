"""The source of a figure: one line below its plot, and the texts that cite it."""

import re
from collections.abc import Iterable, Sequence

import pandas as pd

from components.figures.figure import Figure
from components.text.lists import LEAST_RUN, clauses, paragraph_numbers, runs_of
from components.text.names import method_name
from components.text.places import cited_source
from data.citation import TITLE, VERSION
from data.evidence.names import origin_name
from data.evidence.origins import is_outside
from data.language.languages import Language, span_text
from data.load.dataset import Dataset
from data.references import APA, GOST, PART, Reference, written_reference

MOST_PARAGRAPHS = 4
"""Greatest number of paragraphs and ranges of an origin in the line below a plot."""

MOST_ORIGINS = 4
"""Greatest number of origins named in the line below a plot."""

ADDRESS, DAY, ISO_DAY, DIGITS_DAY = "{address}", "{day}", "{iso_day}", "{digits_day}"
"""Placeholders that the browser fills: the address of the figure, and the date of access."""


def paragraphs_of(rows: pd.DataFrame) -> list[int]:
    """Return the paragraphs that rows of a figure's table name, each once, in order."""
    cells = ";".join(map(str, rows["paragraph"])).split(";")
    return sorted({int(number) for number in filter(None, cells)})


def short_paragraphs(numbers: Iterable[int]) -> str:
    """Write paragraphs as a sign and few numbers; the others are an ellipsis.

    Examples
    --------
    >>> short_paragraphs([933, 949, 950, 951, 957])
    '¶ 933, 949–951, 957'
    """
    parts: list[str] = []
    for run in runs_of(map(str, numbers)):
        parts += [span_text(run[0], run[-1])] if len(run) >= LEAST_RUN else run
    if not parts:
        return ""
    shown = parts if len(parts) <= MOST_PARAGRAPHS else [*parts[: MOST_PARAGRAPHS - 1], "…"]
    return f"¶\N{NO-BREAK SPACE}{', '.join(shown)}"


def _place(origin: str, rows: pd.DataFrame, *, dataset: Dataset, language: Language) -> str:
    name = origin_name(dataset, origin, language)
    if is_outside(dataset, origin):
        return language.gettext("{source} (outside the dissertation)").format(source=name)
    paragraphs = short_paragraphs(paragraphs_of(rows))
    return f"{name} ({paragraphs})" if paragraphs else name


def source_line(figure: Figure, *, dataset: Dataset, language: Language) -> str:
    """Return where the values of a figure stand and whether they are printed, as one line."""
    table = figure.table
    shown, rest = figure.origins[:MOST_ORIGINS], len(figure.origins[MOST_ORIGINS:])
    places = [
        _place(origin, table[table["origin"] == origin], dataset=dataset, language=language)
        for origin in shown
    ]
    if rest:
        more = language.gettext("and {count} more")
        places.append(more.format(count=language.number(rest)))
    methods = dict.fromkeys(
        method_name(str(method), language, outside=is_outside(dataset, str(origin)))
        for method, origin in zip(table["method"], table["origin"], strict=True)
    )
    if not places:
        return ""
    saying = language.gettext("Source: {places}; values {methods}")
    return saying.format(places=clauses(places), methods=language.enumerate(list(methods)))


def paragraphs_line(numbers: Sequence[int], method: str, language: Language) -> str:
    """Return where the values of one origin and method are printed; no paragraphs if outside."""
    _ = language.gettext
    if not numbers:
        outside = _("Outside the dissertation: values {method}")
        return outside.format(method=method_name(method, language, outside=True))
    saying = (
        _("Paragraph {paragraphs} of the dissertation: {method} values")
        if len(numbers) == 1
        else _("Paragraphs {paragraphs} of the dissertation: {method} values")
    )
    return saying.format(
        method=method_name(method, language), paragraphs=paragraph_numbers(numbers, language)
    )


def origin_lines(figure: Figure, origin: str, language: Language) -> list[str]:
    """Return where the values of a figure from one origin are printed, a line for each method."""
    own = figure.table[figure.table["origin"] == origin]
    return [
        paragraphs_line(paragraphs_of(rows), str(method), language)
        for method, rows in own.groupby("method")
    ]


def citation_text(figure: Figure, *, dataset: Dataset, language: Language) -> str:
    """Return the citation of a figure, with placeholders for its address and the day of access."""
    source = cited_source(figure.origins, dataset=dataset, language=language)
    saying = language.gettext("“{title}”. {source} {address} (accessed {day})")
    return saying.format(title=figure.headline, source=source, address=ADDRESS, day=DAY)


def medium(figure: Figure, language: Language) -> str:
    """Return what a figure is for a list of literature: a map, a table or a chart."""
    _ = language.gettext
    if figure.make_map:
        return _("map")
    return _("table") if figure.text_table else _("chart")


def bibtex_text(figure: Figure, *, dataset: Dataset, language: Language) -> str:
    """Return the BibTeX entry of a figure, with placeholders for address and day of access."""
    source = cited_source(figure.origins, dataset=dataset, language=language)
    fields = {
        "title": figure.headline,
        "type": medium(figure, language),
        "howpublished": language.gettext("Kazakhstan–Türkiye Atlas, version {version}").format(
            version=VERSION
        ),
        "note": source,
        "url": ADDRESS,
        "urldate": ISO_DAY,
    }
    lines = [f"  {name} = {{{_plain(name, text)}}}," for name, text in fields.items()]
    return "\n".join((f"@misc{{atlas_{figure.id},", *lines, "}"))


def styled_citations(figure: Figure, language: Language) -> list[tuple[str, str]]:
    """Return name and text of the citations of a figure in citation styles, with placeholders."""
    _ = language.gettext
    cited = Reference(
        kind=PART,
        title=figure.headline,
        genre=medium(figure, language),
        container=TITLE,
        address=ADDRESS,
        day=DIGITS_DAY,
    )
    styles = ((_("APA style"), APA), (_("GOST R 7.0.5"), GOST))
    return [(name, written_reference(cited, style, language.code)) for name, style in styles]


_SPECIAL = re.compile(r"([%&#$_])")


def _plain(name: str, text: str) -> str:
    """Return the value of a field with the characters escaped that BibTeX reads as commands."""
    return text if name in {"url", "urldate"} else _SPECIAL.sub(r"\\\1", text)
