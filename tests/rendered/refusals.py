"""Refused parts of links, and faults of data files."""

from components.cards.figure_card import refusal_texts
from components.text.refusals import REASONS, refusal_text
from data.choice.parameters import FilterSpace
from data.choice.reading import Refusal, from_query
from data.language.languages import language
from data.load.problem_text import problem_text, problem_texts
from data.problems import Problem, Rule, TableRefusedError
from tests.rendered.document import Document

LINK = {
    "years": "2030",
    "sectors": "trade,oil,weather",
    "trade": "table66",
    "investment": "7",
    "selected": "moon",
    "asof": "20 23",
    "view": "north",
    "questions": "3-3",
    "section": "none",
    "lang": "de",
    "sector": "trade",
    "colour": "red",
}
"""A link of which no part can be followed."""

MORE = 12
"""Number of faults that are counted and not listed."""


def add_refusals(document: Document, *, space: FilterSpace, code: str) -> None:
    """Add a text for every reason and rule."""
    words = language(code)
    block = document.block("Refusals and faults", "Parts of links, by reason")
    for reason in REASONS:
        for right in ("", "2018–2023"):
            refusal = Refusal("years", "2030", reason, right)
            block.add(
                [
                    (
                        reason.value if isinstance(reason.value, str) else reason.name.lower(),
                        refusal_text(refusal, words),
                    )
                ]
            )
    block = document.block("Refusals and faults", "A link of which no part can be followed")
    _filters, refused = from_query(LINK, space, code)
    block.add(("", refusal_text(refusal, words)) for refusal in refused)
    block = document.block("Refusals and faults", "Data files, by rule")
    problem = Problem(table="trade", file="trade.csv", rule=Rule.NUMBER, row=7, column="value")
    for rule in Rule:
        fault = Problem(
            table="trade",
            file="trade.csv",
            rule=rule,
            row=7,
            column="value",
            found="abc",
            expected="units",
        )
        block.add([("", problem_text(fault, words))])
    whole = Problem(table="trade", file="datapackage.json", rule=Rule.TABLE_ONCE, found="trade")
    block.add([("whole file", problem_text(whole, words))])
    block = document.block("Refusals and faults", "A figure whose table did not load")
    saying, faults = refusal_texts(TableRefusedError("trade", (problem,), MORE), words)
    block.add([("", saying), *(("", fault) for fault in faults)])
    block.add(("", text) for text in problem_texts((problem, problem), words, MORE))
