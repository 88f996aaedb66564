"""From a counted figure to a claim: where, when, whose and in which standing."""
