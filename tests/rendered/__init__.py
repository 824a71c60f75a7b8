"""Every sentence of the Atlas in each language, as text files that a reviewer can read."""
