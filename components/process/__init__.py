"""What one process keeps for all readers: the dataset, finished figures, and how to empty them."""
