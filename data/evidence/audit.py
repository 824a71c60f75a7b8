"""Consistency audit: conflicts of the source found by rules, and those recorded by hand.

Each conflict has a class: a contradiction (two statements that cannot both hold), a slip (misprint,
spelling, rounding of sums) or a reading (ambiguous, different scope or stages, incomplete list).
Only contradictions add warning signs to values.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from data.evidence.catalogue import values_by_id
from data.evidence.findings import Finding, findings
from data.evidence.values import Value
from data.language.languages import LANGUAGE_CODES, Language
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset

SEVERITIES = ("high", "medium", "low")

CONTRADICTION, SLIP, READING = CLASSES = ("contradiction", "slip", "reading")
"""Classes of conflicts, in the order of the audit."""

ROUNDING_OF_SUM = 1.0
"""Greatest difference from 100% that rounded shares explain, in percentage points."""


@dataclass(frozen=True, kw_only=True)
class Conflict:
    """A contradiction, editorial error or unclear passage of the source.

    Attributes
    ----------
    id : str
        Identifier; for an unrecorded finding, its kind and rows joined.
    conflict_class, kind, subject, severity : str
        Codes as in the table of conflicts; `conflict_class` is one of `CLASSES`.
    rows : tuple of str
        Identifiers of values, events, organisations and public records, or paragraphs such as
        `p1332`.
    quantity, reason, treatment : tuple of str
        Texts in the order of `LANGUAGE_CODES`; empty for an unrecorded finding.
    findings : tuple of Finding
        Findings of the rules in the same rows.
    """

    id: str
    conflict_class: str
    kind: str
    subject: str
    severity: str
    rows: tuple[str, ...]
    quantity: tuple[str, ...] = ()
    reason: tuple[str, ...] = ()
    treatment: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    def text(self, part: str, language: Language) -> str:
        """Return `quantity`, `reason` or `treatment` in one language; empty without a record."""
        texts: tuple[str, ...] = getattr(self, part)
        return texts[LANGUAGE_CODES.index(language.code)] if texts else ""


def _recorded(dataset: Dataset) -> Iterator[Conflict]:
    if "conflicts" not in dataset.tables:
        return
    for row in dataset.tables["conflicts"].to_dict("records"):
        yield Conflict(
            id=row["conflict"],
            conflict_class=row["class"],
            kind=row["kind"],
            subject=row["subject"],
            severity=row["severity"],
            rows=tuple(row["rows"].split(";")),
            **{
                part: tuple(row[f"{part}_{code}"] for code in LANGUAGE_CODES)
                for part in ("quantity", "reason", "treatment")
            },
        )


def _class_of(found: Finding) -> str:
    """Return the class of an unrecorded finding; rounded or incomplete shares do not contradict."""
    if found.kind != "shares_do_not_add_up":
        return CONTRADICTION
    if abs(found.printed - found.expected) <= ROUNDING_OF_SUM:
        return SLIP
    return READING if found.printed < found.expected else CONTRADICTION


def _of_finding(found: Finding, dataset: Dataset) -> Conflict:
    return Conflict(
        id="-".join((found.kind, *found.rows)),
        conflict_class=_class_of(found),
        kind=found.kind,
        subject=values_by_id(dataset)[found.rows[0]].subject,
        severity="medium",
        rows=found.rows,
        findings=(found,),
    )


def _is_about(conflict: Conflict, finding: Finding) -> bool:
    shared = set(finding.rows) & set(conflict.rows)
    same_whole = finding.kind == conflict.kind == "shares_do_not_add_up" and len(shared) > 1
    return len(shared) == len(finding.rows) or same_whole


@kept_with_dataset
def conflicts(dataset: Dataset) -> tuple[Conflict, ...]:
    """Return the recorded conflicts by class, most severe first, then the unrecorded findings.

    A finding is assigned to a record that names all its rows; one about shares also to a record
    about the same shares.
    """
    found = findings(dataset)
    matched: set[Finding] = set()
    recorded = []
    for conflict in _recorded(dataset):
        own = tuple(finding for finding in found if _is_about(conflict, finding))
        matched |= set(own)
        recorded.append(Conflict(**{**conflict.__dict__, "findings": own}) if own else conflict)
    recorded.sort(
        key=lambda conflict: (
            CLASSES.index(conflict.conflict_class),
            SEVERITIES.index(conflict.severity),
        )
    )
    return (
        *recorded,
        *(_of_finding(finding, dataset) for finding in found if finding not in matched),
    )


def entries_of(conflict: Conflict, dataset: Dataset) -> tuple[Value, ...]:
    """Return the values of the catalogue that a conflict is about."""
    known = values_by_id(dataset)
    return tuple(known[row] for row in conflict.rows if row in known)


def _by_row(found: Iterable[Conflict]) -> Mapping[str, tuple[Conflict, ...]]:
    touched: dict[str, list[Conflict]] = defaultdict(list)
    for conflict in found:
        for row in conflict.rows:
            touched[row].append(conflict)
    return {row: tuple(own) for row, own in touched.items()}


@kept_with_dataset
def conflicts_by_row(dataset: Dataset) -> Mapping[str, tuple[Conflict, ...]]:
    """Return the conflicts of all classes that name each row, by row identifier."""
    return _by_row(conflicts(dataset))


@kept_with_dataset
def contradictions(dataset: Dataset) -> tuple[Conflict, ...]:
    """Return the conflicts that are contradictions, in the order of `conflicts`."""
    return tuple(own for own in conflicts(dataset) if own.conflict_class == CONTRADICTION)


@kept_with_dataset
def contradictions_by_row(dataset: Dataset) -> Mapping[str, tuple[Conflict, ...]]:
    """Return the contradictions that name each row, by row identifier."""
    return _by_row(contradictions(dataset))


def contradictions_touching(identifiers: Iterable[str], dataset: Dataset) -> tuple[Conflict, ...]:
    """Return the contradictions that name any of some values, each once.

    Slips and readings are left out: they add no warning sign.

    Parameters
    ----------
    identifiers : iterable of str
        Identifiers of values; for a computed value, those of its inputs.
    dataset : Dataset
        All tables.
    """
    touched = contradictions_by_row(dataset)
    found = {
        conflict.id: conflict
        for identifier in identifiers
        for conflict in touched.get(identifier, ())
    }
    return tuple(found.values())


def class_counts(found: Iterable[Conflict]) -> Mapping[str, int]:
    """Return the number of conflicts of each class, in the order of `CLASSES`."""
    counted = Counter(conflict.conflict_class for conflict in found)
    return {name: counted[name] for name in CLASSES}
