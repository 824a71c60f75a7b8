"""Renew the lock file and the bill of materials, or audit the packages.

`python -m tests.dependencies lock [--upgrade]`, `python -m tests.dependencies bom`, or
`python -m tests.dependencies audit`. Each needs the internet.
"""

import argparse
import sys

from tests.dependencies import audit, lock, materials


def main() -> int:
    """Carry out one command, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.dependencies", description=__doc__)
    parser.add_argument("command", choices=("lock", "bom", "audit"))
    parser.add_argument("--upgrade", action="store_true", help="lock the newest versions")
    wanted = parser.parse_args()
    if wanted.command == "lock":
        lock.renew(["--upgrade"] if wanted.upgrade else [])
    elif wanted.command == "bom":
        materials.renew()
    else:
        code, lines = audit.audit()
        sys.stdout.write("\n".join(lines) + "\n")
        return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
