"""The frame of every page: shell, layout, the visit of a reader, style, print, failure."""
