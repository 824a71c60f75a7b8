"""What surrounds the pages: response headers, refused requests, and garbage collection."""
