"""Who says what, as spans: sources, cues, contents, and how far an account reaches."""
