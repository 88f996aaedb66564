"""Origins and incidents of what many machines read, put together by merges."""
