"""What the rules and the other sentences say of a claim: the judging that checks share."""
