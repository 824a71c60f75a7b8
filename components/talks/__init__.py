"""Talks with an audience: state, limits, addresses and pages for phones and presenters."""
