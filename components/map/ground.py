"""Names of the ground of the map; it imports no data, since pictures need it too."""

HOME_COUNTRIES = ("KZ", "TR")
"""The two countries the Atlas is about, tinted on the map."""

GROUND_PLACE = "ground-place"
"""Class of the element of a picture that the ground is put in the place of."""
