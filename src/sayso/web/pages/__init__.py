"""One file a page; each has `PAGE`, and its template has the page's name."""
