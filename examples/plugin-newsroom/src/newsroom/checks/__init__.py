"""The checks: every module here is looked through."""
