"""The landing page: the map, the series of trade and investment, and the survey as linked views."""

from components.instrument import show_instrument
from components.shell import show_page

show_page("dashboard.py", show_instrument)
