"""What a reader has chosen: the parameters of a link, how they are read and written."""
