"""What each payer pays for each scheme in one example, and the totals the text gives for it."""
