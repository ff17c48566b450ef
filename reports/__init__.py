"""Reports: every module with a ``NAME`` is one and is found by it; ``linter.report`` says what it must offer."""
