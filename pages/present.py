"""Present page: a deck of slides made of the figures of the Atlas."""

from components.page.layout import title
from components.page.shell import show_page
from components.present.page import show_deck
from components.text.names import later

show_page(
    "pages/present.py",
    title(later("Slides for a talk")),
    show_deck,
)
