"""Templates: text is escaped, markup is kept, missing values raise errors."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, UndefinedError
from markupsafe import Markup

from components import templates
from components.assets import FOLDER
from components.cards.markup import folded, part_of_card
from components.templates import joined, macro

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
