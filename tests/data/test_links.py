"""Migration of links of earlier versions."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.choice.link_text import LONGEST_NAME, QUOTED_LENGTH, is_tracking, parameter_name, quoted
from data.choice.migrations import MIGRATIONS, Migration, given_values, migrated
from data.choice.parameters import PARAMETERS, FilterSpace, filter_space
from data.choice.reading import from_query, to_query
from data.load.dataset import load_dataset

SPACE = filter_space(load_dataset())
CODES = [(change, *pair) for change in MIGRATIONS for pair in change.codes]
MOVED_NAMES = {name for change in MIGRATIONS for name in (change.parameter, change.renamed)}

names = st.sampled_from([*sorted(MOVED_NAMES), "lang", "years", "asof"]) | st.text()
texts = st.sampled_from([text for _, *pair in CODES for text in pair] + ["btc"]) | st.text()
links = st.dictionaries(names, texts)


def test_the_route_of_an_old_link_is_selected() -> None:
    assert migrated({"route": "btc"}) == {"selected": "btc"}
    filters, refusals = from_query({"route": "btc"}, SPACE, "en")
    assert (filters.route, refusals) == ("btc", ())
    assert to_query(filters, SPACE) == {"lang": "en", "selected": "btc"}


def test_the_code_of_the_contract_of_the_century_becomes_that_of_its_field() -> None:
    assert migrated({"route": "contract-of-the-century"}) == {"selected": "acg"}
    filters, refusals = from_query({"route": "contract-of-the-century"}, SPACE, "en")
    assert (filters.route, refusals) == ("acg", ())


def test_every_code_of_an_old_link_is_still_selected() -> None:
    assert SPACE.routes
    for code in SPACE.routes:
        filters, refusals = from_query({"route": code}, SPACE, "en")
        assert (filters.route, refusals) == (code, ())


@pytest.mark.parametrize(
    "query", [{"route": "cpc", "selected": "btc"}, {"selected": "btc", "route": "cpc"}]
)
def test_a_link_with_old_and_new_name_uses_the_new_one(query: dict[str, str]) -> None:
    assert migrated(query) == {"route": "cpc", "selected": "btc"}
    filters, refusals = from_query(query, SPACE, "en")
    assert filters.route == "btc"
    assert [(refusal.parameter, refusal.text) for refusal in refusals] == [("route", "cpc")]


def test_parameters_keep_their_order() -> None:
    query = {"lang": "kk", "route": "btc", "years": "2019-2020"}
    assert list(migrated(query).items()) == [
        ("lang", "kk"),
        ("selected", "btc"),
        ("years", "2019-2020"),
    ]


def test_a_code_is_migrated_only_in_its_parameter() -> None:
    query = {"view": "contract-of-the-century", "x": "route", "selected": "route"}
    assert migrated(query) == query


@given(links)
@example({"route": "contract-of-the-century"})
@example({"route": "contract-of-the-century", "selected": "btc"})
def test_migration_is_idempotent(query: dict[str, str]) -> None:
    once = migrated(query)
    assert migrated(once) == once


@given(links)
@example({"route": "btc", "lang": "kk", "x": ""})
def test_migration_keeps_every_parameter(query: dict[str, str]) -> None:
    moved = migrated(query)
    assert len(moved) == len(query)
    unrelated = {name: text for name, text in query.items() if name not in MOVED_NAMES}
    assert {name: text for name, text in moved.items() if name not in MOVED_NAMES} == unrelated


@given(links)
@example({"route": "btc"})
def test_migration_does_not_modify_its_input(query: dict[str, str]) -> None:
    before = dict(query)
    migrated(query)
    assert query == before


@given(links)
@example({"selected": "btc", "lang": "en"})
def test_a_current_link_is_not_changed_by_migration(query: dict[str, str]) -> None:
    today = {name: text for name, text in query.items() if name in PARAMETERS}
    assert migrated(today) == today


@pytest.mark.parametrize("case", CODES, ids=[before for _, before, _ in CODES])
def test_every_code_of_a_migration_is_valid_today(case: tuple[Migration, str, str]) -> None:
    change, before, since = case
    for code in (before, since):
        filters, refusals = from_query({change.parameter: code}, SPACE, "en")
        assert refusals == ()
        assert since in to_query(filters, SPACE).values()


@pytest.mark.parametrize("change", MIGRATIONS)
def test_every_earlier_name_becomes_a_current_name(change: Migration) -> None:
    name = change.parameter
    assert name not in PARAMETERS, "a name of today is moved away"
    (moved,) = migrated({name: "x"})
    assert moved in PARAMETERS


def test_there_are_migrated_codes_to_test() -> None:
    assert [(before, since) for _, before, since in CODES] == [("contract-of-the-century", "acg")]


def test_a_refusal_quotes_the_link_unchanged(space: FilterSpace) -> None:
    _filters, refusals = from_query({"route": "nowhere"}, space, "en")
    assert [(refused.parameter, refused.text) for refused in refusals] == [("route", "nowhere")]
    query = {"route": "contract-of-the-century", "selected": "btc"}
    filters, refusals = from_query(query, space, "en")
    assert filters.route == "btc"
    assert [refused.parameter for refused in refusals] == ["route"]


@pytest.mark.parametrize(
    ("name", "plain"),
    [("Years", "years"), ("amp;lang", "lang"), (" LANG ", "lang"), ("x" * 500, "x" * LONGEST_NAME)],
)
def test_parameter_names_are_compared_without_case_and_html_remains(name: str, plain: str) -> None:
    assert parameter_name(name) == plain


def test_no_parameter_of_the_atlas_is_taken_for_a_tracking_one() -> None:
    assert not [name for name in [*PARAMETERS, *MOVED_NAMES] if is_tracking(name)]
    assert is_tracking("utm_source")
    assert not is_tracking("reference")


@given(st.text(alphabet=st.characters(codec=None)))
def test_quoted_text_can_be_encoded(text: str) -> None:
    assert len(quoted(text).encode("utf-8")) <= 4 * QUOTED_LENGTH


def test_values_under_the_current_name_come_first() -> None:
    given_both = given_values({"route": "cpc", "SELECTED": "bte", "selected": ["btc", "ceyhan"]})
    assert [value.text for value in given_both["selected"]] == ["btc", "ceyhan", "cpc", "bte"]
