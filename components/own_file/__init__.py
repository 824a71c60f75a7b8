"""The page of a visitor's own file: upload, what was understood, overlay, mirror view."""
