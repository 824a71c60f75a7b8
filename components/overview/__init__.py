"""The landing page: linked views, key figures, the small map, the panel of the choice."""
