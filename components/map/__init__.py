"""The map: what it shows, and how it is drawn on a screen and in print."""
