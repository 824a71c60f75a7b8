"""Frame of every page: shell, layout, session state, style, print, error page."""
