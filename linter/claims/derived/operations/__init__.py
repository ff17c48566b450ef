"""Operations that a word names: which figures it speaks of follows from what they are, not from how it is worded."""
