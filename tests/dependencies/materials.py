"""The software bill of materials `deploy/sbom.cdx.json`, in CycloneDX."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.dependencies.lock import LOCK, REPOSITORY, TOOL

MATERIALS = REPOSITORY / "deploy" / "sbom.cdx.json"
WRITER = "cyclonedx-bom==7.5.0"


def renew() -> None:
    """Install the lock file into a new environment, and write what is there with its licences."""
    with tempfile.TemporaryDirectory() as folder:
        python = Path(folder) / "venv" / "bin" / "python"
        subprocess.run(
            [TOOL, "venv", "--quiet", "--python", sys.executable, str(python.parents[1])],
            check=True,
        )
        subprocess.run(
            [
                *(TOOL, "pip", "install", "--quiet", "--python", str(python)),
                *("--require-hashes", "--requirements", str(LOCK)),
            ],
            check=True,
        )
        subprocess.run(
            [
                *(TOOL, "tool", "run", "--quiet", "--from", WRITER, "cyclonedx-py", "environment"),
                *("--pyproject", "pyproject.toml", "--mc-type", "application"),
                *("--output-reproducible", "--output-format", "JSON"),
                *("--output-file", str(MATERIALS), str(python)),
            ],
            cwd=REPOSITORY,
            check=True,
        )
    content = json.loads(MATERIALS.read_text(encoding="utf-8"))
    for component in content["components"]:
        # Where the wheel lay on the machine that wrote the file.
        component.pop("externalReferences", None)
    MATERIALS.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")
