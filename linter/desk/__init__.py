"""What ``factlint check`` decides beyond the checks, for the command line and for texts that are being edited."""
