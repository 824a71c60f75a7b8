"""Rendering of decks: slides as one HTML file that needs no server and no internet."""
