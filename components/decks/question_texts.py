"""Question cards in words: what a committee would ask, what the Atlas answers, what to show."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from components.cards.contradiction_card import conflict_content
from components.decks.slide_texts import one_line
from components.figures import audit, survey
from components.figures.audit import CLASS_NAMES
from components.figures.figure import Figure
from components.figures.registry import FIGURES, build_figure
from components.text.lists import one_colon
from components.text.names import later
from components.text.source_line import source_line
from data.choice.parameters import filter_space
from data.decks.rehearsal import FIGURE, QuestionCard, question_cards
from data.evidence.audit import conflicts
from data.evidence.values import COMPUTED
from data.language.languages import DEFAULT_LANGUAGE, Language
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset
from data.problems import TableRefusedError

MOST_VALUES = 16
"""Greatest number of values that the answer about a figure lists."""

GROUP_NAMES: Mapping[str, str] = MappingProxyType({**CLASS_NAMES, FIGURE: later("Key figure")})
"""English names of the groups of cards."""

CONFLICT_QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "tables_disagree": later(
            "Tables print different values. What does each of them print, and which one is shown?"
        ),
        "text_vs_table": later(
            "Text and table print different things. What does each of them print, and which one is "
            "shown?"
        ),
        "text_vs_text": later(
            "Passages of the text differ. What does each of them say, and which one is shown?"
        ),
        "shares_do_not_add_up": later(
            "The printed shares do not add up to the whole. How are they to be read?"
        ),
        "total_is_not_sum": later(
            "The printed total is not the sum of its parts. Which values are shown?"
        ),
        "growth_does_not_recompute": later(
            "The printed growth does not follow from the printed values. Which growth is shown?"
        ),
        "impossible_value": later("Is the printed value possible, and how is it shown?"),
        "date_conflict": later(
            "Different dates are printed. Which ones are they, and which one is shown?"
        ),
        "printing_slip": later("What is printed here, and how does the Atlas write it?"),
        "ambiguous_reading": later("What does the text state here, and what does it leave open?"),
    }
)
"""English questions about a conflict by its kind."""

SURVEY_QUESTION = later("What did the respondents answer, and what is known about their number?")
MAP_QUESTION = later("What does the map show, and what is not known about the lines on it?")
TABLE_QUESTION = later("What does this table of the dissertation state?")
COMPUTED_QUESTION = later("What do these values show, and how were they computed?")
MIXED_QUESTION = later("What do these values show, and which of them are computed?")
PRINTED_QUESTION = later("What do these values show, and where are they printed?")
AUDIT_QUESTION = later("How complete are the sources, and where do they disagree?")


@dataclass(frozen=True, kw_only=True)
class QuestionText:
    """A question card in a language.

    Attributes
    ----------
    card : QuestionCard
        The card.
    marks : str
        Its group; for a conflict also kind and severity.
    topic : str
        What the question is about.
    question : str
        The question.
    answer : tuple of str
        Sentences of the answer.
    values : tuple of pairs of str
        Values: what, and the amount with its unit; with the place where it is printed.
    sources : tuple of str
        Further statements, public records, and where the values stand.
    """

    card: QuestionCard
    marks: str
    topic: str
    question: str
    answer: tuple[str, ...]
    values: tuple[tuple[str, str], ...] = ()
    sources: tuple[str, ...] = ()


@kept_with_dataset
def _shown(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    """Return what each figure shows, by id; figures whose tables did not load are left out."""
    start = filter_space(dataset).start(DEFAULT_LANGUAGE)
    found = {}
    for name in FIGURES:
        try:
            figure = build_figure(name, dataset=dataset, filters=start)
        except TableRefusedError:
            continue
        # Figures about the source itself show every value, so that they are no backup of any.
        found[name] = () if name in audit.FIGURES else figure.contradictable_ids
    return found


@kept_with_dataset
def all_cards(dataset: Dataset) -> tuple[QuestionCard, ...]:
    """Return the cards about all conflicts and all figures."""
    return question_cards(conflicts(dataset), _shown(dataset))


def _start_figure(name: str, dataset: Dataset, language: Language) -> Figure:
    """Return a figure as it is without a choice of the reader."""
    filters = filter_space(dataset).start(language.code)
    return build_figure(name, dataset=dataset, filters=filters)


def _figure_question(figure: Figure) -> str:
    if figure.id in survey.FIGURES:
        return SURVEY_QUESTION
    if figure.id in audit.FIGURES:
        return AUDIT_QUESTION
    if figure.make_map:
        return MAP_QUESTION
    if figure.text_table:
        return TABLE_QUESTION
    methods = set(figure.table["method"])
    if COMPUTED in methods:
        return COMPUTED_QUESTION if len(methods) == 1 else MIXED_QUESTION
    return PRINTED_QUESTION


def _values(figure: Figure, language: Language) -> list[tuple[str, str]]:
    """Return what a chart shows in full colour: names, and amounts with unit and place.

    Bars of a figure about the source itself are counts without a place.
    """
    name, amount = ("category", "label") if figure.id in audit.FIGURES else ("tip_title", "tip")
    return list(
        dict.fromkeys(
            (one_colon(one_line(row[name]), language), one_line(row[amount]))
            for row in figure.rows
            if row.get(name) and row.get(amount) and row.get("opacity", 1.0) == 1.0
        )
    )


def _about_figure(card: QuestionCard, *, dataset: Dataset, language: Language) -> QuestionText:
    _ = language.gettext
    figure = _start_figure(card.subject, dataset, language)
    values = _values(figure, language)
    notes = list(figure.notes)
    if len(values) > MOST_VALUES:
        more = _("and {count} more").format(count=language.number(len(values) - MOST_VALUES))
        values = [*values[:MOST_VALUES], ("", more)]
    # The headline of a question of the survey is what its title begins with.
    headline = "" if figure.title.startswith(figure.headline) else figure.headline
    answer = [headline, figure.finding]
    if not figure.origins or figure.table.empty:
        answer.append(_("The source gives no value for this."))
    where = source_line(figure, dataset=dataset, language=language)
    return QuestionText(
        card=card,
        marks=_(GROUP_NAMES[FIGURE]),
        topic=figure.title,
        question=_(_figure_question(figure)),
        answer=tuple(text for text in answer if text),
        values=tuple(values),
        sources=tuple(text for text in (*notes, where) if text),
    )


def _about_conflict(card: QuestionCard, *, dataset: Dataset, language: Language) -> QuestionText:
    _ = language.gettext
    conflict = next(own for own in conflicts(dataset) if own.id == card.subject)
    content = conflict_content(conflict, dataset=dataset, language=language)
    answer = [content.reason, content.treatment]
    if not content.numbers and not content.others:
        answer.append(_("The source gives no value for this."))
    return QuestionText(
        card=card,
        marks=content.marks,
        topic=content.title,
        question=_(CONFLICT_QUESTIONS[conflict.kind]),
        answer=tuple(text for text in answer if text),
        values=tuple(
            (one_colon(what, language), written) for what, written, _share in content.numbers
        ),
        sources=tuple(content.others),
    )


def question_text(card: QuestionCard, *, dataset: Dataset, language: Language) -> QuestionText:
    """Return a card in a language.

    Parameters
    ----------
    card : QuestionCard
        The card.
    dataset : Dataset
        All tables.
    language : Language
        Language of the deck.
    """
    about = _about_figure if card.group == FIGURE else _about_conflict
    return about(card, dataset=dataset, language=language)


def question_texts(
    cards: tuple[QuestionCard, ...], *, dataset: Dataset, language: Language
) -> Iterator[QuestionText]:
    """Yield cards in a language; those whose tables did not load are left out."""
    for card in cards:
        try:
            yield question_text(card, dataset=dataset, language=language)
        except TableRefusedError:
            continue
