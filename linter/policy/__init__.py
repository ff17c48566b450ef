"""What is done with findings after they are found: adjusted, suppressed, held against a baseline. Pure functions."""
