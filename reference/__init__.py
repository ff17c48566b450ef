"""Verified rules: dated, sourced, graded. Data as JSON beside the code that loads and looks it up."""
