"""Which event of a sentence counts which figure."""
