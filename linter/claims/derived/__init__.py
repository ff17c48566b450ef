"""Figures that a text makes of others without writing the calculation: one module a way to make them."""
