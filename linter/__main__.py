"""``python -P -m linter``: the same as the command ``factlint``."""

from __future__ import annotations

from linter.cli.import_path import leave_current_folder

if __name__ == "__main__":
    # Without -P the current folder is the first that modules are looked for in.
    leave_current_folder()
    from linter.cli.main import main

    main()
