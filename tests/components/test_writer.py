"""One writer: the same value, date, span and list in the same words wherever a reader meets it."""

import ast
import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from openpyxl import load_workbook

from components.assets import FOLDER
from components.cards.contradiction_card import COUNTED, conflict_card
from components.cards.country_card import selection_card
from components.cards.route_card import events_list
from components.cards.sortable_table import as_texts
from components.charts.frame import chart_locale
from components.export.catalogue_files import Search, catalogue_page, catalogue_xlsx, found_entries
from components.figures import audit
from components.figures.figure import Figure
from components.figures.registry import FIGURES, build_figure
from components.sources.catalogue_table import catalogue_table
from components.text.amounts import (
    amount_text,
    number_text,
    percent,
    percent_signs,
    quantity_text,
    value_text,
)
from components.text.dates import date_text
from components.text.entries import amount_beside_name
from components.text.lists import alternatives
from components.text.places import ends_text
from components.text.years import years_listed
from data.choice.parameters import FilterSpace
from data.evidence.audit import conflicts, entries_of
from data.evidence.catalogue import catalogue, values_by_id
from data.evidence.events import events
from data.evidence.names import label_of
from data.evidence.route_evidence import entries_about
from data.evidence.units import base_unit
from data.evidence.values import COMPUTED, Quantity, Value
from data.language.languages import LANGUAGE_CODES, SPAN_DASH, language
from data.load.dataset import Dataset
from tests.plain_html import without_marks

NBSP, NARROW, THIN = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{THIN SPACE}"


@pytest.mark.parametrize(
    ("code", "share", "spread", "crossing"),
    [
        ("en", "50%", "≈ 5–10%", "−5% – 3%"),
        ("kk", "50%", "≈ 5–10%", "−5% – 3%"),
        ("tr", "%50", "≈ %5–10", "−%5 – %3"),
        ("ru", f"50{NBSP}%", f"≈ 5–10{NBSP}%", f"−5{NBSP}% – 3{NBSP}%"),
    ],
)
def test_shares_and_their_ranges(code: str, share: str, spread: str, crossing: str) -> None:
    words = language(code)
    assert percent(50, words) == share
    about = Quantity(low=5, high=10, unit="percent", qualifier="about")
    assert number_text(about, words) == spread
    assert number_text(Quantity(low=-5, high=3, unit="percent"), words) == crossing


DATES = {
    "2005-05": ("May 2005", "2005_ж. мамыр", "Mayıs 2005", "май 2005_г."),
    "2017-11-15": ("15 November 2017", "2017_ж. 15 қараша", "15 Kasım 2017", "15 ноября 2017_г."),
    "1992-10-30/1992-10-31": (
        "30–31 October 1992",
        "1992_ж. 30–31 қазан",
        "30–31 Ekim 1992",
        "30–31 октября 1992_г.",
    ),
    "2001-05/2001-07": (
        "May–July 2001",
        "2001_ж. мамыр–шілде",
        "Mayıs–Temmuz 2001",
        "май–июль 2001_г.",
    ),
    "2001/2002-05": (
        "2001 – May 2002",
        "2001_ж. – 2002_ж. мамыр",
        "2001 – Mayıs 2002",
        "2001_г. – май 2002_г.",
    ),
    "1992-10-30/1993": (
        "30 October 1992 – 1993",
        "1992_ж. 30 қазан – 1993_ж.",
        "30 Ekim 1992 – 1993",
        "30 октября 1992_г. – 1993_г.",
    ),
    "1990s": ("1990s", "1990-жылдар", "1990’lar", "1990-е годы"),
    "1994/2000": ("1994–2000",) * 4,
    "1994-2000": ("1994–2000",) * 4,
}
"""Dates as printed and in the languages; `_` and `~` are the narrow and thin spaces of CLDR."""


@pytest.mark.parametrize("printed", DATES)
def test_dates_spans_and_decades(printed: str) -> None:
    for code, written in zip(("en", "kk", "tr", "ru"), DATES[printed], strict=True):
        wanted = written.replace("_", NARROW).replace("~", THIN)
        assert date_text(printed, language(code)) == wanted


def test_what_is_no_date_stays_as_printed() -> None:
    for text in ("", "2005", "by 2020 (expected in 2015)", "2001-13", "2001-02-30/2001-03"):
        assert date_text(text, language("ru")) == text


def test_turkish_decades_follow_the_vowels_of_their_numerals() -> None:
    words = language("tr")
    written = [date_text(f"{year}s", words) for year in (1920, 1950, 1960, 1970, 1980, 2000, 2010)]
    assert written == [
        "1920’ler",
        "1950’ler",
        "1960’lar",
        "1970’ler",
        "1980’ler",
        "2000’ler",
        "2010’lar",
    ]


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_no_date_of_the_tables_is_shown_in_iso_order(code: str, dataset: Dataset) -> None:
    words = language(code)
    printed = {event.date for event in events(dataset)} | {
        entry.period for entry in catalogue(dataset)
    }
    assert any("-" in date for date in printed)
    for date in printed:
        written = date_text(date, words)
        assert "/" not in written
        assert written.isdigit() == date.isdigit()
        assert not any(part in written for part in ("-0", "-1", "-2", "-3"))
    card = str(events_list(events(dataset), dataset=dataset, language=words))
    assert all(date_text(event.date, words) in card for event in events(dataset))


@pytest.mark.parametrize(
    ("code", "listed", "either"),
    [
        ("en", "2018–2020 and 2022", "a, b or c"),
        ("kk", "2018–2020 және 2022", "a, b немесе c"),
        ("tr", "2018–2020 ve 2022", "a, b veya c"),
        ("ru", "2018–2020 и 2022", "a, b или c"),
    ],
)
def test_lists_alternatives_and_ends(code: str, listed: str, either: str) -> None:
    words = language(code)
    assert years_listed((2022, 2018, 2019, 2020), words) == listed
    assert alternatives(("a", "b", "c"), words) == either
    unnamed = words.gettext("(not named)")
    assert ends_text(("A", ""), words) == f"A – {unnamed}"
    assert ends_text(("A", "B"), words) == "A – B"
    assert not ends_text(("", ""), words)


def test_the_slider_writes_years_as_the_writer_does() -> None:
    assert f"`${{first}}{SPAN_DASH}${{last}}`" in (FOLDER / "controls/track.js").read_text("utf-8")


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_charts_have_the_signs_of_the_language(code: str) -> None:
    words = language(code)
    number = chart_locale(words).to_dict()["number"]
    assert (number["decimal"], number["thousands"]) == (words.decimal_sign, words.group_sign)
    assert number["percent"] == percent_signs(words)[1]


def said_by(figure: Figure) -> str:
    """Return every text of a figure, a line break as a space."""
    parts = [figure.headline, figure.finding, *figure.notes]
    parts += [str(cell) for row in figure.rows for cell in row.values() if isinstance(cell, str)]
    parts += [row.amount for row in figure.text_table.rows] if figure.text_table else []
    return " ".join(" ".join(parts).split())


def plain(text: str) -> str:
    return " ".join(text.split())


def shown_values(figure: Figure, dataset: Dataset) -> Iterator[Value]:
    """Yield the printed values of a figure's table that are drawn as they are printed."""
    known = values_by_id(dataset)
    for row in figure.table.to_dict("records"):
        if row["method"] != COMPUTED and row["id"] in known:
            value = known[row["id"]]
            if (value.value, value.low, value.high) != (None, None, None):
                yield value


def in_units_of_a_figure(value: Value) -> tuple[Value, ...]:
    """Return a value as printed, and in the smaller unit that the values of a figure share."""
    shared = {"thousand_people": "people", "USD_billion": "USD_million"}.get(value.unit)
    return (value, value.in_unit(shared)) if shared else (value,)


WITHOUT_WORDS = {*audit.FIGURES, "route_map", "trade_growth"}
"""Figures of counts, and those that draw printed values as widths or marks without words."""


IN_SERIES = "corridor_volumes"
"""Figure of which a series is named after the qualifiers of its values."""

SAID_BY_SERIES = {"target", "forecast"}


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("name", [name for name in FIGURES if name not in WITHOUT_WORDS])
def test_a_figure_says_each_of_its_values_in_the_words_of_the_writer(
    name: str, code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    start = space.start(code)
    for trade, investment in product(space.series["trade"], space.series["investment"]):
        filters = replace(start, trade=trade, investment=investment)
        figure = build_figure(name, dataset=dataset, filters=filters)
        said = said_by(figure)
        for value in shown_values(figure, dataset):
            texts = [
                text
                for one in in_units_of_a_figure(value)
                for text in (
                    number_text(one, words),
                    amount_text(one, dataset=dataset, language=words),
                    amount_beside_name(one, dataset=dataset, language=words),
                    # A series of targets and expectations says what its values are.
                    *(
                        [number_text(replace(one, qualifier="exact"), words)]
                        if name == IN_SERIES and one.qualifier in SAID_BY_SERIES
                        else []
                    ),
                )
            ]
            assert any(plain(text) in said for text in texts), value.id


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_cards_and_lists_say_each_value_in_the_words_of_the_writer(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    entries = catalogue(dataset)
    for conflict in conflicts(dataset):
        card = without_marks(conflict_card)(conflict, dataset=dataset, language=words)
        for entry in entries_of(conflict, dataset):
            # Numbers of one line have the word for what is counted all or not at all.
            plain = replace(entry, unit="count") if entry.unit in COUNTED else entry
            written = (
                amount_beside_name(value, dataset=dataset, language=words)
                for value in (entry, plain)
            )
            assert any(amount in card.unescape() for amount in written)
    for route in (*space.countries, *space.routes):
        card = without_marks(selection_card)(
            dataset=dataset, filters=replace(space.start(code), route=route), language=words
        )
        for entry in entries_about(dataset, route):
            if route in space.routes:
                amount = amount_beside_name(entry, dataset=dataset, language=words)
                assert amount in card.unescape()
    table = as_texts(catalogue_table(entries, dataset=dataset, language=words))
    units = table[words.gettext("Unit")]
    for entry, amount, unit, period in zip(
        entries,
        table[words.gettext("Value")],
        units,
        table[words.gettext("Period")],
        strict=True,
    ):
        assert amount == value_text(entry, words)
        assert unit == label_of(dataset, "units", entry.unit, words, "symbol")
        assert period == date_text(entry.period, words)
        # English sentences write thousands in full and multiples as words.
        full = code == "en" and (base_unit(entry.unit)[1] == 1e3 or entry.unit == "times")
        if not full and entry.unit not in {"percent", "year", "rank", "percentile"}:
            assert amount in quantity_text(entry, dataset=dataset, language=words)


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_files_write_dates_and_shares_as_the_language_does(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    found = found_entries(space.start(code), Search(), dataset=dataset, language=words)
    page = catalogue_page(found).decode()
    data = load_workbook(io.BytesIO(catalogue_xlsx(found))).worksheets[0]
    head = [cell.value for cell in data[1]]
    before, after = (f'"{sign}"' if sign else "" for sign in percent_signs(words))
    for entry, row in zip(found.entries, data.iter_rows(min_row=2), strict=True):
        period, number = (row[head.index(words.gettext(name))] for name in ("Period", "Value"))
        written = date_text(entry.period, words)
        assert written in page
        assert str(period.value or "") == written
        if entry.unit == "percent" and entry.value is not None:
            assert number.number_format.startswith(before)
            assert number.number_format.endswith(after)


HAND_MADE = {", ", "; ", " · ", " – ", "–", " and "}
"""Texts between parts of a list or span, which only `components/text` puts there."""

NOT_FOR_READERS = ("server/", "export/request.py")


def joins(path: str) -> Iterator[str]:
    """Yield what a module puts between parts by `join`, and the dashes of its f-strings."""
    for node in ast.walk(ast.parse((FOLDER / path).read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            if node.func.attr == "join" and isinstance(owner, ast.Constant):
                yield str(owner.value)
        if isinstance(node, ast.JoinedStr):
            for part in node.values:
                if isinstance(part, ast.Constant) and SPAN_DASH in str(part.value):
                    yield SPAN_DASH


def test_no_module_writes_lists_and_spans_by_hand() -> None:
    modules = [path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.py")]
    assert len(modules) > 50
    for module in modules:
        if not module.startswith(("text/", *NOT_FOR_READERS)):
            assert HAND_MADE.isdisjoint(joins(module)), module
