"""Filters of a reader, and the parameters of a link that store them."""
