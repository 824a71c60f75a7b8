"""Export of figures and the catalogue: tables, pictures, and their addresses on the server."""
