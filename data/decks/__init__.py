"""Decks: ordered slides that show figures with a choice, their file format, built-in decks."""
