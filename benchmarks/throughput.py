"""Time a character, in one process that is warm: many short articles, and shapes that invite quadratic work.

Run with ``python benchmarks/throughput.py [RUNS]``. The unit is a pass of plain Python over the same characters, so
that machines can be compared. ``growth`` is how much longer a text of four times the length takes: 4 is linear.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from linter import lint_text

EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"
AS_OF = date(2026, 11, 21)
SHORT = 700
SHAPES = {
    "one sentence": "养老保险单位缴费16%,个人缴费8%,",
    "amounts in one sentence": "基数7000元,养老保险个人8%(560元),",
    "opening brackets": "(",
    "small brackets": "(养老)",
    "repeated lines": "职工养老保险单位缴费比例为16%,个人8%。\n",
    "dates in one sentence": "2024年5月,",
}
LENGTH = 4000
FACTOR = 4


def short_articles() -> list[str]:
    """The examples, cut into texts of about 700 characters."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.md")))
    return [text[start : start + SHORT] for text in texts for start in range(0, len(text), SHORT)]


def check(texts: Iterable[str]) -> None:
    """Check each text as an article of its own."""
    for text in texts:
        lint_text(text, as_of=AS_OF, path="article.txt")


def plain(texts: Iterable[str]) -> None:
    """The unit: what any program in Python pays for looking at every character."""
    for text in texts:
        for char in text:
            ord(char)


def least(action: Callable[[Iterable[str]], None], texts: list[str], runs: int) -> float:
    """The least processor time of so many runs, after one that is not counted."""
    action(texts)
    times = []
    for _ in range(runs):
        start = time.process_time()
        action(texts)
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Print the two tables."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    articles = short_articles()
    seconds = least(check, articles, runs)
    rate = sum(map(len, articles)) / seconds
    sys.stdout.write(
        f"{'short articles':24} {rate:8.0f} characters/s   × {seconds / least(plain, articles, runs):6.0f}\n"
    )
    for name, piece in SHAPES.items():
        small, large = (piece * (length // len(piece)) for length in (LENGTH, FACTOR * LENGTH))
        growth = least(check, [large], 1) / least(check, [small], 1)
        sys.stdout.write(f"{name:24} growth {growth:5.1f}\n")


if __name__ == "__main__":
    main()
