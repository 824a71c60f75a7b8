"""Texts of the tables in one more language: a file to translate, and its columns in the tables.

`python -m data.build.labels write de de.csv` writes every English text of the tables, one a row, to
a file; a translator fills its last column. `python -m data.build.labels add de de.csv` adds the
columns of the language to the tables and to their description.
"""

import argparse
import csv
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from data.files import replace_file
from data.load.package import DESCRIPTOR_FILE, FOLDER, Resource, read_package

ENGLISH = "_en"
COLUMNS = ("table", "row", "field", "english", "text")
"""Columns of the file: table, key of the row, column without language, text, and translation."""

JOIN = ";"
"""Separator of the parts of a key."""

Label = tuple[str, str, str]
"""Table, key of the row, and column without language."""

Row = dict[str, str]


def _read(path: Path) -> tuple[list[str], list[Row]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
    return list(reader.fieldnames or ()), rows


def _stems(names: list[str]) -> list[str]:
    return [name.removesuffix(ENGLISH) for name in names if name.endswith(ENGLISH)]


def _label(resource: Resource, row: Row, stem: str) -> Label:
    return resource.name, JOIN.join(row[name] for name in resource.key), stem


def english_texts(folder: Path) -> Iterator[tuple[Label, str]]:
    """Yield the English texts of the tables of a data package with their places."""
    for resource in read_package(folder / DESCRIPTOR_FILE).resources:
        names, rows = _read(folder / resource.path)
        for row in rows:
            for stem in _stems(names):
                if row[stem + ENGLISH]:
                    yield _label(resource, row, stem), row[stem + ENGLISH]


def write_labels(folder: Path, path: Path) -> int:
    """Write the English texts to a file to translate, and return their number."""
    texts = list(english_texts(folder))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows((*label, text, "") for label, text in texts)
    return len(texts)


def read_labels(path: Path) -> dict[Label, str]:
    """Read the translations of a file.

    Raises
    ------
    ValueError
        If a column is missing; the message names the columns.
    """
    names, rows = _read(path)
    if not set(COLUMNS) <= set(names):
        message = f"{path.name} needs the columns {', '.join(COLUMNS)}"
        raise ValueError(message)
    return {(row["table"], row["row"], row["field"]): row["text"] for row in rows}


def _described(description: dict[str, Any], table: str, code: str, stems: list[str]) -> None:
    """Describe the columns of a language after the last column of each text."""
    entry = next(one for one in description["resources"] if one["name"] == table)
    fields = entry["schema"]["fields"]
    for stem in stems:
        own = [place for place, one in enumerate(fields) if _is_of(one["name"], stem)]
        english = next(one for one in fields if one["name"] == stem + ENGLISH)
        fields.insert(max(own) + 1, {**english, "name": f"{stem}_{code}"})


def _is_of(name: str, stem: str) -> bool:
    """Return whether a column holds a text in some language, such as `note_kk` for `note`."""
    rest = name.removeprefix(f"{stem}_")
    return rest != name and len(rest) == len(ENGLISH) - 1


def add_language(folder: Path, code: str, labels: Mapping[Label, str]) -> list[Label]:
    """Add the columns of a language to the tables of a data package and to their description.

    Parameters
    ----------
    folder : Path
        Folder of the data package.
    code : str
        The language.
    labels : mapping
        Its texts by table, key of the row, and column without language.

    Returns
    -------
    list of Label
        Texts without a translation. The tables then are unchanged: a text is given in every
        language or in none.

    Raises
    ------
    ValueError
        If the tables have columns of this language already.
    """
    missing = [label for label, _text in english_texts(folder) if not labels.get(label)]
    if missing:
        return missing
    described = folder / DESCRIPTOR_FILE
    description = json.loads(described.read_text(encoding="utf-8"))
    for resource in read_package(described).resources:
        path = folder / resource.path
        names, rows = _read(path)
        stems = _stems(names)
        if any(f"{stem}_{code}" in names for stem in stems):
            message = f"{path.name} has columns of the language {code} already"
            raise ValueError(message)
        if not stems:
            continue
        for stem in stems:
            last = max(place for place, name in enumerate(names) if _is_of(name, stem))
            names.insert(last + 1, f"{stem}_{code}")
            for row in rows:
                row[f"{stem}_{code}"] = labels.get(_label(resource, row, stem), "")
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, names, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        _described(description, resource.name, code, stems)
    text = json.dumps(description, indent=2, ensure_ascii=False) + "\n"
    replace_file(described, text.encode())
    return []


def main(arguments: list[str]) -> int:
    """Run a step from the command line and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m data.build.labels", description=__doc__)
    parser.add_argument("step", choices=("write", "add"))
    parser.add_argument("code")
    parser.add_argument("file", type=Path)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    chosen = parser.parse_args(arguments)
    try:
        if chosen.step == "write":
            said = f"{write_labels(chosen.folder, chosen.file)} texts to translate"
        else:
            missing = add_language(chosen.folder, chosen.code, read_labels(chosen.file))
            places = [" ".join(label) for label in missing[:10]]
            said = (
                f"{len(missing)} texts without a translation, for example:\n" + "\n".join(places)
                if missing
                else "Added. Run python -m data.check."
            )
    except (OSError, ValueError) as error:
        said, missing = str(error), [("", "", "")]
    else:
        missing = missing if chosen.step == "add" else []
    sys.stdout.write(f"{said}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
