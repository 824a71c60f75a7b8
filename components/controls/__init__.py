"""Filter bar and other controls; they turn user input into link parameters."""
