"""Times in languages that decline the names of months and days."""
