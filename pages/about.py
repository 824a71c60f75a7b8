"""About page: what the Atlas is, how to read it, its method, limits, licences, citation."""

from components.about.article import article
from components.about.citing import show_citations
from components.about.method import show_method
from components.about.reading import colours, map_signs, signs
from components.about.texts import (
    authorship,
    disagreement,
    introduction,
    keyboard,
    licences,
    limits,
    presenting,
    readers,
)
from components.page.layout import title
from components.page.shell import show_page
from components.text.names import later

show_page(
    "pages/about.py",
    title(later("About the Atlas")),
    article(introduction, readers, authorship),
    show_method,
    article(signs, colours, map_signs),
    article(limits, disagreement),
    show_citations,
    article(keyboard, presenting, licences),
)
