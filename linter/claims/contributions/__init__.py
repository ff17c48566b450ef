"""Contributions: an amount, the rate and the base it is taken of, wherever the three stand."""
