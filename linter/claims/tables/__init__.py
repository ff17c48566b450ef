"""Tables whose figures depend on each other, and what the text below retells of them."""
