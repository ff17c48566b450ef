"""The least that any checker of this kind does: read, decode, digest, and one pass over the vocabulary's terms.

python benchmarks/speed/floor.py DIR
"""

from __future__ import annotations

import hashlib
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from os import cpu_count
from pathlib import Path

from ahocorasick_rs import AhoCorasick

from reference.vocabulary import load_terms


@cache
def automaton() -> AhoCorasick:
    """All names of all terms, compiled."""
    return AhoCorasick(sorted({name for entry in load_terms() for name in entry.names}))


def pass_over(path: Path) -> tuple[str, int]:
    """A file's digest and how often a term stands in it."""
    data = path.read_bytes()
    return hashlib.sha256(data).hexdigest(), len(automaton().find_matches_as_indexes(data.decode()))


def main() -> None:
    """Pass over all articles of a folder, with one process for each core."""
    paths = sorted(Path(sys.argv[1]).rglob("*.md"))
    with ProcessPoolExecutor(cpu_count()) as pool:
        found = sum(count for _, count in pool.map(pass_over, paths, chunksize=64))
    sys.stdout.write(f"{len(paths)} articles, {found} terms\n")


if __name__ == "__main__":
    main()
