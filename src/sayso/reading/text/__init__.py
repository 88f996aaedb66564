"""Words, sentences, quotation marks and names, as offsets."""
