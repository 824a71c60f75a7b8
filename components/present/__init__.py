"""The page of a visitor's deck: list of slides, editor, files, and the order to build them."""
