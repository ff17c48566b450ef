"""Exit codes: the same for every command and every format. 3 wins over 1, 2 over both."""

from __future__ import annotations

FINE = 0
FINDINGS = 1  # something at or above --fail-on
USAGE = 2  # wrong use, wrong configuration, or a broken rule file
PROBLEM = 3  # some input could not be read, or a check crashed; the rest was reported
INTERRUPTED = 130
