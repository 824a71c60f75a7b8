"""Try a repeatable sample of the mutants of `data/` against the tests that call their functions.

`python -m tests.mutation FOLDER` copies the checkout to a new folder, where mutmut writes the
mutants, and tries one after the other. The folder keeps the results.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.documents import REPOSITORY


def copy_checkout(folder: Path) -> None:
    """Copy the files of the checkout to a folder, and once more to `mutants` in it."""
    listed = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    found = subprocess.run(listed, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    for name in filter(None, found.stdout.split("\0")):
        for target in (folder / name, folder / "mutants" / name):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(REPOSITORY / name, target)


def main() -> int:
    """Copy the checkout and try the mutants; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("folder", type=Path, help="new folder for the copy")
    parser.add_argument("--count", type=int, default=400, help="number of mutants")
    parser.add_argument("--seed", type=int, default=1, help="seed of the sample")
    parser.add_argument("--only", default="data", help="start of the path of modules")
    wanted = parser.parse_args()
    folder = wanted.folder.resolve()
    folder.mkdir(parents=True)
    copy_checkout(folder)
    # Without the current folder on the path of imports, so that only mutants are imported.
    command = (sys.executable, "-P", "-m", "tests.mutation.trial")
    return subprocess.run(
        (*command, wanted.only, str(wanted.count), str(wanted.seed)),
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "mutants")},
        check=False,
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
