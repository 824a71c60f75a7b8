"""References in citation styles: what they name, and their terms in each language."""

import pytest

from data.citation import DISSERTATION, TEAM, TITLE, VERSION, citation, reference
from data.language.languages import LANGUAGE_CODES, language
from data.references import (
    APA,
    GOST,
    PART,
    SOFTWARE,
    STYLES,
    THESIS,
    Reference,
    written_reference,
)

ATLAS = Reference(kind=SOFTWARE, title=TITLE)
FIGURE = Reference(
    kind=PART,
    title="Turnover & <b>balance</b>, 50 %",
    genre="chart",
    container=TITLE,
    address="https://atlas.example.org/trade?lang=kk&figure=trade_balance",
    day="29.11.2026",
)


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("style", [APA, GOST])
def test_a_reference_names_team_title_and_year(style: str, code: str) -> None:
    line = written_reference(ATLAS, style, code)
    assert line.startswith(f"{TEAM}. ")
    assert TITLE in line
    assert "2026" in line


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_the_reference_for_a_list_names_atlas_version_and_dissertation(code: str) -> None:
    words = language(code)
    line = reference(words)
    assert f"{words.gettext(TEAM)} (2026): {words.gettext(TITLE)}, " in line
    assert VERSION in line
    assert DISSERTATION in line


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_citation_of_publications_outside_the_dissertation_names_them_alone(code: str) -> None:
    words = language(code)
    line = citation(words, outside=("Yearbook 2023", "Yearbook 2024"))
    introduced = words.gettext("Outside the dissertation: {sources}")
    assert line.startswith(introduced.format(sources="Yearbook 2023; Yearbook 2024") + ". ")
    assert VERSION in line


def test_apa_names_the_version() -> None:
    assert f"(Version {VERSION})" in written_reference(ATLAS, APA, "en")


@pytest.mark.parametrize("style", [APA, GOST])
def test_a_figure_keeps_its_title_and_address_as_they_are(style: str) -> None:
    line = written_reference(FIGURE, style, "en")
    assert FIGURE.title in line
    assert FIGURE.address in line
    assert "\n" not in line


@pytest.mark.parametrize(
    ("code", "term"),
    [("en", "accessed"), ("kk", "дата обращения"), ("tr", "erişim"), ("ru", "дата обращения")],
)
def test_gost_names_the_day_of_access(code: str, term: str) -> None:
    assert f"({term}: 29.11.2026)" in written_reference(FIGURE, GOST, code)


def test_a_work_without_author_has_none() -> None:
    work = Reference(kind=THESIS, title="A title", genre="dissertation", of_team=False)
    assert written_reference(work, GOST, "en") == "A title: dissertation."


@pytest.mark.parametrize("style", [APA, GOST])
def test_the_styles_stand_beside_their_licence(style: str) -> None:
    licence = (STYLES / "LICENSE.txt").read_text(encoding="utf-8")
    assert f"{style}.csl" in licence
