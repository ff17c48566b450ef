"""The tables of an archive, as Arrow schemas: what goes into the per-document function, what comes out, what is kept.

Every table is in the order of (document, ordinal). Offsets count code points of a document's visible text; ``line`` and
``column`` count from 1 in its source. ``docs/archive.md`` says what each column means.
"""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

BATCH = 64
"""The most documents that go through the per-document function at once."""

DECIMAL: pa.DataType = pa.decimal128(30, 8)
"""A number of an article: exact, with room for an archive's largest sums and finest rates."""

_TEXT: pa.DataType = pa.string()
_LONG: pa.DataType = pa.int64()
_WHOLE: pa.DataType = pa.int32()
_DAY: pa.DataType = pa.date32()
_FLAG: pa.DataType = pa.bool_()
_BYTES: pa.DataType = pa.large_binary()
_TEXTS: pa.DataType = pa.list_(_TEXT)

_PLACE = (
    ("start", _WHOLE),
    ("end", _WHOLE),
    ("context_start", _WHOLE),
    ("context_end", _WHOLE),
    ("line", _WHOLE),
    ("column", _WHOLE),
    ("section", _WHOLE),
    ("quote", _TEXT),
    ("sentence", _TEXT),
    ("sentence_key", _LONG),
)

ARTICLES = pa.schema(
    [
        ("id", _TEXT),
        ("path", _TEXT),
        ("data", _BYTES),
        ("title", _TEXT),
        ("published", _DAY),
        ("region", _TEXT),
        ("url", _TEXT),
        ("fault", _TEXT),
    ]
)
"""What a corpus is made of. ``path`` is a name whose suffix tells the format; ``fault`` why a source has no such
document, in Chinese and English with a unit separator (U+001F) between."""

DOCUMENTS = pa.schema(
    [
        ("document", _TEXT),
        ("path", _TEXT),
        ("url", _TEXT),
        ("site", _TEXT),
        ("sha256", _TEXT),
        ("key", _TEXT),
        ("content", _TEXT),
        ("title", _TEXT),
        ("format", _TEXT),
        ("encoding", _TEXT),
        ("published", _DAY),
        ("published_from", _TEXT),
        ("month", _TEXT),
        ("region", _TEXT),
        ("characters", _WHOLE),
        ("sections", _WHOLE),
        ("numbers", _WHOLE),
        ("bound", _WHOLE),
        ("checked", _WHOLE),
        ("unverifiable", _WHOLE),
        ("reasons", pa.map_(_TEXT, _WHOLE)),
        ("bands", pa.list_(_LONG)),
    ]
)

CLAIMS = pa.schema(
    [
        ("document", _TEXT),
        ("claim", _WHOLE),
        ("kind", _TEXT),
        ("subject", _TEXT),
        ("scheme", _TEXT),
        ("payer", _TEXT),
        ("population", _TEXT),
        ("facets", _TEXT),
        ("stance", _TEXT),
        ("members", _TEXTS),
        ("region", _TEXT),
        ("region_from", _TEXT),
        ("published", _DAY),
        ("period_start", _DAY),
        ("period_end", _DAY),
        ("period_from", _TEXT),
        ("markers", _TEXTS),
        *_PLACE,
        ("unit", _TEXT),
        ("written", _TEXT),
        ("low", DECIMAL),
        ("high", DECIMAL),
        ("written_low", DECIMAL),
        ("written_high", DECIMAL),
        ("bound", _TEXT),
        ("approximate", _FLAG),
        ("per", _TEXT),
        ("ground", _LONG),
        ("level", _TEXT),
        ("judged", _TEXT),
        ("context", _TEXT),
        ("law", _FLAG),
        ("in_title", _FLAG),
        ("claim_key", _LONG),
        ("case_key", _LONG),
        ("packed", pa.binary()),
    ]
)

FINDINGS = pa.schema(
    [
        ("document", _TEXT),
        ("finding", _WHOLE),
        ("code", _TEXT),
        ("name", _TEXT),
        ("family", _TEXT),
        ("severity", _TEXT),
        ("confidence", _TEXT),
        ("message_zh", _TEXT),
        ("message_en", _TEXT),
        *_PLACE,
        ("fingerprint", _TEXT),
        ("rule", _TEXT),
        ("rule_region", _TEXT),
        ("rule_from", _DAY),
        ("evidence_grade", _TEXT),
        ("verdict_at_publication", _TEXT),
        ("verdict_now", _TEXT),
        ("expected", _TEXT),
        ("suggestion", _TEXT),
        ("subject", _TEXT),
        ("claim", _TEXT),
        ("cause_zh", _TEXT),
        ("cause_en", _TEXT),
        ("still_right", _FLAG),
    ]
)

PROBLEMS = pa.schema(
    [
        ("document", _TEXT),
        ("path", _TEXT),
        ("key", _TEXT),
        ("content", _TEXT),
        ("kind", _TEXT),
        ("reason_zh", _TEXT),
        ("reason_en", _TEXT),
    ]
)
"""What was not, or not wholly, checked. ``kind``: "unreadable", "source", "crashed-check", "crash", "too-slow",
"too-big", "died"."""

TABLES: Mapping[str, pa.Schema] = {
    "documents": DOCUMENTS,
    "claims": CLAIMS,
    "findings": FINDINGS,
    "problems": PROBLEMS,
}
"""The tables of a store by name. A document that could not be read has a row in the last one alone."""

EXAMINED = pa.schema(
    [("document", _TEXT)] + [(name, pa.list_(pa.struct(list(schema)))) for name, schema in TABLES.items()]
)
"""What the per-document function makes: a row for each article, with its rows of every table as lists."""

NAMED = pa.schema([(name, _TEXT) for name in ("document", "path", "url", "site", "key", "content")])
"""An article by its names. ``content`` names what is examined and by what: equal ones have equal outcomes; ``key``
names all that the rows of a document say but for its own name."""
