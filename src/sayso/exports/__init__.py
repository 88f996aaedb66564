"""Claims and findings written in the forms that others read."""
