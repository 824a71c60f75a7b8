"""Languages: translated texts, formats of numbers and lists, names of things."""
