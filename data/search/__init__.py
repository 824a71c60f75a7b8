"""Search of the catalogue: queries, numbers as people type them, names in four languages."""
