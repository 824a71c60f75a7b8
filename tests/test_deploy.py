"""Files of `deploy/`: they agree with each other, with the routes and with the settings."""

import configparser
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import yaml
from streamlit import config

from components.export import deck_worker, service, worker
from components.own_file.address import OWN_FOLDER
from components.own_file.service import STUCK_S
from components.server.settings import settings_from
from components.server.status import HEALTH
from components.talks.route import FOLDER as TALKS
from data.own_file.reading import LARGEST_FILE
from tests.benchmark.balanced import FIRST_PORT
from tests.documents import REPOSITORY

DEPLOY = REPOSITORY / "deploy"
PROXY = (DEPLOY / "haproxy.cfg").read_text(encoding="utf-8")
SERVERS = re.findall(r"^    server p(\d) 127\.0\.0\.1:(\d+) cookie p(\d)$", PROXY, re.MULTILINE)
ROLLING = (DEPLOY / "rolling-update.sh").read_text(encoding="utf-8")


def read_environment(path: Path) -> dict[str, str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = (line.partition("=") for line in lines if line and not line.startswith("#"))
    return {name: value for name, _, value in pairs}


ENVIRONMENT = read_environment(DEPLOY / "atlas.env")


def read_unit() -> configparser.RawConfigParser:
    unit = configparser.RawConfigParser(strict=False)
    unit.optionxform = str  # type: ignore[assignment, method-assign]
    unit.read(DEPLOY / "atlas@.service", encoding="utf-8")
    return unit


def seconds(name: str) -> int:
    (found,) = re.findall(rf"^    timeout {name} (\d+)s$", PROXY, re.MULTILINE)
    return int(found)


def test_every_process_has_one_port_in_all_files() -> None:
    assert [int(number) for number, _port, _cookie in SERVERS] == [1, 2, 3, 4]
    for number, port, cookie in SERVERS:
        assert int(port) == FIRST_PORT + int(number) - 1
        assert cookie == number
    assert f"port=$(({FIRST_PORT - 1} + number))" in ROLLING
    assert "set server atlas/p$number" in ROLLING
    command = read_unit()["Service"]["ExecStart"]
    assert f"--server.port {FIRST_PORT // 10}%i" in command
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"]
    ports = [one["environment"]["PORT"] for name, one in services.items() if name != "haproxy"]
    assert ports == [port for _number, port, _cookie in SERVERS[: len(ports)]]


def test_the_proxy_asks_for_the_state_and_keeps_visitors_at_their_process() -> None:
    assert f"option httpchk GET /{HEALTH}\n" in PROXY
    assert f'/{HEALTH}"' in ROLLING
    assert "http-check expect status 200" in PROXY
    assert re.search(r"cookie ATLAS insert indirect nocache httponly attr SameSite=Lax", PROXY)
    assert "option redispatch" in PROXY
    assert "on-marked-down shutdown-sessions" in PROXY


def test_the_proxy_waits_for_the_slowest_file() -> None:
    slowest = max(deck_worker.STUCK_S, worker.STUCK_S, service.PATIENCE_S)
    assert seconds("server") > slowest
    (tunnel,) = re.findall(r"timeout tunnel (\d+)h", PROXY)
    assert int(tunnel) >= 1


def test_the_log_of_the_proxy_has_no_personal_data() -> None:
    (line,) = re.findall(r"log-format (.+)", PROXY)
    assert not re.search(r"%(ci|cp|hr|HU|HQ|r|CC|CS|hrl)\b|src|query|url", line)
    assert "http-request del-header X-Forwarded-For" in PROXY


def test_talks_and_own_files_pass_the_proxy() -> None:
    tracked = re.findall(r"server p(\d) 127\.0\.0\.1:(\d+) track atlas/p(\d)$", PROXY, re.MULTILINE)
    assert tracked == SERVERS
    assert f"use_backend talks if {{ path_beg /{TALKS}/ }}" in PROXY
    for number, _port, _cookie in SERVERS:
        rule = f"use-server p{number} if {{ path_end /present }} {{ req.cook(ATLAS) p{number} }}"
        assert rule in PROXY
    assert f"acl own_file path_sub /{OWN_FOLDER}/\n" in PROXY
    assert f"gt {LARGEST_FILE + 1_000_000} }} own_file" in PROXY
    assert seconds("server") > STUCK_S


def test_every_variable_of_the_environment_is_read() -> None:
    known = {option.env_var for option in config._config_options_template.values()}
    assert "STREAMLIT_SERVER_COOKIE_SECRET" in ENVIRONMENT
    for name in ENVIRONMENT:
        assert name.startswith("ATLAS_") or name in known
    settings = settings_from(ENVIRONMENT)
    assert settings.json_log
    assert settings.strict_scripts
    assert not settings.open_metrics
    assert ENVIRONMENT["STREAMLIT_SERVER_COOKIE_SECRET"] == ""


def test_processes_are_reached_through_the_proxy_only_and_write_nothing() -> None:
    service_unit = read_unit()["Service"]
    assert "--server.address 127.0.0.1" in service_unit["ExecStart"]
    assert service_unit["DynamicUser"] == "yes"
    assert service_unit["ProtectSystem"] == "strict"
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    for name, one in compose["services"].items():
        if name != "haproxy":
            assert one["read_only"]
            assert one["network_mode"] == "service:haproxy"
            assert "ports" not in one


def test_the_document_names_every_file_of_the_folder() -> None:
    text = (DEPLOY / "README.md").read_text(encoding="utf-8")
    files = {path.name for path in DEPLOY.iterdir()} - {"README.md", "Dockerfile.dockerignore"}
    assert {name for name in files if f"`{name}`" not in text} == set()


def test_containers_and_units_install_the_lock_file() -> None:
    text = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    assert "--require-hashes --requirement requirements.lock" in text
    assert (DEPLOY / "rolling-update.sh").stat().st_mode & 0o111


START = "import components.server.warm"
"""What a process imports before it opens the first page."""


def test_what_a_start_needs_is_compiled_before(tmp_path: Path) -> None:
    command = f'python -m compileall -q components data && python -c "{START}"'
    assert f"RUN {command}" in (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    typed = command.replace("python", ".venv/bin/python")
    assert typed in (DEPLOY / "README.md").read_text(encoding="utf-8")
    for room in ("components", "data"):
        bare = shutil.ignore_patterns("__pycache__", "*.csv", "*.po")
        shutil.copytree(REPOSITORY / room, tmp_path / room, ignore=bare)
    for arguments in (("-m", "compileall", "-q", "components", "data"), ("-c", START)):
        subprocess.run([sys.executable, *arguments], cwd=tmp_path, env={}, check=True)
    compiled = {path.name.partition(".")[0] for path in tmp_path.rglob("*.pyc")}
    assert compiled == {path.stem for path in tmp_path.rglob("*.py")}
    templates = {path: path.stat() for path in tmp_path.rglob("*.jinja")}
    subprocess.run([sys.executable, "-c", START], cwd=tmp_path, env={}, check=True)
    assert len(templates) > 10
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.jinja")} == {
        path: one.st_mtime_ns for path, one in templates.items()
    }
    # The processes of a server have another user.
    assert all(one.st_mode & stat.S_IROTH for one in templates.values())
