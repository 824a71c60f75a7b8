"""Routes of talks: start, pages, decks for phones, moves over websockets, refusals and the end."""

import asyncio
import gzip
import json
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from starlette.applications import Starlette

from components.export.deck_kinds import DeckOptions
from components.export.deck_worker import Build, BuildState
from components.export.held_decks import HELD
from components.export.worker import BusyError
from components.server.guard import Guard
from components.server.settings import Settings
from components.talks import decks, service, sockets
from components.talks.guesses import MOST_GUESSES
from components.talks.pages import AUDIENCE, PRESENTER, page_policy
from components.talks.room import Room
from components.talks.route import talk_routes
from components.talks.talks import AWAY_S, MOST_TALKS
from data.decks.model import ANY, Deck, Slide, Step, Words
from data.language.languages import LANGUAGE_CODES
from tests.routes import Answer, Line, answered

APP = Guard(Starlette(routes=talk_routes()), Settings())
DECK = Deck(
    slides=(
        Slide(message=Words({ANY: "One"}), notes=Words({ANY: "whispered"})),
        Slide(figure="trade_balance", steps=(Step(choice="years=2019-2020"), Step())),
    )
)


class FakeWorker:
    """A worker that builds at once, after it was busy; one language fails and one is too large."""

    def __init__(self) -> None:
        self.busy = 1
        self.forgotten: list[object] = []

    def ask(self, key: object, deck: str, request: DeckOptions) -> Build:
        del key
        if self.busy:
            self.busy -= 1
            raise BusyError
        assert not request.notes
        state = BuildState.FAILED if request.code == "ru" else BuildState.READY
        return Build(deck, request, state=state, content=f"<p>{request.code}".encode())

    def cancel(self, key: object) -> None:
        del key

    def forget(self, key: object) -> None:
        self.forgotten.append(key)


class Clock:
    """A clock that is set by hand."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


CLOCK = Clock()


@pytest.fixture(autouse=True)
def room(monkeypatch: pytest.MonkeyPatch) -> Room:
    """A room of its own for each test, whose decks are built at once."""
    made = Room(CLOCK)
    monkeypatch.setattr(service, "ROOM", made)
    monkeypatch.setattr(sockets, "ROOM", made)
    monkeypatch.setattr(decks, "WORKER", FakeWorker())
    monkeypatch.setattr(decks, "LOOK_S", 0.0)
    return made


async def post(path: str, said: object, **fields: str) -> Answer:
    return await answered(
        APP, path, method="POST", body=json.dumps(said).encode(), fields=dict(fields)
    )


async def started(**more: str) -> dict[str, Any]:
    """Start a talk, and return what the presenter learns."""
    answer = await post("talk", {"deck": HELD.hold(DECK), "lang": "kk", "theme": "dark", **more})
    assert answer.status == 200
    assert answer.headers["cache-control"] == "no-store"
    content: dict[str, Any] = json.loads(answer.body)
    return content


async def lead(talk: dict[str, Any]) -> Line:
    """Open a window of the presenter; its first two messages are read."""
    line = Line(APP, f"talk/{talk['code']}/lead")
    line.say(secret=talk["secret"])
    assert "deck" in await line.told()
    await line.told()
    return line


async def told_until(line: Line, found: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    while not found(message := await line.told()):
        pass
    return message


def run(scene: Coroutine[Any, Any, None]) -> None:
    asyncio.run(scene)


def test_a_talk_starts_with_a_code_a_secret_and_an_address_for_the_wall() -> None:
    async def scene() -> None:
        talk = await started()
        assert talk["address"] == f"http://atlas/talk/{talk['code']}"
        assert talk["qr"].startswith("data:image/svg+xml")
        line = Line(APP, f"talk/{talk['code']}/lead")
        line.say(secret=talk["secret"])
        welcome = await line.told()
        assert welcome["deck"].endswith(".html?lang=kk&theme=dark&notes=1")
        assert (await line.told())["state"] == "running"

    run(scene())


@pytest.mark.parametrize(
    ("said", "status"),
    [({}, 404), ({"deck": "gone"}, 404), ([], 404), ({"deck": "x" * 5000}, 404)],
)
def test_a_talk_needs_a_deck_of_the_server(said: object, status: int) -> None:
    async def scene() -> None:
        assert (await post("talk", said)).status == status

    run(scene())


def test_a_deck_without_slides_is_no_talk() -> None:
    async def scene() -> None:
        assert (await post("talk", {"deck": HELD.hold(Deck())})).status == 400

    run(scene())


def test_pages_of_other_sites_start_and_end_nothing() -> None:
    async def scene() -> None:
        talk = await started()
        for fields in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}):
            order = {"deck": HELD.hold(DECK), "secret": talk["secret"]}
            assert (await post("talk", order, **fields)).status == 403
            assert (await post(f"talk/{talk['code']}/end", order, **fields)).status == 403
        order = {"secret": talk["secret"]}
        assert (await post(f"talk/{talk['code']}/end", order, origin="http://atlas")).status == 200

    run(scene())


def test_the_number_of_talks_is_limited() -> None:
    async def scene() -> None:
        for _ in range(MOST_TALKS):
            await started()
        assert (await post("talk", {"deck": HELD.hold(DECK)})).status == 503

    run(scene())


@pytest.mark.parametrize(("accepted", "code"), [("kk-KZ,ru;q=0.5", "kk"), ("tr", "tr"), ("", "en")])
def test_a_phone_gets_a_page_in_its_language_without_secrets(accepted: str, code: str) -> None:
    async def scene() -> None:
        talk = await started()
        page = await answered(APP, f"talk/{talk['code']}", fields={"accept-language": accepted})
        assert page.status == 200
        assert f'<html lang="{code}">' in page.text
        assert talk["secret"] not in page.text
        assert "whispered" not in page.text
        policy = page.headers["content-security-policy"]
        assert "frame-ancestors 'none'" in policy
        assert "ws://atlas" in policy
        assert "unsafe-inline'; script" not in policy
        assert page.headers["x-content-type-options"] == "nosniff"
        assert page.headers["cache-control"] == "no-store"
        asked = await answered(
            APP, f"talk/{talk['code']}?lang=ru", fields={"accept-language": "kk"}
        )
        assert '<html lang="ru">' in asked.text

    run(scene())


def test_the_page_of_the_presenter_contains_nothing_that_only_the_presenter_may_know() -> None:
    async def scene() -> None:
        talk = await started()
        page = await answered(APP, f"talk/{talk['code']}/present?lang=kk")
        assert page.status == 200
        assert talk["secret"] not in page.text
        assert HELD.hold(DECK) not in page.text

    run(scene())


def test_policies_allow_the_own_script_only() -> None:
    for name in (AUDIENCE, PRESENTER):
        policy = page_policy(name, 'a"; script-src *')
        assert "script-src 'sha256-" in policy
        assert "*" not in policy
        assert policy.count("script-src") == 1


def test_decks_are_compressed_once_and_kept_by_browsers(room: Room) -> None:
    async def scene() -> None:
        talk = await started()
        early = await answered(APP, f"talk/{talk['code']}/deck/kk")
        assert early.status == 503
        running = room.find(talk["code"], "")
        await running.tasks[0]
        path = f"talk/{talk['code']}/deck/kk"
        deck = await answered(APP, path, fields={"accept-encoding": "gzip, br"})
        assert deck.headers["content-encoding"] == "gzip"
        assert deck.body == running.decks.files["kk"].content
        assert gzip.decompress(deck.body) == b"<p>kk"
        assert "immutable" in deck.headers["cache-control"]
        assert "frame-ancestors 'self'" in deck.headers["content-security-policy"]
        assert (await answered(APP, path)).body == b"<p>kk"
        tag = deck.headers["etag"]
        assert (await answered(APP, path, fields={"if-none-match": tag})).status == 304
        assert (await answered(APP, f"talk/{talk['code']}/deck/ru")).status == 503
        assert running.decks.failed == {"ru"}
        assert set(running.decks.files) == set(LANGUAGE_CODES) - {"ru"}

    run(scene())


def test_decks_of_a_talk_have_a_limit(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene() -> None:
        monkeypatch.setattr(decks, "LARGEST_TOTAL", 60)
        talk = await started()
        running = room.find(talk["code"], "")
        running.decks.wish("tr")
        running.decks.wish("nothing")
        await running.tasks[0]
        assert "tr" in running.decks.files
        assert len(running.decks.failed) >= 2

    run(scene())


def test_phones_follow_the_presenter_step_by_step() -> None:
    async def scene() -> None:
        talk = await started()
        phone = Line(APP, f"talk/{talk['code'].upper()}/follow?lang=tr")
        await told_until(phone, lambda one: one.get("state") == "waiting")
        window = await lead(talk)
        window.say(slide=1, step=2, number=1)
        found = await told_until(phone, lambda one: one.get("step") == 2)
        assert (found["slide"], found["state"]) == (1, "running")
        seen = await told_until(window, lambda one: one.get("heard") == 1)
        assert (seen["phones"], seen["leads"]) == (1, True)
        for wrong in ({"slide": 9, "step": 0}, {"slide": True, "step": 0}, {"slide": "1"}):
            window.say(**wrong, number=2)
        window.say(slide=0, step=0, number=3)
        assert (await told_until(phone, lambda one: one.get("step") == 0))["slide"] == 0
        window.close()
        await told_until(phone, lambda one: one.get("state") == "away")

    run(scene())


def test_of_two_windows_the_one_that_moves_last_leads() -> None:
    async def scene() -> None:
        talk = await started()
        first, second = await lead(talk), await lead(talk)
        second.say(slide=1, step=0, number=1)
        assert (await told_until(second, lambda one: one.get("heard") == 1))["leads"]
        seen = await told_until(first, lambda one: one.get("slide") == 1)
        assert not seen["leads"]
        first.say(slide=0, step=0, number=1)
        assert not (await told_until(second, lambda one: one.get("slide") == 0))["leads"]

    run(scene())


def test_a_second_presenter_needs_the_secret() -> None:
    async def scene() -> None:
        talk = await started()
        thief = Line(APP, f"talk/{talk['code']}/lead")
        thief.say(secret="guessed")
        assert await thief.code() == sockets.WRONG_SECRET
        answer = await post(f"talk/{talk['code']}/end", {"secret": "guessed"})
        assert answer.status == 403
        for message in ("x" * 1000, "[]", None):
            line = Line(APP, f"talk/{talk['code']}/lead")
            line.say_text(message)
            assert await line.code() in (sockets.INVALID, sockets.WRONG_SECRET)

    run(scene())


def test_a_presenter_who_says_nothing_is_away(room: Room) -> None:
    async def scene() -> None:
        talk = await started()
        phone = Line(APP, f"talk/{talk['code']}/follow")
        window = await lead(talk)
        CLOCK.now += AWAY_S
        room.tick()
        await told_until(phone, lambda one: one.get("state") == "away")
        window.say(beat=1)
        await told_until(phone, lambda one: one.get("state") == "running")

    run(scene())


def test_an_ended_talk_tells_its_phones_and_leaves_nothing(room: Room) -> None:
    async def scene() -> None:
        talk = await started()
        phone, window = Line(APP, f"talk/{talk['code']}/follow"), await lead(talk)
        running = room.find(talk["code"], "")
        room.guesses.note("10.0.0.9")
        window.say(end=True)
        await told_until(phone, lambda one: one.get("state") == "ended")
        assert await phone.code() == sockets.ENDED
        late = Line(APP, f"talk/{talk['code']}/follow")
        assert await late.code() == sockets.ENDED
        page = await answered(APP, f"talk/{talk['code']}", fields={"accept-language": "en"})
        assert (page.status, "The talk has ended." in page.text) == (410, True)
        again = await post(f"talk/{talk['code']}/end", {"secret": talk["secret"]})
        assert again.status == 200
        assert (running.decks.files, len(room.talks), len(room.guesses)) == ({}, 0, 0)

    run(scene())


def test_who_guesses_codes_is_refused_for_a_minute() -> None:
    async def scene() -> None:
        talk = await started()
        for number in range(MOST_GUESSES):
            answer = await answered(APP, f"talk/wrong{number}", fields={"accept-language": "en"})
            assert (answer.status, "There is no talk" in answer.text) == (404, True)
        blocked = await answered(APP, f"talk/{talk['code']}", fields={"accept-language": "en"})
        assert (blocked.status, "Try again in a minute" in blocked.text) == (429, True)
        assert await Line(APP, f"talk/{talk['code']}/follow").code() == sockets.GUESSING
        other = Line(APP, f"talk/{talk['code']}/follow", client="10.0.0.2")
        await told_until(other, lambda one: one.get("state") == "waiting")
        CLOCK.now += 60
        assert (await answered(APP, f"talk/{talk['code']}")).status == 200

    run(scene())
