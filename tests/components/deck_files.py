"""Decks and texts that the tests of deck files use."""

from data.decks.model import ANY, Deck, Slide, Step, Words

ADDRESS = "http://atlas.test/"

LETTERS = {
    "en": "Relations",
    "kk": "Қазақстан мен Түркияның қарым-қатынасы: ә ғ қ ң ө ұ ү һ і Ә Ғ Қ Ң Ө Ұ Ү Һ І",
    "tr": "Kazakistan–Türkiye ilişkileri: ç ğ ı i ö ş ü Ç Ğ I İ Ö Ş Ü",
    "ru": "Отношения Казахстана и Турции: ё й щ ъ ы э ю я",
}
"""A title in each language with the letters that other alphabets lack."""

HOSTILE = "</a:t><b>&amp;\x00\x0b\u202eשלום مرحبا\ud800"
"""Markup, control characters, a change of direction, other scripts, half a character."""

LONGEST = "word " * 2_000
"""A title of 10,000 characters."""


def titled(figure: str) -> Slide:
    """Return a slide with a figure and a title in every language."""
    return Slide(figure=figure, message=Words(LETTERS))


def deck_of(*figures: str) -> Deck:
    """Return a deck with a slide for each figure."""
    return Deck(title=Words(LETTERS), slides=tuple(titled(name) for name in figures))


def stepped() -> Deck:
    """Return a slide with two further states, notes and a target time."""
    slide = Slide(
        figure="trade_turnover",
        choice="years=2018-2021",
        message=Words(LETTERS),
        notes=Words({ANY: "Say this"}),
        seconds=90,
        steps=(Step(), Step(choice="trade=table6", message=Words({ANY: "Table 6"}))),
    )
    return Deck(slides=(slide,))


def hostile() -> Deck:
    """Return slides with every kind of text that a file could break on."""
    words = Words({ANY: HOSTILE})
    slides = (
        Slide(message=words, text=words, notes=words),
        Slide(figure=HOSTILE, message=words),
        Slide(figure="survey_q04", message=Words({ANY: LONGEST}), notes=words),
        Slide(figure="survey_q04", message=Words({ANY: "x" * 10_000})),
        Slide(message=Words({ANY: LONGEST}), text=Words({ANY: "\n".join([LONGEST] * 3)})),
    )
    return Deck(title=words, slides=slides)
