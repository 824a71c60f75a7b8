"""ZIP to draw a figure again: its parts, its script, its text, and its address."""

import csv
import io
import json
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import altair as alt
import pandas as pd
import pytest

from components.export import route, service
from components.export.picture import picture_specification
from components.export.reproduction import (
    FAMILY,
    Occasion,
    chart_specification,
    column_kinds,
    reproduction_archive,
    rows_csv,
)
from components.figures.figure import ROWS, Figure, Row
from components.figures.registry import FIGURES
from components.text.places import cited_source
from data.citation import VERSION
from data.fonts import FONT_FOLDER
from data.language.languages import LANGUAGE_CODES, language
from tests.components.exports import DATASET, SPACE, built
from tests.routes import Answer, answer_of

DAY = date(2026, 11, 29)
PICTURE = b"<svg/>"
LAYOUT = {"$schema", "description", "usermeta", "title", "width", "autosize", "padding"}
"""Parts of a specification that do not concern what is drawn from the rows."""


def archive(figure: Figure, code: str, day: date = DAY) -> bytes:
    occasion = Occasion(chosen="Filters – 2019–2021", address="http://atlas/trade?lang=kk", day=day)
    return reproduction_archive(
        figure, occasion, dataset=DATASET, language=language(code), picture=PICTURE
    )


def contents(packed: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed)) as archived:
        assert archived.testzip() is None
        return {name: archived.read(name) for name in archived.namelist()}


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(("number", "name"), list(enumerate(FIGURES)))
def test_every_part_of_the_zip_of_every_figure_opens(number: int, name: str) -> None:
    code = LANGUAGE_CODES[number % len(LANGUAGE_CODES)]
    words = language(code)
    figure = built(name, SPACE.start(code))
    files = contents(archive(figure, code))
    assert len(table(files["values.csv"])) == len(figure.table)
    assert b"Creative Commons" in files["LICENSE-DATA"]
    assert b"MIT License" in files["LICENSE"]
    text = files["README.txt"].decode()
    source = cited_source(figure.origins, dataset=DATASET, language=words)
    for wanted in (" ".join(figure.headline.split()), "2019–2021", VERSION, source, "2026-11-29"):
        assert wanted in text
    assert "{" not in text.partition("@misc")[0]
    described = [line[2:].partition(":")[0] for line in text.splitlines() if line.startswith("- ")]
    assert set(described) >= set(files) - {
        "README.txt",
        "LICENSE-GROUND.md",
        *(file for file in files if file.startswith("fonts/")),
    }
    if figure.form:
        spec = json.loads(files["chart.json"])
        alt.LayerChart.from_dict(spec)
        assert len(table(files["rows.csv"])) == len(figure.rows) == len(spec["datasets"][ROWS])
    else:
        assert files["figure.svg"] == PICTURE
        assert not {"draw_chart.py", "chart.json"} & set(files)
    if figure.make_map:
        courses = json.loads(files["routes.geojson"])["features"]
        known = {one["properties"]["code"] for one in courses}
        assert known
        assert known <= set(figure.table["subject"])
    if figure.text_table:
        assert len(table(files["table.csv"])) == len(figure.text_table.rows)


@pytest.mark.parametrize("name", [name for name in FIGURES if built(name, SPACE.start("en")).form])
def test_the_specification_is_that_of_the_figure(name: str) -> None:
    figure = built(name, SPACE.start("kk"))
    own, whole = chart_specification(figure), picture_specification(figure)
    assert own.pop("background")
    assert own["config"].pop("font") == FAMILY
    assert {key: part for key, part in own.items() if key not in LAYOUT} == {
        key: part for key, part in whole.items() if key not in LAYOUT
    }


def _draw(folder: Path) -> str:
    """Run the script of a ZIP in its folder, and return the chart as SVG."""
    run = subprocess.run(
        [sys.executable, "draw_chart.py"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert (folder / "chart.png").read_bytes().startswith(b"\x89PNG")
    return (folder / "chart.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("trade_answers", "kk"),
        ("corridor_comparison", "ru"),
        ("project_stakes", "tr"),
    ],
)
def test_the_script_draws_the_chart_of_the_figure(name: str, code: str, tmp_path: Path) -> None:
    import vl_convert  # noqa: PLC0415, as the Atlas does

    figure = built(name, SPACE.start(code))
    for file, content in contents(archive(figure, code)).items():
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_bytes(content)
    vl_convert.register_font_directory(str(FONT_FOLDER))
    assert _draw(tmp_path) == vl_convert.vegalite_to_svg(chart_specification(figure))


def test_rows_are_restored_from_their_csv() -> None:
    rows: list[Row] = [
        {"year": 2020, "value": 1.5, "label": "=1+1", "chosen": True, "low": None},
        {"year": 2021, "value": None, "label": "", "chosen": False, "low": None},
    ]
    kinds = column_kinds(rows)
    assert list(kinds.values()) == ["number", "number", "string", "boolean", "number"]
    read = pd.read_csv(io.BytesIO(rows_csv(rows)), dtype=str, keep_default_na=False)
    assert list(read["label"]) == ["'=1+1", ""]
    assert list(read["chosen"]) == ["true", "false"]
    assert list(read["value"]) == ["1.5", ""]
    assert list(read["year"]) == ["2020", "2021"]


def test_equal_choices_of_one_day_have_equal_bytes() -> None:
    figure = built("trade_growth", SPACE.start("tr"))
    assert archive(figure, "tr") == archive(figure, "tr")
    assert archive(figure, "tr") != archive(figure, "tr", date(2026, 11, 30))


def ask(path: str) -> Answer:
    return answer_of(route.export_routes(), f"export/{path}")


@pytest.mark.parametrize("name", ["trade_balance", "cooperation_directions"])
def test_the_zip_has_its_address(name: str) -> None:
    answer = ask(f"{name}.zip?lang=kk&years=2019-2021")
    service._WORKER.end_process()
    assert answer.status == 200
    assert answer.headers["content-type"] == "application/zip"
    assert f"atlas_{name}_kk.zip" in answer.headers["content-disposition"]
    files = contents(answer.body)
    text = files["README.txt"].decode()
    page = "trade" if name == "trade_balance" else "investment"
    assert f"http://atlas/{page}?lang=kk" in text
    assert f"figure={name}" in text
    if name == "trade_balance":
        assert "2019–2021" in text
    else:
        assert files["figure.svg"].startswith(b"<svg")
    assert ask(f"{name}.zip?lang=kk&years=2019-2021").body == answer.body
