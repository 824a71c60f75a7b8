"""Faults of the data files as a page lists them: the first ones in words, a count of the rest."""

from collections import defaultdict
from collections.abc import Sequence

from data.languages import Language
from data.problem_text import SAYINGS, problem_text
from data.problems import Problem

SHOWN_PROBLEMS = 50
"""Faults that a list on a page names at most."""

__all__ = ["SAYINGS", "SHOWN_PROBLEMS", "problem_text", "problem_texts"]


def _listed(problems: Sequence[Problem]) -> list[Problem]:
    """Return the faults that a list names: the first of every file, then the second, and so on."""
    seen: dict[str, int] = defaultdict(int)
    ranks = []
    for place, problem in enumerate(problems):
        seen[problem.file] += 1
        ranks.append((seen[problem.file], place))
    return [
        problems[place] for place in sorted(place for _, place in sorted(ranks)[:SHOWN_PROBLEMS])
    ]


def problem_texts(problems: Sequence[Problem], language: Language, omitted: int = 0) -> list[str]:
    """Return up to `SHOWN_PROBLEMS` faults in words, and how many more there are.

    Every file with a fault is named where there is room for it.

    Parameters
    ----------
    problems : sequence of Problem
        Faults that were kept.
    language : Language
        Language of the list.
    omitted : int
        How many further faults were found and not kept.
    """
    texts = [problem_text(problem, language) for problem in _listed(problems)]
    rest = len(problems) - len(texts) + omitted
    if rest:
        more = language.gettext("and {count} more")
        texts.append(more.format(count=language.number(rest)))
    return texts
