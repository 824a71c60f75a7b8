"""The lock file agrees with `requirements.txt`, the bill of materials with the lock file."""

import json
import re
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, distribution

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.dependencies.audit import CLEAN, UNKNOWN, VULNERABLE, read_audit, verdict
from tests.dependencies.lock import LOCK, WANTED, locked, requirements
from tests.dependencies.materials import MATERIALS

ALL = locked(LOCK.read_text(encoding="utf-8"))
HERE = {one.name: one for one in ALL if one.is_for()}
NAMED = requirements(WANTED.read_text(encoding="utf-8"))
LINUX = {"sys_platform": "linux", "python_version": "3.11", "python_full_version": "3.11.7"}


def test_the_lock_file_has_the_versions_of_the_requirements() -> None:
    assert NAMED
    for wanted in NAMED:
        assert wanted.specifier.contains(HERE[canonicalize_name(wanted.name)].version)


def test_every_locked_package_has_digests() -> None:
    assert [one.name for one in ALL if not one.digests] == []


def needs(name: str, extras: frozenset[str]) -> Iterator[Requirement]:
    """Yield what the installed package requires, if it is installed in the locked version."""
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return
    if found.version != HERE[name].version:
        return
    for text in found.requires or ():
        need = Requirement(text)
        asked = [{"extra": extra} for extra in (*extras, "")]
        if need.marker is None or any(need.marker.evaluate(extra) for extra in asked):
            yield need


def test_the_lock_file_has_whatever_the_packages_require() -> None:
    open_names = [(canonicalize_name(one.name), frozenset(one.extras)) for one in NAMED]
    seen: set[tuple[str, frozenset[str]]] = set()
    while open_names:
        entry = open_names.pop()
        if entry in seen:
            continue
        seen.add(entry)
        for need in needs(*entry):
            name = canonicalize_name(need.name)
            assert name in HERE, f"{entry[0]} requires {name}"
            assert need.specifier.contains(HERE[name].version, prereleases=True), name
            open_names.append((name, frozenset(need.extras)))
    assert len(seen) > len(NAMED)


def test_the_bill_of_materials_lists_the_locked_packages() -> None:
    content = json.loads(MATERIALS.read_text(encoding="utf-8"))
    listed = {
        (canonicalize_name(one["name"]), one["version"], one["purl"].partition("@")[0])
        for one in content["components"]
    }
    wanted = {(one.name, one.version, f"pkg:pypi/{one.name}") for one in ALL if one.is_for(LINUX)}
    assert listed == wanted
    assert content["bomFormat"] == "CycloneDX"
    assert not re.search(r"file:|/(home|root|tmp|usr)/", MATERIALS.read_text(encoding="utf-8"))


def report(*packages: Mapping[str, object]) -> str:
    return json.dumps({"dependencies": packages, "fixes": []})


SOUND: Mapping[str, object] = {"name": "good", "version": "1", "vulns": []}
SKIPPED: Mapping[str, object] = {"name": "hidden", "skip_reason": "Dependency not found on PyPI"}
FAULTY: Mapping[str, object] = {
    "name": "bad",
    "version": "2",
    "vulns": [{"id": "PYSEC-1", "fix_versions": ["3", "4"], "aliases": [], "description": ""}],
}


@pytest.mark.parametrize(
    ("packages", "code"),
    [
        ((SOUND,), CLEAN),
        ((SOUND, FAULTY, SKIPPED), VULNERABLE),
        ((SOUND, SKIPPED), UNKNOWN),
        ((SKIPPED,), UNKNOWN),
        ((), UNKNOWN),
    ],
)
def test_an_audit_that_looked_nothing_up_is_not_clean(
    packages: tuple[Mapping[str, object], ...], code: int
) -> None:
    assert verdict(read_audit(report(*packages)))[0] == code


def test_an_audit_names_what_it_found() -> None:
    _code, lines = verdict(read_audit(report(SOUND, FAULTY, SKIPPED)))
    assert lines == [
        "bad 2: PYSEC-1, repaired in 3, 4",
        "Not looked up: hidden.",
        "2 packages looked up, 1 known vulnerabilities, 1 packages not looked up.",
    ]


@pytest.mark.parametrize("text", ["", "No known vulnerabilities found", "[]", "{}"])
def test_a_text_that_is_no_report_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no report|Expecting"):
        read_audit(text)
