"""Reading and checking of gettext catalogues; faulty translations are replaced by English."""

import gettext
import hashlib
import io
import re
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from string import Formatter

from babel.core import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from data.files import FileUnreadableError, read_regular
from data.language.forms import BASE, is_form
from data.problems import Problem, ProblemList, Rule

TEMPLATE = "atlas.pot"
_LINE = re.compile(
    r"\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[[0-9]\])?)\s+)?"
    r'"(?:[^"\\]|\\.)*")?\s*'
)
MOST_ATTEMPTS = 50
"""Greatest number of messages with a syntax error; a catalogue with more is not used."""

_REPLACED = "\N{REPLACEMENT CHARACTER}"
_COUNTS = range(1_000)
"""Counts for which a plural form must exist."""

Placeholder = tuple[str, str, str | None]
"""Name, format and conversion; the format of an inflected placeholder is `BASE`."""


@dataclass(frozen=True)
class Catalogue:
    """The interface texts of one language.

    Attributes
    ----------
    translations : NullTranslations
        Translated texts; the English message if a translation is missing or faulty.
    problems : ProblemList
        Faults of the catalogue.
    digest : str
        SHA-256 of the file; empty where it cannot be read.
    count : int
        Number of translations without a fault.
    """

    translations: gettext.NullTranslations = field(default_factory=gettext.NullTranslations)
    problems: ProblemList = field(default_factory=ProblemList)
    digest: str = ""
    count: int = 0


def is_known_language(code: str) -> bool:
    """Return whether Babel has number and list formats of a language."""
    try:
        Locale.parse(code)
    except (UnknownLocaleError, ValueError, TypeError):
        return False
    return True


def catalogue_digest(path: Path) -> str:
    """Return the SHA-256 of a catalogue file; empty if it cannot be read."""
    try:
        return hashlib.sha256(read_regular(path)).hexdigest()
    except FileUnreadableError:
        return ""


def _without_block(lines: list[str], number: int) -> None:
    """Blank all lines of the message at a line number; blank lines separate messages."""
    first = last = number
    while first > 0 and lines[first - 1].strip():
        first -= 1
    while last < len(lines) and lines[last].strip():
        last += 1
    lines[first:last] = [""] * (last - first)


def _lines(content: bytes, problems: ProblemList, fault: "partial[Problem]") -> list[str]:
    """Return the lines of a catalogue; messages with an invalid line are blanked."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = 1 + content.count(b"\n", 0, error.start)
        problems.add([fault(rule=Rule.UTF8, row=row)])
        text = content.decode("utf-8-sig", "replace")
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if not _LINE.fullmatch(line):
            problems.add([fault(rule=Rule.CATALOGUE_FORM, row=number + 1, found=line.strip())])
            _without_block(lines, number)
    return lines


def _without_broken_header(
    lines: list[str], locale: str | None, problems: ProblemList, fault: "partial[Problem]"
) -> None:
    """Blank the header of a catalogue if it cannot be parsed; Babel then uses its default."""
    header = next((number for number, line in enumerate(lines) if line.strip()), 0)
    end = next((n for n in range(header, len(lines)) if not lines[n].strip()), len(lines))
    try:
        read_po(lines[header:end], locale=locale, abort_invalid=True)
    except PoFileError:
        return
    except Exception as error:  # noqa: BLE001, Babel raises various errors for an invalid header
        problems.add([fault(rule=Rule.CATALOGUE_FORM, row=header + 1, found=str(error))])
        _without_block(lines, header)


def _parsed(
    lines: list[str], locale: str | None, problems: ProblemList, fault: "partial[Problem]"
) -> Catalog:
    """Return the messages of a catalogue; those that cannot be parsed are left out."""
    for _attempt in range(MOST_ATTEMPTS):
        try:
            return read_po(lines, locale=locale, abort_invalid=True)
        except PoFileError as error:
            number = min(error.lineno, len(lines) - 1)
            problems.add([fault(rule=Rule.CATALOGUE_FORM, row=number + 1, found=str(error))])
            _without_block(lines, number)
        except Exception as error:  # noqa: BLE001, any error leaves the interface in English
            problems.add([fault(rule=Rule.CATALOGUE_FORM, found=str(error))])
            break
    return Catalog(locale=locale)


def _plurals_work(catalog: Catalog) -> bool:
    try:
        form = gettext.c2py(catalog.plural_expr)
        return all(0 <= form(count) < catalog.num_plurals for count in _COUNTS)
    except (ValueError, ZeroDivisionError, OverflowError, RecursionError, TypeError):
        return False


def placeholders(text: str, code: str = "") -> frozenset[Placeholder] | None:
    """Return the placeholders of a text, such as `{count}`; None if a brace is not closed.

    Parameters
    ----------
    text : str
        The text.
    code : str
        Language of the text: grammatical forms that it has count as `BASE`.
    """
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return None
    return frozenset(
        (name, BASE if spec and is_form(spec, code) else spec or "", conversion)
        for _text, name, spec, conversion in parts
        if name is not None
    )


def _texts(part: object) -> tuple[str, ...]:
    if isinstance(part, str):
        return (part,)
    return tuple(str(text) for text in part) if isinstance(part, (tuple, list)) else ()


def _wrong_translation(message: Message, code: str) -> str:
    """Return a translation whose placeholders differ from its message; empty if all match."""
    originals = [placeholders(text) for text in _texts(message.id)]
    known = [names for names in originals if names is not None]
    if len(known) < len(originals):
        return ""
    allowed = frozenset[Placeholder]().union(*known)
    for text in filter(None, _texts(message.string)):
        found = placeholders(text, code)
        complete = found == allowed if len(originals) == 1 else True
        if found is None or not found <= allowed or not complete:
            return text
    return ""


def _is_translated(message: Message) -> bool:
    texts = _texts(message.string)
    return bool(texts) and all(texts) and not message.fuzzy


def _empty_faulty(
    catalog: Catalog, code: str, problems: ProblemList, fault: "partial[Problem]"
) -> set[object]:
    """Empty faulty translations, so that English is shown; return their messages."""
    faulty: set[object] = set()
    for message in catalog:
        if not message.id:
            continue
        wrong = _wrong_translation(message, code)
        if wrong:
            wanted = placeholders(_texts(message.id)[-1]) or ()
            named = ", ".join(sorted(f"{{{name}}}" for name, *_ in wanted))
            problems.add(
                [fault(rule=Rule.PLACEHOLDERS, row=message.lineno, found=wrong, expected=named)]
            )
        if wrong or any(_REPLACED in text for text in _texts(message.string)):
            message.string = "" if isinstance(message.string, str) else ("",) * catalog.num_plurals
            faulty.add(message.id)
    return faulty


def _template_messages(folder: Path) -> set[object]:
    try:
        lines = read_regular(folder / TEMPLATE).decode("utf-8-sig").splitlines()
        return {message.id for message in read_po(lines) if message.id}
    except Exception:  # noqa: BLE001, an unreadable template only skips the comparison with it
        return set()


def _compiled(catalog: Catalog) -> gettext.NullTranslations:
    catalog.charset = "utf-8"
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def read_catalogue(folder: Path, code: str) -> Catalogue:
    """Read the catalogue of a language; never raises.

    Messages stay in English if the translation is missing, unreadable, or has other placeholders.

    Parameters
    ----------
    folder : Path
        Folder of the catalogues and of the template that lists all messages.
    code : str
        Code of the language.
    """
    file = f"{code}.po"
    fault = partial(Problem, table="", file=file)
    problems = ProblemList()
    try:
        content = read_regular(folder / file)
    except FileUnreadableError as error:
        problems.add([fault(rule=error.rule, expected=error.expected)])
        return Catalogue(problems=problems)
    if not content.strip():
        problems.add([fault(rule=Rule.FILE_PRESENT)])
        return Catalogue(problems=problems)
    digest = hashlib.sha256(content).hexdigest()
    locale = code if is_known_language(code) else None
    lines = _lines(content, problems, fault)
    _without_broken_header(lines, locale, problems, fault)
    catalog = _parsed(list(lines), locale, problems, fault)
    if not _plurals_work(catalog):
        problems.add([fault(rule=Rule.PLURAL_FORMS, found=str(catalog.plural_expr))])
        header = next((number for number, line in enumerate(lines) if line.strip()), 0)
        _without_block(lines, header)
        catalog = _parsed(lines, locale, ProblemList(), fault)
    faulty = _empty_faulty(catalog, code, problems, fault)
    messages = [message for message in catalog if message.id]
    sound = {message.id for message in messages if _is_translated(message)}
    everything = _template_messages(folder) | {message.id for message in messages}
    missing = len(everything - sound - faulty)
    if missing:
        problems.add([fault(rule=Rule.TRANSLATED, found=str(missing))])
    try:
        translations = _compiled(catalog)
    except Exception as error:  # noqa: BLE001, any error leaves the interface in English
        problems.add([fault(rule=Rule.CATALOGUE_FORM, found=str(error))])
        return Catalogue(problems=problems, digest=digest)
    return Catalogue(translations, problems, digest, len(sound))
