"""Chart forms by shape, made once a language. What a chart says comes with the rows of a figure."""
