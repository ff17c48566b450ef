"""Many files in one folder: time and memory for each file, as ratios between a small and a large number.

``python -m benchmarks.many_files [NUMBER]``: 100,000 by default for the search, a fiftieth of it for the check.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import click

_TEXT = "第{}篇。养老保险:6400元×8%=512元。\n"
_SEARCH = (
    "import sys, resource; from pathlib import Path; from linter.discover import find_articles;"
    "n = len(find_articles([Path(sys.argv[1])])); print(n, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
)
_CHECK = (
    "import sys, resource\nfrom linter.cli.main import main\n"
    "try:\n    main(['check', sys.argv[1], '--no-cache', '--jobs', '1', '--format', 'json', '-o', os.devnull])\n"
    "except SystemExit:\n    pass\n"
    "print(sys.argv[1], resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
).replace("import sys, resource", "import os, sys, resource")


def main() -> None:
    """Print the figures."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as made:
        for name, code, most in (("search", _SEARCH, number), ("check", _CHECK, number // 50)):
            small, large = (_measured(code, _folder(Path(made), count)) for count in (most // 4, most))
            click.echo(
                f"{name} of {most} files: {large[0]:.1f} s, {large[1] / 1024:.0f} MB; "
                f"four times the files take {large[0] / small[0]:.1f} times the time, "
                f"{(large[1] - small[1]) / (most * 3 / 4):.1f} kB more for each file"
            )


def _folder(made: Path, count: int) -> Path:
    folder = made / str(count)
    if not folder.exists():
        folder.mkdir()
        for number in range(count):
            (folder / f"{number:06}.md").write_text(_TEXT.format(number), encoding="utf-8")
    return folder


def _measured(code: str, folder: Path) -> tuple[float, int]:
    before = _processor_time()
    done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, check=True)
    return _processor_time() - before, int(done.stdout.split()[-1])


def _processor_time() -> float:
    times = os.times()
    return times.children_user + times.children_system


if __name__ == "__main__":
    main()
