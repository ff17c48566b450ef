"""What a text asserts without a number: statements, sets, terms, citations, hotlines."""
