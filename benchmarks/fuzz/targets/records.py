"""Tables of articles as the scan of an archive reads them: every row is an article or says what is wrong with it."""

from __future__ import annotations

import atexit
import gzip
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.fuzz.choices import Choices
from linter.archive.sources.columns import Columns, ColumnsError
from linter.archive.sources.files import outlook, rows
from linter.readers import UnreadableError, read_document

LARGEST = 500
_FOLDER = Path(tempfile.mkdtemp(prefix="factlint-fuzz-"))
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)
_NAMES = ("a.jsonl", "a.csv", "a.tsv", "a.jsonl.gz", "a.csv.gz", "a.warc", "a.ndjson.bz2", "a.csv.zst")
_WARC = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.b/2025/0701/c.html\r\n"
    "WARC-Date: 2025-07-01T00:00:00Z\r\n"
    "WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\n"
    "Content-Length: {}\r\n\r\n{}\r\n\r\n"
)
_PAGE = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gbk\r\n\r\n<p>16%</p>"
_SOURCES = (
    '{"id": "a", "text": "甲16%。", "published": "2025-07-01", "title": "题", "url": "http://a.b/20250701/"}\n'
    '{"text": 1}\n\n[',
    '\ufeff{"text": "\\ud83d", "date": 1751328000, "region": ["x"], "html": "<p>甲</p>", "format": "md"}\r\n'
    '{"text": null}',
    'id,text,date\n1,"甲,""16%""\n乙",2025/7/1\n2,丙\n3,"丁',
    "text;published\n甲;二〇二五年七月\n\n乙;99999999\n",
    "title\ttext\turl\n题\t甲\t\0\n",
    _WARC.format(len(_PAGE), _PAGE),
)


def seeds() -> Iterator[bytes]:
    """Every source under every name, packed where the name says so."""
    for number, name in enumerate(_NAMES):
        for source in _SOURCES:
            data = source.encode()
            yield bytes((number,)) + (gzip.compress(data, mtime=0) if name.endswith(".gz") else data)
    yield b"\x01" + _SOURCES[2].encode("gb18030")
    yield b"\x01" + _SOURCES[2].encode("utf-16")


def one(data: bytes) -> None:
    """The first byte chooses the name."""
    choices = Choices(data)
    file = _FOLDER / choices.of(_NAMES)
    file.write_bytes(choices.rest())
    try:
        assert outlook(file, Columns()).size >= 0
    except ColumnsError as error:
        assert error.reason.zh
    for row in rows(file, Columns()):
        assert row.id
        assert row.path
        row.id.encode()
        row.path.encode()
        if row.fault is not None:
            assert row.fault.zh
            continue
        try:
            read_document(row.data, row.path, row.title)
        except UnreadableError as error:
            assert error.reason.zh
