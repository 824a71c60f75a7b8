"""Cards and pieces of HTML: a figure, a route, a country, a contradiction, sortable tables."""
