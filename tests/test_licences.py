"""Licences of code and data, in all files and texts that name them."""

import io
import json
import re
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml

from components.export.figure_files import licence_line
from data.archive import package_archive
from data.language.languages import LANGUAGE_CODES, language

REPOSITORY = Path(__file__).parents[1]
CODE, DATA = "MIT", "CC-BY-4.0"
DATA_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"


def read(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


def cited() -> dict[str, object]:
    found: dict[str, object] = yaml.safe_load(read("CITATION.cff"))
    return found


def holder() -> str:
    (author,) = cited()["authors"]  # type: ignore[misc]
    return str(author["name"])  # type: ignore[has-type]


def test_the_code_is_under_mit_by_the_authors_that_the_citation_names() -> None:
    text = read("LICENSE")
    assert text.startswith("MIT License\n")
    assert re.search(rf"^Copyright \(c\) \d{{4}} {re.escape(holder())}$", text, flags=re.MULTILINE)
    assert "THE SOFTWARE IS PROVIDED" in text
    assert cited()["license"] == CODE
    assert tomllib.loads(read("pyproject.toml"))["project"]["license"] == CODE


def test_the_licence_of_the_data_is_the_whole_legal_code() -> None:
    text = read("LICENSE-DATA")
    assert text.startswith("Attribution 4.0 International\n")
    sections = [f"Section {number} -- " for number in range(1, 9)]
    assert [section for section in sections if section not in text] == []
    assert text.rstrip().endswith("Creative Commons may be contacted at creativecommons.org.")


def test_the_data_package_and_the_citation_name_the_licence_of_the_data() -> None:
    package = json.loads(read("data/datapackage.json"))
    assert [(licence["name"], licence["path"]) for licence in package["licenses"]] == [
        (DATA, DATA_ADDRESS)
    ]
    assert [one["title"] for one in package["contributors"]] == [holder()]
    (data,) = [one for one in cited()["references"] if one["type"] == "data"]  # type: ignore[attr-defined]
    assert (data["license"], data["license-url"]) == (DATA, DATA_ADDRESS)
    assert data["version"] == cited()["version"] == package["version"]


def test_the_zip_contains_the_licence_of_the_data() -> None:
    with zipfile.ZipFile(io.BytesIO(package_archive())) as packed:
        assert packed.read("LICENSE-DATA").decode("utf-8") == read("LICENSE-DATA")
        assert packed.read("CITATION.cff").decode("utf-8") == read("CITATION.cff")


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_exports_name_the_licence_of_the_data_in_every_language(code: str) -> None:
    assert "CC BY 4.0" in licence_line(language(code))


def test_every_text_names_the_same_version_of_the_licence() -> None:
    named = re.compile(r"CC[ -]BY(?:-[A-Z]+)*[ -]?[\d.]*\d")
    paths = [
        *REPOSITORY.glob("*.md"),
        *(
            path
            for room in ("components", "data", "pages")
            for path in (REPOSITORY / room).rglob("*")
        ),
    ]
    texts = [
        path for path in paths if path.suffix in {".py", ".md", ".po", ".pot", ".json", ".html"}
    ]
    found = {name for path in texts for name in named.findall(path.read_text(encoding="utf-8"))}
    assert {name.replace("-", " ") for name in found} == {"CC BY 4.0"}


def test_the_readme_names_both_licences() -> None:
    readme = read("README.md")
    for name in (
        "`LICENSE`",
        "`LICENSE-DATA`",
        "MIT",
        "CC BY 4.0",
        "`data/fonts/LICENSE.md`",
        "`data/styles/LICENSE.txt`",
    ):
        assert name in readme
