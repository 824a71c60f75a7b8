"""README and CONTRIBUTING: named files exist, and the instructions work on a copy."""

import csv
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from components.figures.figure import Figure
from components.figures.registry import build_figure
from components.figures.yearly_counts import CountedSeries, count_by_year
from data.build.crossings import build
from data.choice.parameters import filter_space
from data.evidence.audit import conflicts, conflicts_by_row
from data.evidence.routes import routes, selectable
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset, load_dataset
from data.load.package import read_package
from data.problems import Rule
from tests.data.copies import copy_package
from tests.documents import CONTRIBUTING, INLINE, REPOSITORY, block_with
from tests.extended import Cells, append_rows, yearly

# --- Commands -----------------------------------------------------------------------------------


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A copy of code and data, with the virtual environment of the tests as `.venv`."""
    # Compiled modules are copied, except those that another process is writing.
    ignored = shutil.ignore_patterns("*.pyc.*")
    for folder in ("components", "data", "pages", "static", ".streamlit"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder, ignore=ignored)
    for file in ("dashboard.py", "serve.py", "babel.cfg", "CITATION.cff", "LICENSE-DATA"):
        shutil.copy(REPOSITORY / file, tmp_path)
    (tmp_path / ".venv").symlink_to(Path(sys.executable).parents[1])
    return tmp_path


def run(command: str, folder: Path) -> str:
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_command_that_renews_catalogues_changes_nothing_when_they_are_new(
    repository: Path,
) -> None:
    catalogues = sorted((REPOSITORY / "data" / "locale").iterdir())
    run(block_with("pybabel extract"), repository)
    for path in catalogues:
        renewed = (repository / "data" / "locale" / path.name).read_text(encoding="utf-8")
        assert renewed == path.read_text(encoding="utf-8"), path.name


def test_the_command_that_checks_the_data_finds_no_fault(repository: Path) -> None:
    assert "No fault found." in run(block_with("data.check"), repository)


def test_a_new_catalogue_is_made_by_its_command(repository: Path) -> None:
    (command,) = [text for text in INLINE.findall(CONTRIBUTING) if "pybabel init" in text]
    run(command, repository)
    assert (repository / "data" / "locale" / "de.po").stat().st_size > 10_000


# --- Data ---------------------------------------------------------------------------------------


def named(column: str, text: str) -> Cells:
    return {f"{column}_{code}": f"{text} {code}" for code in LANGUAGE_CODES}


def drawn(figure: str, dataset: Dataset) -> Figure:
    return build_figure(figure, dataset=dataset, filters=filter_space(dataset).start("en"))


def test_add_a_year_to_the_default_series(tmp_path: Path) -> None:
    copy_package(tmp_path)
    values = (("exports", 2600), ("imports", 1800), ("turnover", 4400))
    rows = yearly(
        *(f"2024 {name} {value} - - exact USD_million table7 1044 -" for name, value in values)
    )
    append_rows(tmp_path, "trade", rows)
    dataset = load_dataset(tmp_path)
    assert dataset.problems == ()
    assert drawn("trade_turnover", dataset).headline == (
        "Trade turnover rose from 1,580 to 4,400 million US dollars between 2018 and 2024 (Table 7)"
    )
    assert 2024 in {row["year"] for row in drawn("trade_balance", dataset).rows}


def test_add_a_year_under_a_new_place_in_the_dissertation(tmp_path: Path) -> None:
    copy_package(tmp_path)
    cells = {
        "origin": "table9",
        "kind": "table",
        "first_paragraph": "1100",
        "last_paragraph": "1120",
    }
    append_rows(
        tmp_path, "origins", [{**cells, **named("name", "Table 9"), **named("title", "Trade")}]
    )
    append_rows(tmp_path, "trade", yearly("2024 turnover 4400 - - exact USD_million table9 1101 -"))
    dataset = load_dataset(tmp_path)
    assert dataset.problems == ()
    figure = drawn("trade_turnover", dataset)
    assert figure.headline.endswith("between 2018 and 2023 (Table 7)")
    assert "Table 9 en has a value for 2024; Table 7 has none." in figure.notes
    assert "Table 9 en can be selected above." in figure.hint
    assert "table9" in filter_space(dataset).series["trade"]


WAYPOINTS = (
    ("added-west", "50.0", "44.0"),
    ("added-middle", "51.0", "44.1"),
    ("added-east", "52.0", "44.0"),
)


def add_route(folder: Path, *, published: int) -> Dataset:
    copy_package(folder)
    places = {"kind": "station", "country": "KZ", "confidence": "low", "source": "test"}
    append_rows(
        folder,
        "waypoints",
        [
            {"waypoint": code, "name": code, "lon": lon, "lat": lat, **places}
            for code, lon, lat in WAYPOINTS
        ],
    )
    line = {"line": "added-line", "mode": "oil_pipeline", "precision": "schematic"}
    append_rows(folder, "lines", [{**line, "waypoints": ";".join(code for code, *_ in WAYPOINTS)}])
    route = {
        "route": "added-route",
        "kind": "oil_pipeline",
        "status": "operating",
        "opened": "2010",
        "opened_method": "printed",
        "countries": "KZ",
        "origin": "s2_2",
        "paragraph": "540",
        "sectors": "energy",
    }
    append_rows(folder, "routes", [{**route, **named("name", "Added route")}])
    append_rows(
        folder,
        "route_lines",
        [
            {
                "route": "added-route",
                "branch": "main",
                "position": "1",
                "line": "added-line",
                "flow": "forward",
            }
        ],
    )
    record = {
        "route": "added-route",
        "measure": "length",
        "position": "1",
        "value": str(published),
        "qualifier": "exact",
        "unit": "km",
        "source_title": "Test",
        "source_url": "https://example.org",
        "quality": "official",
    }
    append_rows(folder, "route_record", [record])
    build(folder)
    return load_dataset(folder)


def test_add_a_route(tmp_path: Path) -> None:
    dataset = add_route(tmp_path, published=162)
    assert dataset.problems == ()
    assert routes(dataset)["added-route"].drawn
    assert routes(dataset)["added-route"].opening[0] == 2010  # type: ignore[index]
    assert "added-route" in selectable(dataset)


def test_a_route_of_another_length_than_published_is_refused(tmp_path: Path) -> None:
    dataset = add_route(tmp_path, published=400)
    (problem,) = dataset.problems
    assert (problem.file, problem.rule) == ("route_lines.csv", Rule.PUBLISHED_LENGTH)
    assert "added-route" not in selectable(dataset)


def test_record_a_contradiction(tmp_path: Path) -> None:
    copy_package(tmp_path)
    path = tmp_path / read_package().resource("conflicts").path
    with path.open(encoding="utf-8", newline="") as file:
        example = next(csv.DictReader(file))
    pair = ("table7:2018:exports", "table7:2018:imports")
    texts = {**named("quantity", "Q"), **named("reason", "R"), **named("treatment", "T")}
    append_rows(
        tmp_path, "conflicts", [{**example, "conflict": "added", "rows": ";".join(pair), **texts}]
    )
    dataset = load_dataset(tmp_path)
    assert dataset.problems == ()
    (found,) = [conflict for conflict in conflicts(dataset) if conflict.id == "added"]
    assert found.rows == pair
    assert found.text("reason", language("kk")) == "R kk"
    for row in pair:
        assert "added" in {conflict.id for conflict in conflicts_by_row(dataset)[row]}


# --- Code ---------------------------------------------------------------------------------------


def test_add_a_figure(dataset: Dataset) -> None:
    series = CountedSeries(
        figure="added_figure", table="economy", indicator="joint_projects", origin="table6"
    )
    builder = partial(count_by_year, series)
    for code in LANGUAGE_CODES:
        filters = filter_space(dataset).start(code)
        figure = builder(dataset=dataset, filters=filters, language=language(code))
        assert figure.id == "added_figure"
        assert figure.headline
        assert len(figure.table)
        assert figure.chart.to_dict()


PAGE = '''"""Companies: joint projects and Turkish companies."""

from components.page.layout import row, title
from components.page.shell import show_page
from components.text.names import later

show_page(
    "pages/companies.py",
    title(later("Companies")),
    row("joint_projects", "turkish_companies"),
)
'''

OPEN_PAGE = """
from streamlit.testing.v1 import AppTest
app = AppTest.from_file("dashboard.py", default_timeout=60)
app.switch_page("pages/companies.py")
app.run()
assert not app.exception, app.exception
print(" ".join(element.body for element in app.get("html")))
print(" ".join(element.value for element in app.title))
"""


def test_add_a_page(repository: Path) -> None:
    (repository / "pages" / "companies.py").write_text(PAGE, encoding="utf-8")
    head = repository / "components" / "controls" / "page_head.py"
    text = head.read_text(encoding="utf-8")
    last = '    Entry("pages/sources.py", later("Sources")),\n'
    assert last in text
    added = f'{last}    Entry("pages/companies.py", later("Companies")),\n'
    head.write_text(text.replace(last, added), encoding="utf-8")
    (repository / "open_page.py").write_text(OPEN_PAGE, encoding="utf-8")
    assert "Companies" in run(".venv/bin/python open_page.py", repository)


PARAMETER = """
TONE = Parameter(
    name="tone",
    part="tone",
    read=lambda text, _space: read_code(text, ("warm", "cold")),
    chips=lambda tone, _dataset, _language: ((f"{tone} colours", ""),),
    caption="Tone: {chips}",
    scope=Scope.PLACES,
    label="Tone of the colours",
    options=lambda _space, _dataset, _language: (("", "none"), ("warm", "warm"), ("cold", "cold")),
)

PARAMETERS: """

USE_PARAMETER = """
from dataclasses import replace
from components.controls.chips import chips
from components.controls.page_head import Place, head_data
from components.export.caption import choice_sentence
from components.figures.registry import build_figure, shown_choice
from components.page.choice import Choice, changed, opened
from data.choice.parameters import filter_space
from data.choice.reading import from_query, to_query
from data.load.dataset import load_dataset
from data.language.languages import language

dataset = load_dataset()
space = filter_space(dataset)
start = space.start("en")
filters, refusals = from_query({"lang": "en", "Tone": " WARM."}, space, "en")
assert (filters, refusals) == (replace(start, tone="warm"), ())
assert to_query(filters, space) == {"lang": "en", "tone": "warm"}
(refusal,) = from_query({"tone": "hot"}, space, "en")[1]
assert (refusal.parameter, refusal.text, refusal.right) == ("tone", "hot", "warm, cold"), refusal
found = chips(filters, space, dataset=dataset, language=language("en"))
assert found == [("warm colours", "tone", "")], found
after = changed(Choice(filters=start), [("tone", "cold")], space)
assert after.filters.tone == "cold"
assert opened(after.query(space), space, "kk", complete=True).filters == after.filters
head = head_data(Place(page="dashboard.py"), after, space, dataset)
(control,) = [each for each in head["choices"] if each["parameter"] == "tone"]
assert (control["label"], control["value"]) == ("Tone of the colours", "cold")
assert shown_choice("trade_turnover", filters) == shown_choice("trade_turnover", start)
"""


def test_add_a_parameter(repository: Path) -> None:
    path = repository / "data" / "choice" / "parameters.py"
    text = path.read_text(encoding="utf-8")
    for place, added in (
        ('    section: str = ""\n', '    section: str = ""\n    tone: str = ""\n'),
        ("\nPARAMETERS: ", PARAMETER),
        ("            LINES_SHOWN,\n", "            LINES_SHOWN,\n            TONE,\n"),
    ):
        assert text.count(place) == 1, place
        text = text.replace(place, added)
    path.write_text(text, encoding="utf-8")
    (repository / "use_parameter.py").write_text(USE_PARAMETER, encoding="utf-8")
    run(".venv/bin/python use_parameter.py", repository)
