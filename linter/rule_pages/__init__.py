"""A page for every rule of the reference, and an index to them: HTML that loads nothing from elsewhere."""
