"""Documents, claims, findings and problems as rows of the tables."""
