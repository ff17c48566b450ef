"""Measures the checks against labelled articles: precision, recall, and every finding that is wrong or missing."""
