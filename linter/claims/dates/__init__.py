"""Days told: deadlines, events, periods, and days counted from others."""
