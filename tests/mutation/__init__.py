"""Mutation testing of `data/`: changed copies of functions, each of which a test should refuse."""
