"""Tables of articles, written as other programs write them."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from linter.archive.sources.columns import Columns
from linter.archive.sources.corpus import Corpus

Rows = Sequence[Mapping[str, Any]]
DEFAULT = Columns()


def drawn(*paths: Path, columns: Columns = DEFAULT) -> list[dict[str, Any]]:
    """The articles of the paths."""
    return [row for batch in Corpus(paths, columns).draw() for row in batch.to_pylist()]


def random_text(seed: int, length: int) -> str:
    """Chinese characters that hardly pack."""
    return "".join(map(chr, Random(seed).choices(range(0x4E00, 0x9FA5), k=length)))


def json_lines(rows: Rows) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def csv_text(rows: Rows, delimiter: str = ",") -> str:
    text = io.StringIO()
    table = csv.DictWriter(text, list(rows[0]), delimiter=delimiter)
    table.writeheader()
    table.writerows(rows)
    return text.getvalue()


def write(path: Path, rows: Rows) -> Path:
    """Write the rows as the name of the file says."""
    name = path.name
    if name.endswith(".parquet"):
        pq.write_table(pa.Table.from_pylist(list(rows)), path, row_group_size=3)
        return path
    data = csv_text(rows).encode() if ".csv" in name else json_lines(rows)
    if name.endswith(".gz"):
        data = gzip.compress(data)
    elif name.endswith(".zst"):
        data = pa.compress(data, codec="zstd", asbytes=True)
    path.write_bytes(data)
    return path


def write_warc(path: Path, answers: Sequence[tuple[str, str, str, bytes]]) -> Path:
    """Write answers (address, status, content type, body) as a crawler does, fetched on some day."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=path.name.endswith(".gz"))
        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "test"}))
        for url, status, kind, body in answers:
            head = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            dated = {"WARC-Date": "2019-03-04T05:06:07Z"}
            record = writer.create_warc_record(
                url, "response", io.BytesIO(body), length=len(body), http_headers=head, warc_headers_dict=dated
            )
            writer.write_record(record)
            record.raw_stream.close()  # the writer leaves it open
    return path
