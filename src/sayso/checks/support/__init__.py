"""What several checks share; no file here is a check."""
