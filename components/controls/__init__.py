"""The bar at the top and every other control: what a reader does becomes parameters of a link."""
