"""Linters, types, structure of modules, wording, versions, and the test command of the README."""

import ast
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tokenize
import tomllib
from pathlib import Path

import pytest

from components.assets import asset, script
from components.figures import survey
from components.figures.registry import FIGURES
from components.figures.route_map import MAP
from data.citation import VERSION
from tests.schedule import LONGEST, TIMED, WHOLE, group, place

REPOSITORY = Path(__file__).parents[1]
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
TOOLS = Path(sys.executable).parent
CHECKERS = (
    "ruff check --no-cache .",
    "ruff format --no-cache --check .",
    "mypy",
    "lint-imports --no-cache",
    "biome lint --error-on-warnings",
)
"""Commands that check the code; CONTRIBUTING lists them without `--no-cache`."""

PAGES = [REPOSITORY / "dashboard.py", *sorted((REPOSITORY / "pages").glob("*.py"))]


def _tool(name: str) -> str:
    """Return the path of a tool in the virtual environment, otherwise on the machine."""
    found = shutil.which(name, path=os.pathsep.join((str(TOOLS), os.environ["PATH"])))
    assert found, f"{name} is missing: install the version that requirements-dev.txt names"
    return found


@pytest.mark.parametrize("command", CHECKERS)
def test_a_checker_finds_nothing(command: str) -> None:
    tool, *arguments = shlex.split(command)
    result = subprocess.run(
        [_tool(tool), *arguments], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_a_script_and_its_imports_share_one_scope(tmp_path: Path) -> None:
    for path in (REPOSITORY / "components").rglob("*.js"):
        (tmp_path / path.name).write_text(script(str(path)), encoding="utf-8")
    rules = ("correctness/noUndeclaredVariables", "suspicious/noRedeclare")
    result = subprocess.run(
        [_tool("biome"), "lint", *(f"--only={rule}" for rule in rules), "."],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_only_lists_components(page: Path) -> None:
    tree = ast.parse(page.read_text(encoding="utf-8"))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import)]
    assert {str(module).partition(".")[0] for module in imported} == {"components"}
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.BinOp)]
    assert len(page.read_text(encoding="utf-8").splitlines()) <= 60


def test_every_figure_stands_on_a_page() -> None:
    figures = REPOSITORY / "components" / "figures"
    modules = (REPOSITORY / "components").rglob("*.py")
    placing = [*PAGES, *(path for path in modules if path.parent != figures)]
    placed = {text for module in placing for text in _texts(module)}
    assert set(FIGURES) - set(survey.FIGURES) - {MAP} - placed == set()


def test_no_module_is_long() -> None:
    rooms = ("components", "data", "tests")
    modules = [path for room in rooms for path in (REPOSITORY / room).rglob("*.py")]
    long = {
        str(path.relative_to(REPOSITORY)): count
        for path in modules
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 350
    }
    assert long == {}


def test_components_read_only_their_scripts_styles_and_templates() -> None:
    reading = re.compile(r"\bopen\(|read_text|read_bytes|read_csv|\bPath\(")
    for module in (REPOSITORY / "components").rglob("*.py"):
        if module.name != "assets.py":
            assert not reading.search(module.read_text(encoding="utf-8")), module.name
    for path in ("../data/tables/trade.csv", "../data/none.css", "../data/none.js"):
        with pytest.raises(ValueError, match="file of the components"):
            asset(path)
        with pytest.raises(ValueError, match="file of the components"):
            script(path)


def _texts(module: Path) -> list[str]:
    """Return the strings of a module, without docstrings."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    described = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if id(node) not in described
    ]


def test_python_modules_contain_no_markup_style_or_script() -> None:
    foreign = re.compile(
        r"(?<!\?P)</?[a-z]+[0-9]?[ >]|@(media|font-face)|[{;]\s*[a-z-]+:\s*[^;{}]+;"
        r"|addEventListener|=> *[{(]"
    )
    rooms = [REPOSITORY / room for room in ("components", "data")]
    modules = [*PAGES, REPOSITORY / "serve.py"]
    modules += [module for room in rooms for module in room.rglob("*.py")]
    for module in modules:
        assert [text for text in _texts(module) if foreign.search(text)] == [], module.name


FIGURES_OF_SPEECH = re.compile(
    r"\b((is|are|was|were|be) told in words|lets? go|letting go|spares?|hears?|keeps? quiet"
    r"|(has|have) (a|no) part in|give[ns]? back|(set|held?) against|at hand|in force|of ours"
    r"|on its way|tak(es?|en) over|makes? (no )?sense|knows? nothing"
    r"|(is|are) told|told apart|speaks? of|picks? out|tells? whether|stands? for|wants? a place)\b"
)


def _remarks(module: Path) -> list[str]:
    """Return the docstrings and comments of a module, each in one line."""
    source = module.read_text(encoding="utf-8")
    docstrings = [
        node.value.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Expr)
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    ]
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    comments = [token.string for token in tokens if token.type == tokenize.COMMENT]
    return [" ".join(text.split()) for text in (*docstrings, *comments)]


def test_docstrings_and_comments_have_no_figures_of_speech() -> None:
    modules = [*PAGES, REPOSITORY / "serve.py"]
    for room in ("components", "data", "tests"):
        modules += (REPOSITORY / room).rglob("*.py")
    found = {
        f"{module.relative_to(REPOSITORY)}: {text}"
        for module in modules
        for text in _remarks(module)
        if FIGURES_OF_SPEECH.search(text)
    }
    assert found == set()


def test_no_module_has_an_external_address() -> None:
    outside = re.compile(
        r"https?://(?!localhost|www\.w3\.org|\")|map_style"
    )  # w3.org names XML dialects; a bare scheme names no host
    for room in ("components", "pages"):
        for module in (REPOSITORY / room).rglob("*.py"):
            assert not outside.search(module.read_text(encoding="utf-8")), module.name


def test_all_files_have_the_same_version() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    citation = (REPOSITORY / "CITATION.cff").read_text(encoding="utf-8")
    package = (REPOSITORY / "data" / "datapackage.json").read_text(encoding="utf-8")
    changes = (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")
    assert project["project"]["version"] == VERSION
    assert f"version: {VERSION}" in citation
    assert f'"version": "{VERSION}"' in package
    assert f"## {VERSION}" in changes


def test_the_readme_names_every_page() -> None:
    assert [page.name for page in PAGES if page.stem not in README] == []


def test_continuous_integration_runs_the_test_command_of_the_readme() -> None:
    commands = re.findall(r"```bash\n(.+?)\n```", README, flags=re.DOTALL)
    script = (REPOSITORY / ".ci" / "run").read_text(encoding="utf-8")
    (tests,) = [command for command in commands if "pytest" in command]
    assert tests in script
    wanted = (REPOSITORY / "requirements-dev.txt").read_text(encoding="utf-8").splitlines()
    assert set(re.findall(r"uv==\S+", tests)) == {line for line in wanted if line.startswith("uv")}


def test_every_test_that_is_timed_exists() -> None:
    modules = [*(REPOSITORY / "tests").rglob("test_*.py")]
    code = "\n".join(module.read_text(encoding="utf-8") for module in modules)
    assert [name for name in TIMED if f"def {name}(" not in code] == []


def test_groups_of_tests_are_run_by_one_worker_and_the_browser_comes_last() -> None:
    machine = "tests/components/test_visit_machine.py"
    assert group(f"{machine}::TestVisit::runTest") == group(f"{machine}::test_steps")
    ids = ("tests/browser/test_svg.py::test_a", "tests/data/test_b.py::c", "tests/test_house.py::d")
    assert sorted(ids, key=place) == list(reversed(ids))
    for module in (*WHOLE, *LONGEST):
        assert place(f"{module}::test") < place(ids[0])
        assert (REPOSITORY / module).is_file()
