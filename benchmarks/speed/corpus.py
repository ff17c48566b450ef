"""Writes a corpus of the genre, for measuring speed: articles of about 2 KB, all different, one in three with an error.

python benchmarks/speed/corpus.py DIR [--articles 10000] [--seed 1]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "accuracy"))

from generate import Twins, twins

from reference.load import load_reference

SIZE = 2000
_A_FOLDER = 500
_ENDLESS = 1_000_000


def articles(seed: int) -> Iterator[str]:
    """Articles without end, the same for the same seed: one head, then paragraphs until the size is reached."""
    parts = twins(load_reference(), _ENDLESS, seed)
    for number in count():
        text = _text(next(parts), number)
        while len(text.encode()) < SIZE:
            text += "\n" + _body(_text(next(parts), number))
        yield text


def write(folder: Path, number: int, seed: int = 1) -> None:
    """Write so many articles below ``folder``, some hundred to a folder."""
    for index, text in enumerate(islice(articles(seed), number)):
        path = folder / f"{index // _A_FOLDER:03}" / f"{index:06}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _text(pair: Twins, number: int) -> str:
    return pair.wrong if number % 3 == 0 else pair.clean


def _body(text: str) -> str:
    """What stands below the title."""
    return text.partition("\n# ")[2].partition("\n")[2]


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write(options.folder, options.articles, options.seed)


if __name__ == "__main__":
    main()
