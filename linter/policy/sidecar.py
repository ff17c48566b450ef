"""Suppressions in a file of their own, keyed by fingerprint: Word files, a CMS and scraped text stay untouched."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from linter.document import Document, ReadContent
from linter.finding import Finding
from linter.policy.suppression import Suppression, state_of_rule
from linter.schemas import faults
from linter.text import SourceMap, Span
from reference.format_version import Format, VersionError

FILE_NAME = "factlint-suppressions.yml"
FORMAT = Format(
    key="version",
    version="1",
    zh="抑制文件",
    en="The file of suppressions",
    remedy_zh="请按 docs/suppressions.md 改写",
    remedy_en="Write it as docs/suppressions.md says",
)
_HEAD = f"version: {FORMAT.version}\nsuppressions:\n"
_NONE_YET = re.compile(r"^(suppressions:)[ \t]*\[[ \t]*\]", re.M)
_FIELDS = {"fingerprint": "fingerprint", "path": "path", "reason": "reason", "owner": "owner", "rests-on": "rests_on"}


class SidecarError(ValueError):
    """The suppressions file cannot be used; the message says where and why."""


def read_sidecar(text: str) -> tuple[Suppression, ...]:
    """The suppressions in the text of such a file, with their places in it. Raises ``SidecarError``."""
    # Imported here: most runs have no such file.
    import yaml

    try:
        # The base loader leaves everything as written: a fingerprint of digits is no number, a day no date.
        node = yaml.compose(text, Loader=yaml.BaseLoader)
        loaded = FORMAT.current(yaml.load(text, Loader=yaml.BaseLoader))
    except (yaml.YAMLError, RecursionError) as error:
        raise SidecarError(" ".join(str(error).split())) from error
    except VersionError as error:
        raise SidecarError(str(error)) from error
    for fault in faults(loaded, "linter.policy", "suppressions-v1.schema.json"):
        raise SidecarError(f"{'.'.join(map(str, fault.absolute_path))}: {fault.message}")
    entries = loaded["suppressions"] or []
    return tuple(_suppression(entry, place) for entry, place in zip(entries, _places(node), strict=True))


def with_entry(text: str, finding: Finding, document: Document, path: str, **said: date | str | None) -> str:
    """The file's text with a suppression of a finding behind all others: comments and order are somebody's.

    ``text`` is empty for a new file, ``path`` the article relative to it, ``said`` the reason, owner and expires.
    """
    # Imported here: most runs have no such file.
    import yaml

    entry = _entry(finding, document, path) | {name: str(value) for name, value in said.items() if value is not None}
    rests_on = state_of_rule(finding)
    added = yaml.safe_dump(
        [entry | ({"rests-on": rests_on} if rests_on else {})], allow_unicode=True, sort_keys=False, width=10_000
    )
    before = _NONE_YET.sub(r"\1", text) or _HEAD
    return before.rstrip("\n") + "\n" + "".join(f"  {line}\n" for line in added.splitlines())


def _entry(finding: Finding, document: Document, path: str) -> dict[str, str]:
    quote = " ".join(finding.span.cut(document.visible).split())
    return {"fingerprint": finding.fingerprint, "code": finding.code, "path": path, "quote": quote}


def sidecar_document(path: str, text: str) -> Document:
    """The file as a document, so that what is said of a suppression has a place in every report."""
    return Document(
        path=path,
        format="yaml",
        encoding="utf-8",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=None,
        content=ReadContent(text, text, text, SourceMap(), ()),
    )


def _suppression(entry: Mapping[str, Any], written: Span) -> Suppression:
    expires = date.fromisoformat(entry["expires"]) if "expires" in entry else None
    fields = {field: entry[name] for name, field in _FIELDS.items() if name in entry}
    return Suppression(written=written, expires=expires, **fields)


def _places(root: Any) -> Iterator[Span]:
    """Where the fingerprints are written."""
    for key, value in root.value:
        for entry in value.value if key.value == "suppressions" else ():
            mark = next(marked for name, marked in entry.value if name.value == "fingerprint")
            yield Span(mark.start_mark.index, mark.end_mark.index)
