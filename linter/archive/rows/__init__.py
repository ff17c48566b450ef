"""What a document, its claims, its findings and its problems look like as rows of the tables."""
