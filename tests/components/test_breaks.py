"""Amounts, numbered names and ordinals stay on one line of a page; files keep plain texts."""

import re
from html import unescape

import pytest
from markupsafe import Markup

from components.cards.markup import figure_heading, small_heading
from components.figures.registry import FIGURES, build_figure
from components.templates import unbroken
from components.text.breaks import LONGEST, kept_together
from data.choice.parameters import FilterSpace
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset

TAG = re.compile(r"<[^>]+>")
TOGETHER = re.compile(r'<span class="nb">([^<]+)</span>')


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("oil, ≈ 30 billion barrels; gas", ["≈ 30 billion"]),
        ("мұнай – ≈ 30 млрд баррель", ["мұнай –", "≈ 30 млрд"]),
        ("as printed in Table 6 and Section 2.3.1", ["Table 6 and", "Section 2.3.1"]),
        ("профицит — Таблица 7", ["профицит —", "Таблица 7"]),
        ("Kaynak: Bölüm 2.3’te (Tablo 6)", ["Bölüm 2.3’te", "(Tablo 6)"]),
        ("2.3-бөлім, 2-кесте", ["2.3-бөлім,", "2-кесте"]),
        ("How both work together, 1991–2025", ["1991–2025"]),
        ("the largest: Baku–Tbilisi–Ceyhan, BTC", ["Baku–Tbilisi–Ceyhan,"]),
        ("totals: 2,750, 4,100 or 6,300", ["4,100 or"]),
        ("жобалар: 2020 жылы – 30; 2022 жылы – 60", ["2020 жылы – 30;", "2022 жылы – 60"]),
        ("2021 жылы 25,7%-ға өсті", ["2021 жылы", "25,7%-ға"]),
        ("Дереккөз: Б қосымшасы; Ә қосымшасы", ["Б қосымшасы;", "Ә қосымшасы"]),
        ("ТМҰ ЖІӨ-сінің ЕАЭО ЖІӨ-сіне қатынасы", ["ЖІӨ-сінің", "ЖІӨ-сіне"]),
        ("тасымал – 3 млн т, газ – 10 млрд м³", ["тасымал – 3 млн т,", "газ – 10 млрд м³"]),
        ("question 3, Annex B; Annex Ä", ["Annex B;", "Annex Ä"]),
        ("Приложение Б (¶ 5)", ["Приложение Б"]),
        ("two  spaces ", []),
        ("", []),
    ],
)
def test_what_belongs_together_is_not_broken(text: str, together: list[str]) -> None:
    marked = unbroken(text)
    assert TOGETHER.findall(str(marked)) == together
    assert TAG.sub("", str(marked)) == text
    assert all(len(one) <= LONGEST for one in together)


def test_plain_texts_are_kept_together_by_signs_that_are_not_seen() -> None:
    assert kept_together("7-кесте және 2.3-бөлім, 2018–2021, 3 млн т") == (
        "7-\u2060кесте және 2.3-\u2060бөлім, 2018–\u20602021, 3\xa0млн\xa0т"
    )


def test_texts_are_escaped_once_and_markup_is_kept() -> None:
    assert unbroken("3 <b> & 4 t") == Markup('3 &lt;b&gt; <span class="nb">&amp; 4 t</span>')
    assert unbroken(Markup("<b>Table 6</b>")) == "<b>Table 6</b>"


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_headings_of_figures_keep_their_words(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    for name in FIGURES:
        figure = build_figure(name, dataset=dataset, filters=space.start(code))
        small = small_heading(figure, hint="", conflicts=0, links=(), language=words)
        for heading in (figure_heading(figure), small):
            assert figure.headline in unescape(TAG.sub("", heading))
