"""Link of a view, QR code, chips, and panel of the landing page."""

import time
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from components.controls.chips import chips
from components.controls.page_head import PAGES
from components.controls.share import (
    LONGEST_LINK,
    _drawn_code,
    link_content,
    qr_code,
    share_remarks,
    view_citation,
)
from components.overview.panel import context_panel
from data.choice.parameters import PARAMETERS, Filters, FilterSpace, filter_space
from data.choice.reading import with_parameter
from data.citation import citation
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset, load_dataset
from tests.choices import choices

DATASET = load_dataset()
SPACE = filter_space(DATASET)


def test_a_qr_code_contains_the_whole_link() -> None:
    link = "http://192.168.1.5:8501/trade?lang=kk&years=2019-2021"
    expected = segno.make(link, error="m", micro=False)
    assert qr_code(link) == expected.svg_data_uri(scale=4, border=3, light="white")
    assert qr_code(link + "x" * LONGEST_LINK) == ""


NO_ADDRESSES = [
    "http://[::1",
    "http://host:99999/",
    "http://host/" + "ж" * 1500,
    "https://\ud800/",
    "http://host/?a=\udfff",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "//host/path",
    "http:///path",
    "http://",
    "host/path",
    "\x00",
    "http://host/" + "x" * 2_000_000,
]


@pytest.mark.parametrize("address", NO_ADDRESSES, ids=lambda address: repr(address[:20]))
def test_an_invalid_web_address_has_no_qr_code_and_no_remark(address: str) -> None:
    started = time.perf_counter()
    assert qr_code(address) == ""
    assert share_remarks(address, language("en")) == []
    assert time.perf_counter() - started < 0.5


@given(st.text(alphabet=st.characters(codec=None)) | st.from_regex(r"https?://.{0,40}"))
@settings(max_examples=60, deadline=None)
def test_any_address_is_handled_without_an_error(address: str) -> None:
    assert qr_code(address).startswith(("", "data:image/svg"))
    assert len(share_remarks(address, language("en"))) <= 2


def test_a_long_address_is_not_cached() -> None:
    caches = [_drawn_code, urlsplit]
    before = [cache.cache_info().currsize for cache in caches]  # type: ignore[attr-defined]
    qr_code("http://host/" + "y" * 2_000_000)
    share_remarks("http://host/" + "z" * 2_000_000, language("en"))
    after = [cache.cache_info().currsize for cache in caches]  # type: ignore[attr-defined]
    assert after == before


def test_a_link_says_what_it_contains() -> None:
    words, start = language("en"), SPACE.start("en")
    assert "nothing else" in link_content(start, SPACE, dataset=DATASET, language=words)
    chosen = replace(start, years=(2019, 2020), sectors=("gas", "oil"), view=SPACE.views[1])
    said = link_content(chosen, SPACE, dataset=DATASET, language=words)
    assert "2019–2020; Sectors: Natural gas, Oil; View of the map: " in said


@given(choices(SPACE))
@settings(max_examples=40, deadline=None)
def test_whatever_a_link_carries_is_named(filters: Filters) -> None:
    start = SPACE.start(filters.language)
    said = link_content(filters, SPACE, dataset=DATASET, language=language(filters.language))
    named = (one for one in PARAMETERS.values() if one.differs(filters, start) and not one.always)
    for parameter in named:
        words = language(filters.language)
        for text, _code in parameter.chips(parameter.value(filters), DATASET, words):
            assert text in said


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_citation_names_source_atlas_page_and_filters(code: str) -> None:
    words = language(code)
    chosen = replace(SPACE.start(code), years=(2019, 2020))
    cited = view_citation("Trade", chosen, SPACE, dataset=DATASET, language=words)
    assert cited.startswith(citation(words))
    assert cited.endswith("“Trade” (2019–2020).")
    plain = view_citation("Trade", SPACE.start(code), SPACE, dataset=DATASET, language=words)
    assert plain.endswith("“Trade”.")


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_local_address_has_a_remark_that_it_works_on_this_computer_only(code: str) -> None:
    shared = share_remarks("http://192.168.1.5:8501/", language(code))
    for host in ("localhost:8501", "LOCALHOST", "127.0.0.1", "127.1.2.3", "[::1]:8501", "0.0.0.0"):
        local = share_remarks(f"http://{host}/", language(code))
        assert local[: len(shared)] == shared
        assert len(local) == len(shared) + 1


@given(choices(SPACE))
@settings(max_examples=60, deadline=None)
def test_removing_every_chip_restores_the_default_filters(filters: Filters) -> None:
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
    start = SPACE.start(filters.language)
    for name in ("view", "camera", "section", "tab", "search", "figure", "panel", "lines"):
        # Controls within a page, which have no chip.
        value = getattr(filters, name)
        left, start = (replace(one, **{name: value}) for one in (left, start))
    assert left == start


@given(choices(SPACE))
@settings(max_examples=40, deadline=None)
def test_the_panel_is_never_empty(filters: Filters) -> None:
    html = context_panel(dataset=DATASET, filters=filters, language=language(filters.language))
    assert html.count("<h3") >= 2
    assert "{" not in html.replace("{}", "")


def test_the_panel_names_pipelines_that_bypass_russia(dataset: Dataset, space: FilterSpace) -> None:
    html = context_panel(dataset=dataset, filters=space.start("en"), language=language("en"))
    around, through = html.partition("Through Russia")[::2]
    assert "Baku–Tbilisi–Ceyhan" in around
    assert "Caspian Pipeline Consortium" in through
    assert "Caspian Pipeline Consortium" not in around


def test_every_page_has_an_address_of_its_own() -> None:
    assert [entry.address for entry in PAGES][:2] == ["", "trade"]
    assert len({entry.address for entry in PAGES}) == len(PAGES)
