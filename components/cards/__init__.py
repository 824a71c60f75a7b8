"""Cards of figures, routes, countries and contradictions, HTML fragments, sortable tables."""
