"""Build steps: what is written once and kept in the repository, and what the Atlas never runs."""
