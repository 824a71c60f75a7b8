"""Landing page: map, trade and investment series, and survey as linked views."""

from components.overview.landing import show_landing
from components.page.shell import show_page

show_page("dashboard.py", show_landing)
