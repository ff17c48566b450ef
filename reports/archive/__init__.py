"""The report of an archive as an HTML page: few numbers about millions of articles."""
