"""The service that takes a visitor's file, and the template."""

import asyncio
import json
import sys

import pytest

from components.own_file import service
from components.own_file.held_answers import ANSWERS, HeldAnswers
from components.own_file.route import own_file_routes
from data.evidence.series import printed_series
from data.language.languages import LANGUAGE_CODES
from data.load.dataset import Dataset
from data.own_file.mirror import measure_values
from data.own_file.reading import read_own_file
from tests.data.own_files import TEMPLATE
from tests.routes import Answer, answer_of


def sent(token: str, body: bytes, query: str = "?name=mine.csv") -> Answer:
    return answer_of(own_file_routes(), f"own-file/{token}{query}", method="POST", body=body)


def answer(token: str) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = json.loads(ANSWERS.take(token))
    return found


def test_a_file_is_read_in_its_process_and_its_answer_is_taken_once() -> None:
    token = ANSWERS.new_token()
    response = sent(token, TEMPLATE.encode(), "?name=my%20file.csv&commodity=")
    assert (response.status, json.loads(response.text)) == (200, {"state": "read"})
    file = answer(token)["file"]
    assert (file["name"], file["format"], file["used"]) == ("my file.csv", "template", 3)
    assert ANSWERS.take(token) == b""


def test_a_fault_is_an_answer_too() -> None:
    token = ANSWERS.new_token()
    assert sent(token, b"\x89PNG\r\n").status == 200
    assert answer(token)["fault"]["fault"] == "not_a_table"


def test_nobody_sends_a_file_without_the_token_of_a_session() -> None:
    assert sent("guessed", TEMPLATE.encode()).status == 404
    assert answer_of(own_file_routes(), f"own-file/{ANSWERS.new_token()}").status == 405


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "LARGEST_FILE", 10)
    token = ANSWERS.new_token()
    response = sent(token, TEMPLATE.encode())
    assert (response.status, response.headers["connection"]) == (413, "close")
    assert answer(token)["fault"] == {
        "name": "mine.csv",
        "fault": "too_large",
        "place": {"row": 0, "column": "", "text": ""},
    }


@pytest.mark.parametrize("code", ["pass", "import time; time.sleep(60)"], ids=["ends", "is stuck"])
def test_a_process_without_an_answer_is_ended(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "COMMAND", (sys.executable, "-c", code))
    monkeypatch.setattr(service, "STUCK_S", 0.2)
    token = ANSWERS.new_token()
    assert sent(token, TEMPLATE.encode()).status == 200
    assert answer(token)["fault"]["fault"] == "too_heavy"


@pytest.mark.parametrize(
    "places",
    [
        service._Places(waiting=service.MOST_WAITING),
        service._Places(receiving=asyncio.Semaphore(0)),
    ],
    ids=["many wait", "many are received"],
)
def test_few_files_are_received_at_once(
    places: service._Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "_PLACES", places)
    monkeypatch.setattr(service, "PATIENCE_S", 0.05)
    response = sent(ANSWERS.new_token(), TEMPLATE.encode())
    assert (response.status, json.loads(response.text)) == (503, {"state": "busy"})


def test_few_tokens_and_no_large_answer_are_held() -> None:
    held = HeldAnswers(most=2)
    first, second = held.new_token(), held.new_token()
    assert held.knows(first)
    third = held.new_token()
    assert [held.knows(token) for token in (first, second, third)] == [True, False, True]
    held.put(third, b"x" * 3_000_000)
    held.put("unknown", b"x")
    assert (held.take(third), held.take("unknown")) == (b"", b"")


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_template_is_read_by_the_atlas(ending: str, code: str, dataset: Dataset) -> None:
    response = answer_of(own_file_routes(), f"own-file/template/template.{ending}?lang={code}")
    assert response.status == 200
    assert f"atlas_template.{ending}" in response.headers["content-disposition"]
    file = read_own_file(response.body, f"template.{ending}")
    assert (file.left_out, file.used) == ((), file.rows)
    for part in ("exports", "imports"):
        printed = printed_series(dataset, "trade", part, "table7")
        found = measure_values(file, part, "KAZ")
        assert {year: one.usd / 1e6 for year, one in found.items()} == {
            value.year: value.value for value in printed
        }


def test_there_is_no_other_template() -> None:
    assert answer_of(own_file_routes(), "own-file/template/serve.py").status == 404
