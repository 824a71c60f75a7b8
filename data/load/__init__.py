"""Loading of the data package: description, files, checks, faults and the seal."""
