"""The reports: every module here with a ``NAME`` is one."""
