"""Routes of exported files: responses, error messages, picture process."""

import io
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import fromstring

import pytest

from components.export import route, service
from components.export.address import file_address
from components.export.converter import Picture
from components.export.figure_zip import today
from components.export.file_cache import FileCache
from components.export.request import LONGEST_QUERY, read_request
from components.export.worker import BusyError, PictureError, PictureWorker
from components.figures.registry import FIGURES
from components.process.dataset import CurrentDataset
from components.text.dates import date_text
from data.choice.parameters import FilterSpace
from data.language.languages import LANGUAGE_CODES, language
from data.language.punctuation import inseparable
from data.load.dataset import Dataset
from data.problems import TableRefusedError
from tests.routes import Answer, answer_of

REPOSITORY = Path(__file__).parents[2]


def ask(path: str, *, method: str = "GET", accepted: str = "") -> Answer:
    """Request a file."""
    return answer_of(route.export_routes(), f"export/{path}", method=method, accepted=accepted)


@pytest.fixture(scope="module", autouse=True)
def _one_process() -> Iterator[None]:
    yield
    service._WORKER.end_process()


STARTS = {
    "csv": b"\xef\xbb\xbf",
    "xlsx": b"PK",
    "svg": b"<svg",
    "png": b"\x89PNG",
    "pdf": b"%PDF",
}


@pytest.mark.parametrize("ending", STARTS)
def test_a_file_comes_with_its_type_and_name(ending: str) -> None:
    answer = ask(f"trade_turnover.{ending}?lang=kk&years=2019-2021")
    assert answer.status == 200
    assert answer.body.startswith(STARTS[ending])
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-disposition"].startswith('attachment; filename="atlas_trade_')
    assert f"atlas_trade_turnover_kk.{ending}" in answer.headers["content-disposition"]
    assert ask(f"trade_turnover.{ending}?lang=kk&years=2019-2021").body == answer.body


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_has_its_workbook(name: str) -> None:
    assert ask(f"{name}.xlsx?lang=ru").status == 200


def test_a_picture_has_its_address_and_its_day() -> None:
    picture = ask("trade_balance.svg?lang=en&years=2019-2021")
    texts = " ".join(fromstring(picture.body).itertext())
    place = "http://atlas/trade?lang=en&years=2019-2021&figure=trade_balance · "
    day = inseparable(date_text(today().isoformat(), language("en")))
    assert f"{place}{day}" in texts


def test_the_package_and_the_catalogue_have_their_addresses() -> None:
    packed = zipfile.ZipFile(io.BytesIO(ask("data.zip?lang=en").body))
    assert "datapackage.json" in packed.namelist()
    for ending in ("csv", "xlsx", "html"):
        assert ask(f"catalogue.{ending}?lang=tr&search=2022&subject=trade").status == 200
    page = ask("catalogue.html?lang=tr")
    assert page.headers["content-disposition"].startswith("inline")
    assert page.text.count("<tr>") > 400


def test_the_download_address_of_a_card_is_parsed(space: FilterSpace) -> None:
    filters = replace(
        space.start("ru"), years=(2019, 2021), sectors=("energy", "trade"), as_of=2007
    )
    address = file_address("route_map.png", filters, space, {"size": "print"})
    assert address.startswith("./export/route_map.png?")
    pairs = [tuple(part.split("=")) for part in urlsplit(address).query.split("&")]
    asked = read_request("route_map.png", pairs, space=space, words=language("en"))  # type: ignore[arg-type]
    assert asked.filters == filters
    assert asked.size == "print"


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("nothing.png", 404),
        ("trade_turnover.exe", 404),
        ("trade_turnover", 404),
        ("..%2f..%2fetc%2fpasswd.csv", 404),
        ("catalogue.png", 404),
        ("x" * 5000 + ".png", 404),
        ("trade_turnover.csv?years=1066-1945", 400),
        ("trade_turnover.csv?sectors=<script>alert(1)</script>", 400),
        ("trade_turnover.csv?years=2019&years=2020", 400),
        ("trade_turnover.png?size=99999", 400),
        ("trade_turnover.csv?sectors=" + "," * LONGEST_QUERY, 400),
        ("catalogue.csv?search=" + "a" * 500, 400),
    ],
)
def test_an_invalid_request_is_refused_with_a_message(path: str, status: int, code: str) -> None:
    answer = ask(f"{path}{'&' if '?' in path else '?'}lang={code}", accepted=f"{code}-XX,en;q=0.5")
    assert answer.status == status
    assert language(code).gettext("This file could not be created") in answer.text
    assert "<script" not in answer.text
    assert "Traceback" not in answer.text
    assert len(answer.body) < 5000


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_only_get_requests_are_served(method: str) -> None:
    assert ask("trade_turnover.csv", method=method).status == 405
    assert ask("trade_turnover.csv", method="HEAD").status == 200


def test_a_refused_table_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_name: str, _filters: object) -> None:
        table = "trade"
        raise TableRefusedError(table, ())

    monkeypatch.setattr(service, "stored_figure", refuse)
    answer = ask("trade_balance.csv?lang=en&years=2020-2022")
    assert answer.status == 503
    assert "trade.csv" in answer.text
    assert answer.headers["retry-after"]


def test_an_exception_shows_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_name: str, _filters: object) -> None:
        message = "secret"
        raise RuntimeError(message)

    monkeypatch.setattr(service, "stored_figure", fail)
    answer = ask("trade_balance.csv?lang=en&years=2019-2022")
    assert answer.status == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text


def test_a_full_queue_is_reported_with_a_retry_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "_WORKER", PictureWorker(longest_queue=0))
    answer = ask("trade_balance.png?lang=tr&years=2018-2019")
    assert answer.status == 503
    assert int(answer.headers["retry-after"]) > 0
    saying = "Many files are being created at the moment. Try again in a few seconds."
    assert language("tr").gettext(saying) in answer.text


def small_picture(text: str = "x") -> Picture:
    spec = (
        '{"data": {"values": [{"a": 1}]}, "config": {}, "width": 50, "height": 20,'
        ' "layer": [{"mark": "bar", "encoding": {"x": {"field": "a", "type": "quantitative"}}}]}'
    )
    return Picture(
        specification=spec, headline=text, subtitle=text, captions=(text,), description=text
    )


def test_the_picture_process_is_restarted_after_it_has_ended() -> None:
    worker = PictureWorker()
    assert worker.submit(small_picture(), "svg").result(60).startswith(b"<svg")
    first = worker._process._process
    worker.end_process()
    with suppress(BusyError):
        worker.submit(small_picture(), "png").result(60)
    assert worker.submit(small_picture(), "png").result(60).startswith(b"\x89PNG")
    assert worker._process._process is not first
    with pytest.raises(PictureError, match="exe"):
        worker.submit(small_picture(), "exe").result(60)
    assert worker.submit(small_picture(), "pdf").result(60).startswith(b"%PDF")
    worker.end_process()


def test_a_picture_that_takes_too_long_is_cancelled() -> None:
    worker = PictureWorker(stuck_s=0.01)
    with pytest.raises(BusyError):
        worker.submit(small_picture(), "svg").result(60)
    worker.stuck_s = 60
    assert worker.submit(small_picture(), "svg").result(60)
    worker.end_process()


def test_the_queue_is_bounded() -> None:
    worker = PictureWorker(longest_queue=2)
    first = worker.submit(small_picture(), "svg")
    second = worker.submit(small_picture(), "png")
    with pytest.raises(BusyError):
        worker.submit(small_picture(), "pdf")
    assert first.result(60)
    assert second.result(60)
    assert worker.submit(small_picture(), "pdf").result(60)
    worker.end_process()


def test_the_picture_process_ends_with_its_input_and_imports_no_server() -> None:
    code = (
        "import sys, components.export.drawing; "
        "print('streamlit' in sys.modules, 'pandas' in sys.modules)"
    )
    for command in (["-c", code], ["-m", "components.export.drawing"]):
        ended = subprocess.run(
            [sys.executable, *command],
            cwd=REPOSITORY,
            input=b"",
            capture_output=True,
            timeout=60,
            check=True,
        )
        assert ended.stdout in {b"False False\n", b""}


def test_finished_files_are_cached_within_a_size_and_for_one_state_of_the_data() -> None:
    cache = FileCache(limit=10)
    assert cache.get("a", 1) is None
    cache.keep("a", 1, b"12345")
    cache.keep("b", 1, b"12345")
    assert cache.get("a", 1) == b"12345"
    cache.keep("c", 1, b"1")
    assert cache.get("b", 1) is None
    assert cache.get("a", 1) == b"12345"
    cache.keep("d", 1, b"1" * 11)
    assert cache.size == 6
    assert cache.get("a", 2) is None
    assert cache.size == 0
    cache.keep("late", 1, b"1")
    assert cache.get("late", 2) is None


def test_a_changed_table_changes_the_file(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = ask("trade_balance.csv?lang=en")
    trade = dataset.tables["trade"].copy()
    trade["value"] *= 2
    changed = replace(dataset, tables={**dataset.tables, "trade": trade})
    current = CurrentDataset(load=lambda: changed, look=lambda: "changed")
    monkeypatch.setattr("components.process.figures._CURRENT", current)
    assert ask("trade_balance.csv?lang=en").body != first.body
