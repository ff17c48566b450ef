"""Claims judged again from the store alone: what a change of rules, or of the day, does to articles."""
