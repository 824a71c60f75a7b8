"""Check the data package, report every fault, and write the seal if there are no faults.

Run it after every edit of a table, of the geometry, of the descriptor or of a catalogue::

    python -m data.check

It lists the tables with their rows, then every fault with file, row, column, rule and remedy.
The exit status is 0 without a fault and 1 with one; a package with a fault is not sealed.

A running Atlas reads edited tables. Replace a file in one step, so that no partly written file is
read: write the new content to a hidden file in the same folder, then rename it, as
`data.files.replace_file` does, and as these commands do::

    cp new.csv data/tables/.trade.csv && mv data/tables/.trade.csv data/tables/trade.csv
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from data.files import FileUnreadableError, read_regular, replace_file
from data.language import languages
from data.language.languages import DEFAULT_LANGUAGE, catalogue_of, language
from data.load.dataset import CheckedPackage, Dataset, load_checked
from data.load.package import FOLDER
from data.load.problem_text import problem_texts
from data.load.seal import SEAL


def _counted(count: int, one: str, many: str) -> str:
    return f"{language(DEFAULT_LANGUAGE).number(count)} {one if count == 1 else many}"


def _table_lines(dataset: Dataset) -> Iterator[str]:
    widest = max((len(file.path) for file in dataset.files), default=0)
    for file in dataset.files:
        rows = "refused" if file.rows is None else _counted(file.rows, "row", "rows")
        yield f"  {file.path:<{widest}}  {rows}"


def _catalogue_lines() -> Iterator[str]:
    for code in languages.LANGUAGE_CODES:
        if code == DEFAULT_LANGUAGE:
            yield f"  {code}  the language of the code"
        else:
            texts = _counted(catalogue_of(code).count, "translated text", "translated texts")
            yield f"  {code}  {texts}"


def _fault_texts(dataset: Dataset) -> list[str]:
    """Return the first faults as texts, and the number of the others."""
    omitted = dataset.problem_count - len(dataset.problems)
    return problem_texts(dataset.problems, language(DEFAULT_LANGUAGE), omitted)


def _seal(checked: CheckedPackage, folder: Path) -> str:
    """Write the seal unless it is unchanged, and return a line for the report."""
    content = f"{checked.seal}\n".encode()
    path = folder / SEAL
    try:
        if read_regular(path) == content:
            return f"No fault found. The seal {path} is unchanged."
    except FileUnreadableError:
        pass
    replace_file(path, content)
    return f"No fault found. The seal was written to {path}."


def check(folder: Path = FOLDER) -> tuple[list[str], bool]:
    """Check every file of a data package, and write its seal if there is no fault.

    Parameters
    ----------
    folder : Path
        Folder of the data package.

    Returns
    -------
    list of str
        The report, line by line, in English.
    bool
        True if there is no fault and the seal is written.
    """
    checked = load_checked(folder, trust_seal=False, with_seal=True)
    dataset = checked.dataset
    rows = sum(file.rows or 0 for file in dataset.files)
    report = [
        f"Checked the data package in {folder}:",
        "every cell of every table against datapackage.json and the tables that it refers to,",
        "lines and routes of the map against the ground and their published length,",
        "and the texts of every language against the English ones.",
        "",
        f"{_counted(len(dataset.files), 'table', 'tables')}, {_counted(rows, 'row', 'rows')}:",
        *_table_lines(dataset),
        f"{_counted(len(languages.LANGUAGE_CODES), 'language', 'languages')}:",
        *_catalogue_lines(),
        "",
    ]
    if dataset.problems:
        report.append(f"{_counted(dataset.problem_count, 'fault', 'faults')} found:")
        report += _fault_texts(dataset)
        report += ["", "Nothing was sealed. Mend the faults and run the check again."]
        return report, False
    try:
        report.append(_seal(checked, folder))
    except OSError as error:
        report.append(f"No fault found, but {folder / SEAL} cannot be written: {error}.")
        return report, False
    return report, True


def write_seal(folder: Path = FOLDER) -> None:
    """Check the data package of a folder and write its seal.

    Raises
    ------
    ValueError
        If there is a fault; each line of the message names one.
    OSError
        If the seal cannot be written.
    """
    checked = load_checked(folder, trust_seal=False, with_seal=True)
    if checked.dataset.problems:
        raise ValueError("\n".join(_fault_texts(checked.dataset)))
    _seal(checked, folder)


def main(arguments: list[str]) -> int:
    """Run the check from the command line and return its exit status.

    Parameters
    ----------
    arguments : list of str
        Folder of the data package; that of the repository if the list is empty.
    """
    parser = argparse.ArgumentParser(
        prog="python -m data.check",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    folder: Path = parser.parse_args(arguments).folder
    try:
        report, sound = check(folder)
    except Exception as error:  # noqa: BLE001, the user gets a message instead of a traceback
        report = [f"The check itself failed ({type(error).__name__}: {error}); report this."]
        sound = False
    for line in report:
        encoded = line.encode(sys.stdout.encoding or "utf-8", "backslashreplace")
        sys.stdout.write(encoded.decode(sys.stdout.encoding or "utf-8") + "\n")
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
