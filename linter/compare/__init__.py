"""What an edit did to the facts of an article: which were added, removed or changed, however its sentences moved."""
