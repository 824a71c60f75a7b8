"""One writer of names, amounts, places and years, for charts, tables, cards, tooltips and files."""
