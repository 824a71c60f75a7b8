"""Evidence: values, series, events, survey, routes, sectors, and the audit of contradictions."""
