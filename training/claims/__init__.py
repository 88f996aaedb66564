"""Training of the claim reader; commands in order stand in training/README.md."""
