"""Files a reader takes away: tables, pictures, and the addresses they are served under.

What is shown on a page, and presentations, stand elsewhere.
"""
