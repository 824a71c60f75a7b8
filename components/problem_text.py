"""Faults of the data files as a page lists them; `data.problem_text` has the words."""

from data.problem_text import SAYINGS, SHOWN_PROBLEMS, problem_text, problem_texts

__all__ = ["SAYINGS", "SHOWN_PROBLEMS", "problem_text", "problem_texts"]
