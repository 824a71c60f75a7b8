"""A visitor's own file of trade statistics: recognition, reading, mirror comparison, template."""
