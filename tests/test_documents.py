"""README and CONTRIBUTING: named files, commands, names and rows exist."""

import ast
import importlib.util
import re
import sys
from pathlib import Path

import pytest

from data.evidence.audit import conflicts_by_row
from data.load.dataset import Dataset
from tests.documents import CONTRIBUTING, DOCUMENTS, INLINE, REPOSITORY, block_with, blocks
from tests.test_house import CHECKERS

NAMED_PATH = re.compile(
    r"(?:[\w.-]+/)*[\w-]+\.(?:py|md|csv|json|js|css|cff|toml|txt|lock|po|pot)|(?:[\w.-]+/)+|LICENSE(?:-DATA)?|\.ci/run"
)

PLACEHOLDERS = {"pages/NAME.py"}

NAME_IN_FILE = re.compile(r"`(\w+)` (?:\(|in )`([\w/]+\.py)`")


def outside_blocks(text: str) -> str:
    return re.sub(r"^ *```.+?^ *```", "", text, flags=re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_that_a_document_names_exists(document: str) -> None:
    text = DOCUMENTS[document]
    named = {name for name in INLINE.findall(outside_blocks(text)) if NAMED_PATH.fullmatch(name)}
    named |= set(re.findall(r"\]\((\.github/[\w.]+)\)", text))
    assert len(named) > 8
    assert sorted(name for name in named - PLACEHOLDERS if not (REPOSITORY / name).exists()) == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_and_module_that_a_document_names_exists(document: str) -> None:
    text = DOCUMENTS[document]
    tools = set(re.findall(r"\.venv/bin/([\w-]+)", text))
    modules = set(re.findall(r"python -m ([\w.]+)", text)) - {"venv"}
    assert tools
    assert modules
    assert sorted(tool for tool in tools if not (Path(sys.executable).parent / tool).exists()) == []
    assert sorted(name for name in modules if importlib.util.find_spec(name) is None) == []


def test_every_name_is_in_the_file_that_contributing_gives_for_it() -> None:
    named = NAME_IN_FILE.findall(" ".join(CONTRIBUTING.split()))
    assert len(named) >= 8
    for name, path in named:
        assert re.search(rf"\b{name}\b", (REPOSITORY / path).read_text(encoding="utf-8")), (
            name,
            path,
        )


def test_every_named_environment_variable_is_read() -> None:
    named = set(re.findall(r"ATLAS_[A-Z_]+", CONTRIBUTING))
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for path in (REPOSITORY / "serve.py", *(REPOSITORY / "components" / "server").glob("*.py"))
    )
    assert named == set(re.findall(r"ATLAS_[A-Z_]+", code))


def test_the_rows_that_contributing_names_exist(dataset: Dataset) -> None:
    for row in ("table7:2022:turnover", "survey:5:no_answer", "kz-tr-turnover-2022-p1332", "p1489"):
        assert f"`{row}`" in CONTRIBUTING
        assert row in conflicts_by_row(dataset)


def test_contributing_is_linked_from_the_readme() -> None:
    assert "`CONTRIBUTING.md`" in DOCUMENTS["README.md"]
    assert "“Run the server for others”" in DOCUMENTS["README.md"]
    assert "## Run the server for others" in CONTRIBUTING


def test_every_python_block_compiles() -> None:
    assert blocks("python")
    for block in blocks("python"):
        ast.parse(block)


def test_contributing_names_the_checkers_of_the_code() -> None:
    block = block_with("ruff check").replace(".venv/bin/", "")
    commands = [command.strip() for command in block.split("&&")]
    assert sorted(commands) == sorted(command.replace(" --no-cache", "") for command in CHECKERS)
