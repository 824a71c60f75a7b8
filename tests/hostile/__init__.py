"""Hostile input: a kept corpus of values, broken texts and links, and tests that send it."""
