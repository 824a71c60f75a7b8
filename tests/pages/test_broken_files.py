"""Pages with broken data files: they open, report the faults, and recover after the repair."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.controls.page_head import PAGES, Entry
from data.language.languages import DEFAULT_LANGUAGE, LANGUAGE_CODES, language
from data.load.dataset import Dataset
from data.load.package import read_package
from tests.data.atlas_folder import AtlasFolder, atlas_in, settled
from tests.pages.opened import html
from tests.plain_html import unmarked

DASHBOARD = str(Path(__file__).parents[2] / "dashboard.py")
FILES = {resource.name: resource.path for resource in read_package().resources}
TRADE = FILES["trade"]
YEARLY = ("trade", "investment", "economy")


@pytest.fixture(scope="module", autouse=True)
def _own_files_afterwards() -> Iterator[None]:
    """Let the Atlas have read its own files again after these tests."""
    yield
    settled()


@pytest.fixture
def atlas(tmp_path: Path) -> Iterator[AtlasFolder]:
    with atlas_in(tmp_path) as copied:
        yield copied


def opened_pages(code: str = "en", pages: Sequence[Entry] = PAGES) -> Iterator[AppTest]:
    """Open one page after the other in one session."""
    app = AppTest.from_file(DASHBOARD, default_timeout=60)
    for entry in pages:
        if entry.path != "dashboard.py":
            app.switch_page(entry.path)
        app.query_params["lang"] = code
        app.run()
        assert not app.exception, (entry.path, [error.message for error in app.exception])
        assert app.get("bidi_component"), entry.path
        yield app


def shown_faults(app: AppTest) -> str:
    """Return the list of faults of a page with its title."""
    (expander,) = [found for found in app.expander if "atlas-list" in html_of(found)]
    return f"{expander.label} {html_of(expander)}"


def html_of(block: object) -> str:
    return " ".join(str(element.proto.body) for element in block.get("html"))  # type: ignore[attr-defined]


def assert_reported(*names: str, code: str = "en") -> None:
    """Assert that every page opens and reports faults of some files."""
    settled()
    for app in opened_pages(code):
        told = shown_faults(app)
        assert [name for name in names if name not in told] == []


def assert_sound(code: str = "en", pages: Sequence[Entry] = PAGES) -> None:
    settled()
    for app in opened_pages(code, pages):
        assert not app.expander or all("fault" not in found.label for found in app.expander)


def leave_header(atlas: AtlasFolder, names: Sequence[str]) -> None:
    for name in names:
        path = atlas / FILES[name]
        header = path.read_text(encoding="utf-8").splitlines()[0]
        path.write_text(header + "\n", encoding="utf-8")


# --- Tables without rows ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "names", [*((name,) for name in FILES), YEARLY, tuple(FILES)], ids=",".join
)
def test_every_page_opens_without_the_rows_of_tables(
    atlas: AtlasFolder, names: tuple[str, ...]
) -> None:
    leave_header(atlas, names)
    assert_reported(f"{names[0]}.csv: the table has no rows below its header")


@pytest.mark.parametrize("kept", [1, 3])
def test_every_page_opens_with_very_few_rows(atlas: AtlasFolder, kept: int) -> None:
    for name in ("trade", "investment", "economy", "facts", "events", "ownership", "conflicts"):
        path = atlas / FILES[name]
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(lines[: kept + 1]), encoding="utf-8")
    settled()
    assert len(list(opened_pages())) == len(PAGES)


# --- Other breakages --------------------------------------------------------------------------


def put_a_pipe(atlas: AtlasFolder) -> None:
    (atlas / TRADE).unlink()
    os.mkfifo(atlas / TRADE)


BREAKAGES: dict[str, tuple[Callable[[AtlasFolder], object], str]] = {
    "descriptor missing": (lambda atlas: (atlas / "datapackage.json").unlink(), "datapackage.json"),
    "descriptor half written": (
        lambda atlas: (atlas / "datapackage.json").write_bytes(
            (atlas / "datapackage.json").read_bytes()[:40_000]
        ),
        "datapackage.json",
    ),
    "descriptor lost a table": (
        lambda atlas: (atlas / "datapackage.json").write_bytes(
            (atlas / "datapackage.json").read_bytes().replace(b'"trade"', b'"trode"')
        ),
        "datapackage.json, table trade",
    ),
    "dangling link": (lambda atlas: (atlas / "tables/x.csv").symlink_to("gone"), "x.csv"),
    "link to itself": (lambda atlas: (atlas / "geo/y.csv").symlink_to("y.csv"), "y.csv"),
    "pipe": (
        put_a_pipe,
        "trade.csv: it is a folder",
    ),
    "name with markup": (
        lambda atlas: (atlas / "tables/<script>.csv").write_text("a", encoding="utf-8"),
        "&lt;script&gt;.csv",
    ),
    "catalogue missing": (lambda atlas: (atlas / "locale/kk.po").unlink(), "kk.po"),
    "catalogue no UTF-8": (
        lambda atlas: (atlas / "locale/kk.po").write_bytes(
            (atlas / "locale/kk.po").read_bytes().replace("Тіл".encode(), b"\xff", 1)
        ),
        "kk.po",
    ),
}


@pytest.mark.parametrize("name", BREAKAGES)
def test_every_page_opens_names_the_fault_and_recovers(
    atlas: AtlasFolder, name: str, dataset: Dataset
) -> None:
    breakage, told = BREAKAGES[name]
    before = {path: path.read_bytes() for path in atlas.folder.rglob("*") if path.is_file()}
    breakage(atlas)
    assert_reported(told)
    for path in atlas.folder.rglob("*"):
        if not path.is_dir() and path not in before:
            path.unlink()
    for path, content in before.items():
        if not path.is_file():
            path.unlink(missing_ok=True)
        path.write_bytes(content)
    # Pages follow the tables: one shows that no fault is left, and the tables are the same again.
    repaired = settled()
    assert repaired.problem_count == 0
    assert all(repaired.tables[table].equals(rows) for table, rows in dataset.tables.items())
    assert_sound(pages=PAGES[:1])


def test_an_editors_lock_file_is_no_fault(atlas: AtlasFolder) -> None:
    (atlas / "tables/.#trade.csv").symlink_to("maintainer@host.1234")
    assert_sound()


@pytest.mark.parametrize("code", [code for code in LANGUAGE_CODES if code != DEFAULT_LANGUAGE])
def test_wrong_placeholders_of_a_whole_catalogue_break_no_page(
    atlas: AtlasFolder, code: str
) -> None:
    path = atlas / f"locale/{code}.po"
    lines = path.read_text(encoding="utf-8").splitlines()
    wrong = [line if line.startswith("msgid") else line.replace("{", "{wrong_") for line in lines]
    path.write_text("\n".join(wrong), encoding="utf-8")
    assert_reported(f"{code}.po", code=code)


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_faults_are_shown_in_the_language_of_the_page(atlas: AtlasFolder, code: str) -> None:
    leave_header(atlas, ["trade"])
    saying = language(code).gettext("the table has no rows below its header; add one")
    assert_reported(f"trade.csv: {saying}", code=code)


def test_a_page_lists_fifty_faults_and_counts_the_rest(atlas: AtlasFolder) -> None:
    path = atlas / TRADE
    header = path.read_text(encoding="utf-8").splitlines()[0]
    row = "2024,turnover,three,,,surely,EUR,nowhere,x,,,,,\n"
    path.write_text(f"{header}\n{row * 2_000}", encoding="utf-8")
    count = settled().problem_count
    for app in opened_pages():
        assert html(app).count("trade.csv") <= 50 * 8
        told = str(unmarked(shown_faults(app)))
        assert f"{count:,} faults in the data files" in told
        assert told.count("<li>") == 51
        assert f"and {count - 50:,} more" in told


# --- The state of the files on the page of sources --------------------------------------------


def package_view(code: str = "en") -> AppTest:
    app = AppTest.from_file(DASHBOARD, default_timeout=60)
    app.switch_page("pages/sources.py")
    app.query_params["lang"] = code
    app.query_params["tab"] = "package"
    app.run()
    assert not app.exception
    return app


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_the_page_of_sources_lists_tables_with_rows_and_seal(code: str, dataset: Dataset) -> None:
    settled()
    app = package_view(code)
    shown = app.table[0].value
    assert list(shown.iloc[:, 0]) == list(FILES.values())
    assert shown.iloc[list(FILES).index("trade"), 1] == str(len(dataset.tables["trade"]))
    assert set(shown.iloc[:, 2]) == {language(code).gettext("checked and sealed")}


def test_a_file_cut_at_a_line_end_is_shown_as_changed(atlas: AtlasFolder) -> None:
    seal = Path(__file__).parents[2] / "data" / "seal.txt"
    (atlas / "seal.txt").write_bytes(seal.read_bytes())
    path = atlas / TRADE
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:20]), encoding="utf-8")
    settled()
    app = package_view()
    shown = app.table[0].value
    own = shown[shown.iloc[:, 0] == TRADE].iloc[0]
    assert list(own)[1:] == [
        "19",
        f"changed since the last check: 20 lines instead of {len(lines)}",
    ]
    assert (shown.iloc[:, 2] == "checked and sealed").sum() == len(FILES) - 1
    assert "1 table has changed since it was last checked and sealed." in html(app)
