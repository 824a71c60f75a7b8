"""State of the process shared by all sessions: dataset and caches."""
