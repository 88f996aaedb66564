"""Who is named, and who fights whom."""
