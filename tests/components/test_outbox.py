"""Outbox of a browser tab: order, repetition and merging of messages."""

import pytest

from tests.scripts import Outbox


@pytest.fixture
def outbox() -> Outbox:
    made = Outbox()
    made.connect()
    return made


def test_one_message_is_sent_at_a_time_and_the_newest_value_follows(outbox: Outbox) -> None:
    for year in (2022, 2021, 2020):
        outbox.put(years=f"2018-{year}")
    (first,) = outbox.sent()
    assert first["changes"] == [["years", "2018-2022"]]
    assert outbox.pending("years") == "2018-2020"
    outbox.confirm(outbox.tab, first["number"])
    (second,) = outbox.sent()
    assert second["changes"] == [["years", "2018-2020"]]
    assert second["number"] > first["number"]
    outbox.confirm(outbox.tab, second["number"])
    assert outbox.pending("years") is None
    assert not outbox.state("busy")


def test_a_message_is_the_latest_if_nothing_was_sent_or_confirmed_after_it(outbox: Outbox) -> None:
    assert outbox.is_latest("", 0)
    outbox.put(asof="2005")
    assert not outbox.is_latest("", 0)
    (first,) = outbox.sent()
    outbox.confirm(outbox.tab, first["number"])
    assert outbox.is_latest(outbox.tab, first["number"])
    # Data from before the first message, and from another tab, may come late.
    assert not outbox.is_latest("", 0)
    assert not outbox.is_latest("another", first["number"])
    outbox.put(asof="2004")
    assert not outbox.is_latest(outbox.tab, first["number"])
    (second,) = outbox.sent()
    outbox.confirm(outbox.tab, second["number"])
    assert not outbox.is_latest(outbox.tab, first["number"])
    assert outbox.is_latest(outbox.tab, second["number"])


def test_data_of_a_restarted_server_are_the_latest(outbox: Outbox) -> None:
    outbox.put(asof="2005")
    (first,) = outbox.sent()
    outbox.confirm(outbox.tab, first["number"])
    outbox.reconnected()
    assert outbox.is_latest("", 0)
    outbox.put(asof="2004")
    assert not outbox.is_latest("", 0)


def test_an_address_from_the_history_is_of_the_latest_message(outbox: Outbox) -> None:
    outbox.put(asof="2005")
    (first,) = outbox.sent()
    outbox.confirm(outbox.tab, first["number"])
    outbox.put(asof="2004")
    outbox.leave()
    assert outbox.is_latest(outbox.tab, first["number"])


def test_different_parameters_wait_together(outbox: Outbox) -> None:
    outbox.put(years="2018-2022")
    outbox.put(sectors="oil")
    outbox.put(selected="btc")
    outbox.put(sectors="gas,oil")
    (first,) = outbox.sent()
    outbox.confirm(outbox.tab, first["number"])
    (second,) = outbox.sent()
    assert second["changes"] == [["selected", "btc"], ["sectors", "gas,oil"]]


def test_an_unconfirmed_message_is_sent_again_with_its_number(outbox: Outbox) -> None:
    outbox.put(years="2018-2022")
    outbox.pass_time(60_000)
    messages = outbox.sent()
    assert len(messages) > 3
    assert {message["number"] for message in messages} == {messages[0]["number"]}
    assert outbox.state("unanswered")
    outbox.confirm("another", messages[0]["number"])
    assert outbox.state("busy")
    outbox.confirm(outbox.tab, messages[0]["number"])
    outbox.pass_time(60_000)
    assert outbox.sent() == []


def test_a_page_request_is_not_repeated_while_the_page_may_be_loading(
    outbox: Outbox,
) -> None:
    outbox.put(page="pages/trade.py")
    outbox.pass_time(14_000)
    assert len(outbox.sent()) == 1
    outbox.pass_time(2_000)
    assert len(outbox.sent()) == 1


def test_a_message_lost_with_the_connection_is_sent_again(outbox: Outbox) -> None:
    outbox.reconnected()
    assert outbox.sent() == []
    outbox.put(page="pages/trade.py")
    (first,) = outbox.sent()
    outbox.reconnected()
    assert outbox.sent() == [first]


def test_clear_all_cancels_the_changes_waiting_before_it(outbox: Outbox) -> None:
    outbox.put(years="2018-2022")
    outbox.put(sectors="oil")
    outbox.put(clear="")
    outbox.put(selected="btc")
    (first,) = outbox.sent()
    outbox.confirm(outbox.tab, first["number"])
    (second,) = outbox.sent()
    assert second["changes"] == [["clear", ""], ["selected", "btc"]]
    assert outbox.pending("sectors") is None


def test_no_message_is_sent_during_a_page_change(outbox: Outbox) -> None:
    outbox.put(page="pages/trade.py")
    assert outbox.state("turning")
    outbox.put(years="2018-2022")
    (first,) = outbox.sent()
    outbox.confirm(outbox.tab, first["number"])
    assert not outbox.state("turning")
    (second,) = outbox.sent()
    assert second["changes"] == [["years", "2018-2022"]]


def test_a_new_address_discards_unsent_changes(outbox: Outbox) -> None:
    outbox.put(years="2018-2022")
    outbox.put(sectors="oil")
    outbox.sent()
    outbox.leave()
    assert outbox.pending("years") is None
    outbox.put(selected="btc")
    assert outbox.sent() == []
    outbox.pass_time(16_000)
    assert [message["changes"] for message in outbox.sent()] == [[["selected", "btc"]]]


def test_the_address_of_a_reload_includes_unconfirmed_changes(outbox: Outbox) -> None:
    outbox.put(years="2018-2022")
    outbox.put(sectors="gas,oil")
    outbox.put(page="pages/trade.py")
    assert outbox.applied("lang=kk&years=2019-2020&selected=btc") == (
        "lang=kk&years=2018-2022&selected=btc&sectors=gas%2Coil"
    )
    outbox.put(clear="")
    assert outbox.applied("lang=kk&selected=btc") == "lang=kk"


def test_a_confirmed_value_is_kept_for_controls_that_are_drawn_after_the_head(
    outbox: Outbox,
) -> None:
    outbox.put(asof="2010")
    (first,) = outbox.sent()
    before, drawn = (outbox.tab, first["number"] - 1), (outbox.tab, first["number"])
    outbox.confirm(*drawn)
    assert outbox.pending("asof") is None
    assert outbox.pending("asof", before) == "2010"
    assert outbox.pending("asof", ("", 0)) == "2010"
    assert outbox.pending("asof", drawn) is None
    outbox.put(asof="2011")
    assert outbox.pending("asof", drawn) == "2011"


@pytest.mark.parametrize("discard", ["clear", "leave"])
def test_clear_and_a_new_address_discard_confirmed_values(outbox: Outbox, discard: str) -> None:
    outbox.put(asof="2010")
    outbox.confirm(outbox.tab, outbox.sent()[-1]["number"])
    assert outbox.pending("asof", (outbox.tab, 0)) == "2010"
    if discard == "leave":
        outbox.leave()
    else:
        outbox.put(clear="")
        outbox.confirm(outbox.tab, outbox.sent()[-1]["number"])
    assert outbox.pending("asof", (outbox.tab, 0)) is None


def test_what_is_kept_is_sent_before_the_next_change(outbox: Outbox) -> None:
    outbox.hold(camera="41,51,5")
    outbox.hold(camera="42,51,5")
    assert outbox.sent() == []
    assert (outbox.pending("camera"), outbox.state("holding")) == ("42,51,5", True)
    assert outbox.applied("lang=en") == "lang=en&camera=42%2C51%2C5"
    outbox.put(selected="btc")
    (message,) = outbox.sent()
    assert message["changes"] == [["camera", "42,51,5"], ["selected", "btc"]]
    assert not outbox.state("holding")
    outbox.confirm(outbox.tab, message["number"])
    assert not outbox.state("busy")
    assert outbox.sent() == []


def test_what_is_kept_can_be_sent_alone_and_gives_way_to_a_newer_value(outbox: Outbox) -> None:
    assert not outbox.flush()
    outbox.hold(camera="41,51,5")
    assert outbox.flush()
    (message,) = outbox.sent()
    assert message["changes"] == [["camera", "41,51,5"]]
    outbox.confirm(outbox.tab, message["number"])
    outbox.hold(camera="42,51,5")
    outbox.put(camera="")
    (message,) = outbox.sent()
    assert message["changes"] == [["camera", ""]]
    outbox.hold(camera="43,51,5")
    outbox.leave()
    assert not outbox.state("holding")
