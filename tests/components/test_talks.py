"""Talks without a server: start, move, two windows, limits, expiry, wrong secrets and guesses."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from components.talks import talks as module
from components.talks.guesses import MOST_ADDRESSES, WINDOW_S, Guesses, network_of
from components.talks.talks import (
    ABANDONED_S,
    AWAY_S,
    CODE_LENGTH,
    ENDED_KEPT,
    MOST_PHONES,
    MOST_TALKS,
    MOST_WINDOWS,
    SIGNS,
    SILENT_S,
    EndedTalkError,
    FullError,
    Place,
    Talk,
    Talks,
    TalkState,
    UnknownTalkError,
    WrongSecretError,
    new_code,
    new_secret,
)


@dataclass
class Clock:
    """A clock that is set by hand."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def talks(clock: Clock) -> Talks:
    return Talks(clock)


def opened(talks: Talks, window: str = "a") -> Talk:
    """Start a talk of two slides, the second with three states, and open it."""
    talk = talks.start([1, 3])
    return talks.open_window(talk.code, talk.secret, window)


def state(talk: Talk) -> TalkState:
    """Return the present state of a talk."""
    return talk.state


def test_codes_and_secrets_are_random_and_long_enough() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert {len(code) for code in codes} == {CODE_LENGTH}
    assert len(SIGNS) ** CODE_LENGTH > 2**39
    assert not set("01oil") & set(SIGNS)
    assert len({new_secret() for _ in range(200)}) == 200


def test_a_code_in_use_is_not_drawn_again(clock: Clock) -> None:
    drawn: Iterator[str] = iter(["a", "a", "b"])
    talks = Talks(clock, draw_code=lambda: next(drawn))
    assert [talks.start([1]).code, talks.start([1]).code] == ["a", "b"]


def test_a_talk_is_found_by_its_code_as_it_is_typed(talks: Talks) -> None:
    talk = talks.start([1])
    typed = f" {talk.code[:4].upper()}-{talk.code[4:]} "
    assert talks.find(typed) is talk
    for wrong in ("", "x" * 10_000, talk.code[:-1]):
        with pytest.raises(UnknownTalkError):
            talks.find(wrong)


def test_the_audience_waits_until_the_presenter_comes(talks: Talks) -> None:
    talk = talks.start([1, 1])
    assert state(talk) is TalkState.WAITING
    talks.open_window(talk.code, talk.secret, "a")
    assert state(talk) is TalkState.RUNNING


@pytest.mark.parametrize("secret", ["", "wrong", "ключ", "\ud800"])
def test_a_presenter_needs_the_secret(talks: Talks, secret: str) -> None:
    talk = talks.start([1])
    with pytest.raises(WrongSecretError):
        talks.open_window(talk.code, secret, "b")
    assert talk.windows == set()
    with pytest.raises(UnknownTalkError):
        talks.open_window("another", talk.secret, "b")


@pytest.mark.parametrize("place", [Place(2, 0), Place(-1, 0), Place(0, 1), Place(1, 3)])
def test_a_place_that_the_deck_does_not_have_is_ignored(talks: Talks, place: Place) -> None:
    talk = opened(talks)
    assert not talks.move(talk, "a", place)
    assert talk.place == Place()


def test_the_window_that_moves_last_leads(talks: Talks) -> None:
    talk = opened(talks)
    talks.open_window(talk.code, talk.secret, "b")
    assert talks.move(talk, "a", Place(1, 0))
    assert talks.move(talk, "b", Place(1, 2))
    assert (talk.place, talk.leader) == (Place(1, 2), "b")
    talks.close_window(talk, "b")
    assert state(talk) is TalkState.RUNNING
    assert not talks.move(talk, "b", Place(0, 0))


def test_a_presenter_who_vanishes_is_away_and_comes_back(talks: Talks, clock: Clock) -> None:
    talk = opened(talks)
    clock.now += AWAY_S - 1
    assert talks.tick() == []
    clock.now += 1
    assert talks.tick() == [talk]
    assert state(talk) is TalkState.AWAY
    assert talks.tick() == []
    assert talks.hear(talk)
    assert not talks.hear(talk)
    assert state(talk) is TalkState.RUNNING
    talks.close_window(talk, "a")
    assert state(talk) is TalkState.AWAY
    talks.open_window(talk.code, talk.secret, "a2")
    assert state(talk) is TalkState.RUNNING


def test_an_ended_talk_is_forgotten(talks: Talks) -> None:
    talk = opened(talks)
    talks.end(talk)
    assert state(talk) is TalkState.ENDED
    assert not talks.move(talk, "a", Place(1, 0))
    talks.close_window(talk, "a")
    assert state(talk) is TalkState.ENDED
    with pytest.raises(EndedTalkError):
        talks.find(talk.code)
    talks.end(talk)
    for _ in range(ENDED_KEPT):
        talks.end(talks.start([1]))
    with pytest.raises(UnknownTalkError):
        talks.find(talk.code)
    assert len(talks) == 0


def test_a_silent_talk_ends(talks: Talks, clock: Clock) -> None:
    talk = opened(talks)
    clock.now += SILENT_S - 1
    talks.hear(talk)
    assert talks.tick() == []
    talks.move(talk, "a", Place(1, 1))
    clock.now += SILENT_S
    talks.hear(talk)
    assert talks.tick() == [talk]
    assert state(talk) is TalkState.ENDED
    assert len(talks) == 0


def test_a_new_talk_takes_the_place_of_an_abandoned_one_only(talks: Talks, clock: Clock) -> None:
    held = [talks.start([1]) for _ in range(MOST_TALKS)]
    for talk in held[1:]:
        talks.open_window(talk.code, talk.secret, "a")
    clock.now += ABANDONED_S - 1
    with pytest.raises(FullError):
        talks.start([1])
    clock.now += 1
    talks.start([1])
    assert state(held[0]) is TalkState.ENDED
    with pytest.raises(FullError):
        talks.start([1])
    assert len(talks) == MOST_TALKS


def test_phones_and_windows_have_limits(talks: Talks, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_PHONES >= 200
    monkeypatch.setattr(module, "MOST_PHONES", 1)
    talk = opened(talks)
    talks.open_phone(talk.code)
    with pytest.raises(FullError):
        talks.open_phone(talk.code)
    talks.close_phone(talk)
    assert talks.open_phone(talk.code).phones == 1
    for number in range(MOST_WINDOWS - 1):
        talks.open_window(talk.code, talk.secret, str(number))
    talks.open_window(talk.code, talk.secret, "a")
    with pytest.raises(FullError):
        talks.open_window(talk.code, talk.secret, "more")


def test_an_address_that_guesses_is_refused_for_a_minute(clock: Clock) -> None:
    guesses = Guesses(clock, most=3)
    for _ in range(3):
        assert not guesses.refuses("10.0.0.1")
        guesses.note("10.0.0.1")
    assert guesses.refuses("10.0.0.1")
    assert guesses.refuses("::ffff:10.0.0.1")
    assert not guesses.refuses("10.0.0.2")
    clock.now += WINDOW_S
    assert not guesses.refuses("10.0.0.1")
    assert len(guesses) == 0


def test_addresses_are_limited_not_kept_in_clear_and_forgotten(clock: Clock) -> None:
    guesses = Guesses(clock)
    for number in range(MOST_ADDRESSES + 5):
        guesses.note(f"10.0.{number // 256}.{number % 256}")
    assert len(guesses) == MOST_ADDRESSES
    assert {len(key) for key in guesses._wrong} == {32}
    assert not any(key.startswith(b"10.0") for key in guesses._wrong)
    guesses.forget()
    assert len(guesses) == 0


def test_a_network_of_one_guesser_is_one_address() -> None:
    assert network_of("2001:db8::1") == network_of("2001:db8::ffff:1%eth0")
    assert network_of("2001:db8::1") != network_of("2001:db8:0:1::1")
    assert network_of("nobody") == "nobody"
