"""AutoCorrect over a folder, for comparison; runs where its Python package ``autocorrect-py`` is installed.

python benchmarks/speed/autocorrect_pass.py DIR
"""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from os import cpu_count
from pathlib import Path


def lint(path: Path) -> int:
    """How many lines AutoCorrect would change."""
    import autocorrect_py

    return len(autocorrect_py.lint_for(path.read_text(encoding="utf-8"), "markdown").lines)


def main() -> None:
    """Lint all articles of a folder, with one process for each core."""
    paths = sorted(Path(sys.argv[1]).rglob("*.md"))
    with ProcessPoolExecutor(cpu_count()) as pool:
        found = sum(pool.map(lint, paths, chunksize=64))
    sys.stdout.write(f"{len(paths)} articles, {found} lines\n")


if __name__ == "__main__":
    main()
