"""From a document to its attributions and claims: pure functions, one file a part."""
