"""What pages are made of: everything that draws. No file is read here."""
