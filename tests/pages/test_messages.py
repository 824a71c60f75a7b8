"""Messages of the browser: which changes of the choice they make, once and in order."""

import pytest
from streamlit.testing.v1 import AppTest

from data.choice.parameters import Filters
from tests.pages.opened import choice


def messages() -> None:
    """Process the messages in the session state as if the page head had sent them."""
    import streamlit as st  # noqa: PLC0415

    from components.page.visit import open_address, take_message, wanted_page  # noqa: PLC0415
    from components.process.figures import stored  # noqa: PLC0415

    open_address(*stored())
    for sent in st.session_state["sent"]:
        st.session_state["page_head"] = {"gesture": sent}
        take_message("page_head")
    st.session_state["wanted"] = wanted_page()


def sent(*messages_sent: object) -> AppTest:
    app = AppTest.from_function(messages)
    app.query_params["lang"] = "en"
    app.session_state["sent"] = messages_sent
    app.run()
    assert not app.exception
    return app


def message(number: int, *changes: tuple[str, str]) -> dict[str, object]:
    return {"tab": "one", "number": number, "changes": [list(change) for change in changes]}


def chosen(*changes: tuple[str, str]) -> Filters:
    """Return the filters after one message for each change."""
    return choice(sent(*(message(number, change) for number, change in enumerate(changes, 1))))


def test_messages_have_parameters_of_a_link() -> None:
    filters = chosen(
        ("years", "2019-2021"), ("sectors", "oil,gas"), ("selected", "RU"), ("asof", "2004")
    )
    assert (filters.years, filters.sectors) == ((2019, 2021), ("gas", "oil"))
    assert (filters.route, filters.as_of) == ("RU", 2004)
    assert chosen(("asof", "2004"), ("years", "2019-2021")).as_of is None
    assert chosen(("sectors", "oil"), ("sectors", "")).sectors == ()
    cleared = chosen(("sectors", "oil"), ("lang", "tr"), ("clear", ""))
    assert (cleared.sectors, cleared.language) == ((), "tr")


def test_changes_of_one_message_are_applied_in_order() -> None:
    together = message(
        1, ("sectors", "oil"), ("clear", ""), ("years", "2019-2020"), ("asof", "2004")
    )
    filters = choice(sent(together))
    assert (filters.sectors, filters.years, filters.as_of) == ((), (2019, 2020), 2004)


def test_a_repeated_or_late_message_is_processed_once() -> None:
    first, second = message(1, ("years", "2019-2021")), message(2, ("years", "2020-2021"))
    assert choice(sent(first, second, first)).years == (2020, 2021)
    assert choice(sent([first, second])).years == (2020, 2021)
    other_tab = {**message(1, ("years", "2018-2019")), "tab": "two"}
    assert choice(sent(first, second, other_tab)).years == (2018, 2019)


def test_a_message_can_change_filters_and_request_a_page() -> None:
    app = sent(message(1, ("page", "pages/survey.py"), ("section", "prospects")))
    assert app.session_state["wanted"] == "pages/survey.py"
    assert choice(app).section == "prospects"


@pytest.mark.parametrize(
    "garbage",
    [
        None,
        "years",
        ["years"],
        {"years": "2019-2020"},
        message(1, ("years", "1066-1492")),
        message(1, ("\N{BOMB}", "x")),
        message(0, ("years", "2019-2020")),
        message(1, ("years", "2019-2020" + "0" * 2_000_000)),
        message(1, ("selected", "\ud800")),
        {**message(1), "changes": [["years"], "years", None, ["years", 2019], {"years": 1}]},
        {**message(1), "changes": [["years", "2019-2020"]] * 500},
        {**message(1, ("years", "2019-2020")), "tab": ["one"]},
        {**message(1, ("years", "2019-2020")), "number": "1"},
        {**message(1, ("years", "2019-2020")), "number": True},
        {**message(1, ("years", "2019-2020")), "number": float("nan")},
        {**message(1, ("years", "2019-2020")), "number": 10**400},
    ],
    ids=lambda garbage: str(garbage)[:60],
)
def test_an_invalid_message_changes_nothing(garbage: object) -> None:
    assert choice(sent(garbage)) == choice(sent())
