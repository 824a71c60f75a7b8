"""Languages: translated texts, number and list formats, language negotiation."""
