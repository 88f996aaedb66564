"""Days and periods that a text names."""
