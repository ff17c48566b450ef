"""Numbers bound to their meaning by the quantities of the vocabulary, and figures that must fit each other."""
