"""Worked examples: the steps of a case that a text takes one after the other, and what the last of them must be."""
