"""The link of a view, its QR code, its chips, and what the panel says of a choice."""

from dataclasses import replace

import pytest
import segno
from hypothesis import given, settings

from components.chips import chips
from components.context_panel import context_panel
from components.page_head import PAGES
from components.share import LONGEST_LINK, qr_code, share_remarks
from data.dataset import Dataset, load_dataset
from data.filters import Filters, FilterSpace, filter_space, with_parameter
from data.languages import LANGUAGE_CODES, language
from tests.choices import choices

DATASET = load_dataset()
SPACE = filter_space(DATASET)


def test_a_code_holds_the_whole_link() -> None:
    link = "http://192.168.1.5:8501/trade?lang=kk&years=2019-2021"
    expected = segno.make(link, error="m", micro=False)
    assert qr_code(link) == expected.svg_data_uri(scale=4, border=3, light="white")
    assert qr_code("x" * (LONGEST_LINK + 1)) == ""


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_local_address_is_told_to_reach_nobody_else(code: str) -> None:
    local = share_remarks("http://localhost:8501/", language(code))
    shared = share_remarks("http://192.168.1.5:8501/", language(code))
    assert local[: len(shared)] == shared
    assert len(local) == len(shared) + 1


@given(choices(SPACE))
@settings(max_examples=60, deadline=None)
def test_letting_go_of_every_chip_leads_back_to_the_start(filters: Filters) -> None:
    words = language(filters.language)
    left = filters
    for _ in range(60):
        shown = chips(left, SPACE, dataset=DATASET, language=words)
        if not shown:
            break
        _label, parameter, code = shown[0]
        kept = ",".join(one for one in left.sectors if one != code) if code else ""
        changed = with_parameter(left, parameter, kept, SPACE)
        assert changed is not None
        left = changed
    rest = replace(left, view=filters.view, section=filters.section)
    start = SPACE.start(filters.language)
    assert rest == replace(start, view=filters.view, section=filters.section)


@given(choices(SPACE))
@settings(max_examples=40, deadline=None)
def test_the_panel_is_never_empty(filters: Filters) -> None:
    html = context_panel(dataset=DATASET, filters=filters, language=language(filters.language))
    assert html.count("<h4") >= 1
    assert "{" not in html.replace("{}", "")


def test_the_panel_names_what_goes_around_russia(dataset: Dataset, space: FilterSpace) -> None:
    html = context_panel(dataset=dataset, filters=space.start("en"), language=language("en"))
    around, through = html.partition("Through Russia")[::2]
    assert "Baku–Tbilisi–Ceyhan" in around
    assert "Caspian Pipeline Consortium" in through
    assert "Caspian Pipeline Consortium" not in around


def test_every_page_has_an_address_of_its_own() -> None:
    assert [entry.address for entry in PAGES][:2] == ["", "trade"]
    assert len({entry.address for entry in PAGES}) == len(PAGES)
