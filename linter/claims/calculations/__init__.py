"""Calculations written out, as trees, and how their results are compared."""
