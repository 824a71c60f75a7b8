"""Server: response headers, refused requests, settings, logging, garbage collection."""
