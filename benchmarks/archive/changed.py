"""What a measurement changes: some articles of a corpus, a rule."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

_EVERY = 100
_ADDED = "\n\n本文略有改动。\n"


def with_changes(corpus: Path, path: Path) -> Path:
    """The corpus with a line added to each hundredth article."""
    with pq.ParquetWriter(path, pq.read_schema(corpus)) as file:
        number = 0
        for batch in pq.ParquetFile(corpus).iter_batches():
            changed = pa.array([(number + row) % _EVERY == 0 for row in range(batch.num_rows)])
            texts = batch.column("text")
            texts = pc.if_else(changed, pc.binary_join_element_wise(texts, _ADDED, ""), texts)
            file.write_batch(batch.set_column(batch.schema.get_field_index("text"), "text", texts))
            number += batch.num_rows
    return path


def changed_rule(rules: Path, rule: str, path: Path) -> Path:
    """A file with that rule alone, taken from the file ``rules``, its last number made smaller by one."""
    document: dict[str, Any] = json.loads(rules.read_text("utf-8"))
    found = next(each for each in document["rules"] if each["id"] == rule)
    found["values"][-1]["value"] -= 1
    path.write_text(json.dumps({"rules": [found]}, ensure_ascii=False, indent=1), encoding="utf-8")
    return path
