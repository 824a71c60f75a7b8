"""The builders of figures, one module per subject."""
