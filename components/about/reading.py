"""How to read the Atlas: signs and words of certainty, and the meaning of every colour."""

from markupsafe import Markup

from components.about.article import Swatch, paragraphs, section, swatches, terms
from components.map.legend import map_legend
from components.page.shell import View
from components.page.tokens import (
    KAZAKHSTAN,
    NEUTRAL,
    OTHER_VALUES,
    SURVEY,
    TARGETS,
    THEMES,
    TURKIYE,
)
from components.text.lists import apposed, paragraph_words
from components.text.names import qualifier_name
from data.evidence.names import label_of
from data.evidence.scope import example_series
from data.language.languages import Language

WARNING_MARK = "⚠"
NUMBER_QUALIFIERS = ("about", "over", "under", "up_to")
INTENDED_QUALIFIERS = ("planned", "target", "forecast")


def _named(qualifiers: tuple[str, ...], language: Language) -> str:
    return apposed(qualifier_name(qualifier, language) for qualifier in qualifiers)


def signs(view: View) -> Markup:
    """Explain paragraph numbers, warning marks, qualifiers and kinds of values."""
    words = view.language
    _ = words.gettext
    series = example_series(view.dataset)
    numbers = series[-1].paragraph if series else "1"
    pairs = [
        (
            paragraph_words(numbers, words),
            _("a paragraph of the dissertation, counted from its beginning"),
        ),
        (
            WARNING_MARK,
            _(
                "the source contradicts itself about the value; the number after the sign is "
                "that of the contradictions"
            ),
        ),
        (
            _named(NUMBER_QUALIFIERS, words),
            _("the source prints the number as approximate or as a bound"),
        ),
        (
            _named(INTENDED_QUALIFIERS, words),
            _("intended or expected, not measured; never part of a sum or of growth"),
        ),
        (
            _("computed"),
            _("calculated by the Atlas from printed values, such as growth and balance"),
        ),
        (
            _("inferred"),
            _("not printed, but follows from what is printed; the method is named"),
        ),
        (
            _("exact"),
            _("printed without any qualifying word"),
        ),
    ]
    return section(_("Signs and words"), terms(pairs))


def colours(view: View) -> Markup:
    """Explain the colours of charts and controls; each has one meaning."""
    words = view.language
    _ = words.gettext
    themes = apposed(label_of(view.dataset, "sectors", theme, words) for theme in THEMES)
    entries = [
        Swatch((KAZAKHSTAN,), _("from Kazakhstan: its exports, its investment in Türkiye")),
        Swatch((TURKIYE,), _("from Türkiye: imports of Kazakhstan, investment in Kazakhstan")),
        Swatch((SURVEY,), _("answers of the survey")),
        Swatch((NEUTRAL,), _("amounts of neither country, capacities, answers outside the scale")),
        Swatch(
            (OTHER_VALUES,),
            _("other values that the source gives, drawn with a different symbol"),
        ),
        Swatch((TARGETS,), _("targets and expectations")),
        Swatch(tuple(THEMES.values()), _("themes: {themes}").format(themes=themes)),
        Swatch(("var(--atlas-accent)",), _("can be clicked, or is selected")),
        Swatch(("var(--atlas-warning)",), _("contradictions and faults")),
    ]
    remarks = [
        _("Pale marks lie outside the selection and stay as context."),
        _(
            "On the map, oil lines have the colour of energy and ship routes that of transport; "
            "the other lines have colours of their own."
        ),
    ]
    return section(_("Colours"), swatches(entries), paragraphs(remarks))


def map_signs(view: View) -> Markup:
    """Explain colours, dashes and widths of the lines on the map."""
    _ = view.language.gettext
    return section(_("Lines on the map"), map_legend(view.language))
