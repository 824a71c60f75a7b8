"""Components: everything that draws or formats. They read no data files."""
