"""The page of a visitor's own file: what was understood, overlay, mirror, and nowhere else."""

from html import unescape
from itertools import product

import pytest
from streamlit.testing.v1 import AppTest

from components.own_file.mirror_table import mirror_table
from components.own_file.overlay import (
    MEASURES,
    Chosen,
    overlay_figure,
    overlay_of,
    overlay_table,
)
from components.own_file.session import Held
from components.own_file.understanding import facts, understanding, years_runs
from data.choice.parameters import FilterSpace
from data.evidence.series import first_series
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset
from data.own_file.faults import LONGEST_QUOTED, Fault, Place, Reason, Refused, quoted
from data.own_file.model import OwnFile
from data.own_file.reading import read_own_file
from data.own_file.texts import (
    COLUMNS,
    FAULTS,
    FORMATS,
    REASONS,
    left_out_text,
    refused_text,
)
from tests.data.own_files import CHN, KAZ, TUR, comtrade, comtrade_row
from tests.pages.opened import components, html, opened
from tests.plain_html import unmarked

HELD = "atlas_own_file"


def own_file() -> OwnFile:
    rows = [
        comtrade_row(KAZ, "X", TUR, 2023, "3911250000"),
        comtrade_row(TUR, "M", KAZ, 2023, "3650000000"),
        comtrade_row(KAZ, "M", TUR, 2023, "1940000000"),
        comtrade_row(KAZ, "X", TUR, 2026, "4000000000"),
        *(comtrade_row(KAZ, "X", TUR, 2027, "100000000", month=month) for month in (1, 2)),
        comtrade_row(KAZ, "X", CHN, 2023, "7"),
        comtrade_row(KAZ, "M", TUR, 2026, "-1"),
    ]
    return read_own_file(comtrade(rows).encode(), "Trade <b>.csv")


FILE = own_file()


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_the_values_of_the_file_are_laid_over_the_tables(
    measure: str, code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    overlay = overlay_of(dataset, FILE, measure)
    years = overlay.years
    figure = overlay_figure(
        Chosen(measure=measure, years=(years[0], years[-1]), file=FILE),
        dataset=dataset,
        filters=space.start(code),
        language=words,
    )
    rows = [row for row in figure.rows if not row["gap"]]
    own = [row for row in rows if row["own"]]
    printed = {row["series"] for row in rows if not row["own"]}
    assert len(printed) == 2
    assert not printed & {row["series"] for row in own}
    assert {"exports": {2023, 2026, 2027}, "imports": {2023}, "turnover": {2023}}[measure] == {
        row["year"] for row in own
    }
    for row in own:
        assert row["strength"] == (0.0 if row["year"] == 2027 else 1.0)
    assert not any(sign.isdigit() for sign in figure.headline)
    table = overlay_table(overlay, (years[0], years[-1]), dataset=dataset, language=words)
    assert len({len(column.cells) for column in table.columns}) == 1


def test_the_higher_of_two_values_has_its_label_above(dataset: Dataset, space: FilterSpace) -> None:
    figure = overlay_figure(
        Chosen(measure="exports", years=(2023, 2023), file=FILE),
        dataset=dataset,
        filters=space.start("en"),
        language=language("en"),
    )
    sides = {row["label"]: row["side"] for row in figure.rows if row["own"]}
    assert sides == {"3,911.3": 1, "3,650": -1}


def test_the_mirror_view_gives_difference_and_share(dataset: Dataset) -> None:
    words = language("en")
    table = mirror_table(FILE, "KAZ", dataset=dataset, language=words)
    assert table is not None
    cells = {row[0][1]: [text for _column, text in row[1:]] for row in table.rows}
    assert cells == {
        "2023": ["3,911.3", "3,650", "−261.3", "−6.7%"],
        "2026": ["4,000", "not in the file", "—", "—"],
        "2027": ["200 (2 months)", "not in the file", "—", "—"],
    }
    assert mirror_table(FILE, "TUR", dataset=dataset, language=words) is not None


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_what_was_understood_is_said_before_use(code: str) -> None:
    words = language(code)
    said = str(unmarked(understanding(FILE, words)))
    assert "Trade &lt;b&gt;.csv" in said
    assert words.gettext(FORMATS[FILE.format]) in said
    for one in FILE.left_out:
        assert words.gettext(REASONS[one.reason]) in left_out_text(one, words)
    found = dict(facts(FILE, words))
    assert found[words.gettext("Incomplete years")] == "2027"
    assert "primaryValue" in found[words.gettext("Unit")]


def test_every_fault_reason_and_format_has_a_text() -> None:
    assert (set(FAULTS), set(REASONS)) == (set(Fault), set(Reason))
    assert set(FORMATS) == set(COLUMNS)
    place = Place(row=12, column="value", text="x")
    for code, fault in product(LANGUAGE_CODES, Fault):
        words = language(code)
        said = refused_text(Refused(name="a.csv", fault=fault, place=place), words)
        assert said.startswith("a.csv, ")
        assert "12" in said
        assert "{" not in said


def test_years_are_written_as_spans() -> None:
    assert years_runs((2015, 2016, 2017, 2019, 2021, 2022)) == "2015–2017, 2019, 2021–2022"
    assert years_runs(()) == ""


def test_quoted_texts_are_short_and_printable() -> None:
    assert quoted("a\x00\u202eb\n c") == "a b c"
    assert len(quoted("x" * 999)) == LONGEST_QUOTED


def page_with(held: Held, path: str = "pages/own_file.py", code: str = "en") -> AppTest:
    app = opened(path, {"lang": code})
    app.session_state[HELD] = held
    app.run()
    assert not app.exception
    return app


def test_a_file_is_used_only_after_it_was_understood_and_is_removed_by_one_click() -> None:
    app = page_with(Held(read=FILE))
    assert "How the Atlas read the file" in html(app)
    assert "Mirror view" not in html(app)
    app.button(key="own_use").click().run()
    assert not app.exception
    assert "Mirror view" in html(app)
    assert "A missing mirror value does not prove" in html(app)
    assert "2027" in str(components(app))
    app.button(key="own_remove").click().run()
    assert "Mirror view" not in html(app)
    assert HELD not in app.session_state
    assert "2027" not in str(components(app))


def test_a_file_that_was_read_can_be_discarded() -> None:
    app = page_with(Held(read=FILE, used=FILE))
    app.button(key="own_discard").click().run()
    assert app.session_state[HELD] == Held(used=FILE)


def test_a_refused_file_leaves_the_one_in_use() -> None:
    refused = Refused(name="b.csv", fault=Fault.NO_ROWS, place=Place(row=1))
    app = page_with(Held(refused=refused, used=FILE))
    assert "b.csv, row 1: there are no rows below the header." in str(unmarked(html(app)))
    assert "Mirror view" in html(app)


def test_a_file_without_a_usable_row_cannot_be_used() -> None:
    nothing = read_own_file(comtrade([comtrade_row(KAZ, "X", CHN, 2023, "7")]).encode(), "n.csv")
    app = page_with(Held(read=nothing))
    assert "No row can be used" in str(unmarked(html(app)))
    assert [button.key for button in app.button if button.key == "own_use"] == []


@pytest.mark.parametrize("path", ["dashboard.py", "pages/trade.py", "pages/sources.py"])
def test_no_other_page_shows_a_value_of_the_file(path: str) -> None:
    without = html(opened(path, {"lang": "en"}))
    app = page_with(Held(used=FILE), path)
    named = [element for element in app.get("html") if FILE.name in unescape(element.proto.body)]
    assert len(named) == (path == "pages/trade.py")
    shown = html(app)
    for element in named:
        # The trade page names the file beside the buttons that show and remove it.
        shown = shown.replace(f"{unmarked(element.proto.body)} ", "", 1)
    assert shown == without


def test_the_default_table_comes_first_as_in_other_comparisons(dataset: Dataset) -> None:
    printed = overlay_of(dataset, None, "exports").printed
    assert next(iter(printed)) == first_series(dataset, "trade")
    assert len(printed) > 1
