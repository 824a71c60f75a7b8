"""Templates: text is escaped, markup is kept, missing values raise errors."""

import re
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, UndefinedError
from jinja2.bccache import Bucket
from markupsafe import Markup

from components import templates
from components.assets import FOLDER
from components.cards.markup import folded, part_of_card
from components.templates import _Compiled, joined, macro

HOSTILE = '<script>alert(1)</script> & "x"'


def test_plain_text_in_the_place_of_markup_is_escaped() -> None:
    for html in (joined([HOSTILE]), part_of_card("", HOSTILE), folded("", HOSTILE)):  # type: ignore[arg-type]
        assert "<script" not in html
        assert "&lt;script&gt;" in html
    assert joined([Markup("<b>x</b>"), "<"]) == "<b>x</b>&lt;"


def test_a_missing_value_or_macro_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        macro("cards/markup.html", "page_heading")()
    with pytest.raises(AttributeError):
        macro("cards/markup.html", "no_such_macro")


def test_html_has_no_line_breaks_and_indentation_between_tags(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = """
    {% macro show(name) %}
      <p class="{% if name %}x{% endif %}">
        {{ name }} · <b>one</b>
      </p>
    {% endmacro %}
    """
    environment = templates._ENVIRONMENT.overlay(loader=DictLoader({"x.html": source}))
    monkeypatch.setattr(templates, "_ENVIRONMENT", environment)
    shown = macro("x.html", "show")("A")
    assert shown == '<p class="x">A · <b>one</b></p>'


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.html")), ids=lambda path: path.name)
def test_a_template_is_in_the_folder_of_the_module_that_uses_it(path: Path) -> None:
    module = path.with_suffix(".py")
    assert f'"{path.relative_to(FOLDER).as_posix()}"' in module.read_text(encoding="utf-8")


class _Kept(_Compiled):
    """Compiled templates in another folder, and how many of them a start has compiled."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.directory = str(folder)
        self.compiled = 0

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.compiled += 1
        super().dump_bytecode(bucket)


def _start(folder: Path, source: str = "{{ name }}") -> tuple[int, str]:
    """Return how many templates a new environment compiles for one, and what it shows."""
    kept = _Kept(folder)
    loader = DictLoader({"x.html": source})
    shown = Environment(loader=loader, bytecode_cache=kept).get_template("x.html").render(name="A")
    return kept.compiled, shown


@pytest.fixture
def _writing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let compiled code be written, whatever the environment says."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)


@pytest.mark.usefixtures("_writing")
def test_a_template_is_compiled_once_for_each_content(tmp_path: Path) -> None:
    assert [_start(tmp_path), _start(tmp_path)] == [(1, "A"), (0, "A")]
    assert _start(tmp_path, "{{ name }}!") == (1, "A!")


@pytest.mark.usefixtures("_writing")
def test_a_template_is_compiled_again_for_another_rule_of_line_breaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _start(tmp_path)
    monkeypatch.setattr(templates, "_LINE_BREAK", re.compile(r"\n"))
    assert _start(tmp_path) == (1, "A")


@pytest.mark.usefixtures("_writing")
@pytest.mark.parametrize("content", [b"", b"j2", b"something else", None])
def test_a_damaged_compiled_template_is_compiled_again(
    tmp_path: Path, content: bytes | None
) -> None:
    _start(tmp_path)
    (path,) = tmp_path.iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2] if content is None else content)
    assert _start(tmp_path) == (1, "A")
    assert path.read_bytes() == whole


@pytest.mark.usefixtures("_writing")
def test_an_unwritable_folder_only_costs_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [_start(tmp_path / "missing"), _start(tmp_path / "missing")] == [(1, "A"), (1, "A")]
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert _start(tmp_path) == (1, "A")
    assert list(tmp_path.iterdir()) == []
