"""About page: what the Atlas is, how to read it, its method, limits, licences and citation."""
