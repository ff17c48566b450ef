"""Strings made from the patterns of the project."""

PATTERN_ATTACKS = ()
