"""Sources page: catalogue, contradictions, source map, data package."""
