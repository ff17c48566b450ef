"""Who may share a medical account with whom."""
