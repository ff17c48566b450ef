"""``python -P -m linter``: the same as the command ``factlint``."""

from __future__ import annotations

from linter.cli.main import main

if __name__ == "__main__":
    main()
