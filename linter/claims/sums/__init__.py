"""Totals with the parts that the text tells beside them."""
