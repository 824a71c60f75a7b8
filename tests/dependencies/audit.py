"""Audit of the locked packages against the list of known vulnerabilities of PyPI."""

import json
import subprocess
from dataclasses import dataclass

from tests.dependencies.lock import LOCK, REPOSITORY, TOOL

AUDITOR = "pip-audit==2.10.1"
PATIENCE_S = 300

CLEAN, VULNERABLE, UNKNOWN = 0, 1, 2


@dataclass(frozen=True)
class Audit:
    """Result of an audit.

    Attributes
    ----------
    audited : int
        Number of packages that could be looked up.
    vulnerable : tuple of str
        A line for each known vulnerability.
    unknown : tuple of str
        Packages that could not be looked up.
    """

    audited: int
    vulnerable: tuple[str, ...]
    unknown: tuple[str, ...]


def read_audit(text: str) -> Audit:
    """Return the result in a report of pip-audit.

    pip-audit reports packages that it could not look up as skipped, and still says that it found
    nothing.

    Raises
    ------
    ValueError
        If the text is no report.
    """
    report = json.loads(text)
    if not isinstance(report, dict) or "dependencies" not in report:
        message = "no report of pip-audit"
        raise ValueError(message)
    vulnerable, unknown, audited = [], [], 0
    for package in report["dependencies"]:
        if "skip_reason" in package:
            unknown.append(package["name"])
            continue
        audited += 1
        vulnerable += [
            f"{package['name']} {package['version']}: {fault['id']}, repaired in "
            f"{', '.join(fault['fix_versions']) or 'no version yet'}"
            for fault in package["vulns"]
        ]
    return Audit(audited, tuple(vulnerable), tuple(unknown))


def verdict(found: Audit) -> tuple[int, list[str]]:
    """Return the exit code of an audit, and its lines."""
    lines = [*found.vulnerable]
    if found.unknown:
        lines.append(f"Not looked up: {', '.join(found.unknown)}.")
    lines.append(
        f"{found.audited} packages looked up, {len(found.vulnerable)} known vulnerabilities, "
        f"{len(found.unknown)} packages not looked up."
    )
    if found.vulnerable:
        return VULNERABLE, lines
    return (UNKNOWN if found.unknown or not found.audited else CLEAN), lines


def audit() -> tuple[int, list[str]]:
    """Look up every locked package; without the internet, say that nothing was looked up."""
    command = [
        *(TOOL, "tool", "run", "--quiet", "--from", AUDITOR, "pip-audit"),
        *("--requirement", LOCK.name, "--require-hashes", "--disable-pip"),
        *("--format", "json", "--progress-spinner", "off"),
    ]
    try:
        done = subprocess.run(
            command,
            cwd=REPOSITORY,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
        return verdict(read_audit(done.stdout))
    except (subprocess.TimeoutExpired, OSError, ValueError):
        return UNKNOWN, ["Nothing was looked up: pip-audit or its source could not be reached."]
