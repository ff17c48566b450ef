"""From tokens to claims: what each number, name and date of an article says."""
