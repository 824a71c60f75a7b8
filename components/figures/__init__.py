"""Builders of figures, one module per subject."""
