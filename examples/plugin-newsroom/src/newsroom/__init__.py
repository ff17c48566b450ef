"""What an invented newsroom adds to factlint."""
