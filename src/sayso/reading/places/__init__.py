"""Which place a name stands for."""
