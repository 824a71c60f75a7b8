"""Own file page: a visitor's trade statistics over the printed tables, and their mirror."""

from components.own_file.page import show_own_file
from components.page.layout import title
from components.page.shell import show_page
from components.text.names import later

show_page(
    "pages/own_file.py",
    title(later("Your own file")),
    show_own_file,
)
