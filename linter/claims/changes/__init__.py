"""What a text says became of a figure: what was before, what is after, and by how much."""
