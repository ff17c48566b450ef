"""Writes a corpus of articles and what is known of them, the same for the same seed, a thousand at a time.

    python benchmarks/archive/corpus.py FILE [--articles 100000] [--seed 1]

The suffix of FILE says the format: .parquet, .jsonl, .jsonl.gz, .jsonl.zst; columns id, title, text, published, region,
url. Beside it stands FILE.truth.jsonl: which articles are copies, contain an error, contradict each other, or only look
as if they did. The smaller of two corpora of one seed is the beginning of the larger one.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from articles import Article, Articles

_AT_ONCE = 1000
_SCHEMA = pa.schema(
    [(name, pa.date32() if name == "published" else pa.string()) for name in Article.__dataclass_fields__]
)
_PACKED = {".gz": "gzip", ".zst": "zstd"}
Write = Callable[[Sequence[Article]], None]


def write(path: Path, number: int, seed: int = 1) -> None:
    """Write so many articles, and what is known of them."""
    made = islice(Articles(seed), number)
    with truth_of(path).open("w", encoding="utf-8") as truths, _writer(path) as add:
        while batch := list(islice(made, _AT_ONCE)):
            add([article for article, _ in batch])
            known = [asdict(truth) for _, told in batch for truth in told]
            truths.writelines(json.dumps({k: v for k, v in one.items() if v is not None}) + "\n" for one in known)


def write_rows(path: Path, rows: Sequence[Article]) -> None:
    """Write these articles."""
    with _writer(path) as add:
        add(rows)


def truth_of(path: Path) -> Path:
    """Where that is written which is known of the articles of a corpus."""
    return path.with_name(path.name + ".truth.jsonl")


@contextmanager
def _writer(path: Path) -> Iterator[Write]:
    if path.suffix == ".parquet":
        with pq.ParquetWriter(path, _SCHEMA, compression="zstd") as file:
            yield lambda rows: file.write_table(pa.Table.from_pylist([asdict(row) for row in rows], schema=_SCHEMA))
        return
    with pa.output_stream(str(path), compression=_PACKED.get(path.suffix)) as stream:
        yield lambda rows: stream.write("".join(map(_line, rows)).encode())


def _line(article: Article) -> str:
    return json.dumps(asdict(article) | {"published": article.published.isoformat()}, ensure_ascii=False) + "\n"


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write(options.file, options.articles, options.seed)


if __name__ == "__main__":
    main()
