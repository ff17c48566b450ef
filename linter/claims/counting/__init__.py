"""Counts announced, and the items the text then lists."""
