"""What is known: tables, schemas, loaders and derivations. No drawing happens here."""
