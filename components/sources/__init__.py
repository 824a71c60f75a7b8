"""The page of sources: catalogue, contradictions, source map, the data package."""
