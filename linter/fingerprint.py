"""Names for findings that outlive edits elsewhere in the file, and the moving of the file."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from linter.document import Document
from linter.finding import Finding
from linter.text import Span

_LENGTH = 16
_SEPARATOR = "\x1f"
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3})")
# A mark between two digits is part of the number, and so are % and ‰: 4.5% must not read as 45.
_NUMBER_MARK = re.compile(r"(?<=[0-9])[^\w\s](?=[0-9])|[%‰]")


def fingerprints(document: Document, findings: Sequence[Finding]) -> tuple[str, ...]:
    """One name of 16 hexadecimal digits for each finding, in the order given; unique within the document.

    A name is made of the code, the claim's slots, the quoted words and their sentence without blanks and punctuation.
    Findings equal in all of these are counted in text order. Path, severity and message have no part in it.
    """
    plain = cache(lambda span: normalised(span.cut(document.text)))  # many findings may be of one sentence
    keys = [_key(plain, finding) for finding in findings]
    order = sorted(range(len(findings)), key=lambda index: (findings[index].span, index))
    seen: Counter[str] = Counter()
    names = [""] * len(findings)
    for index in order:
        names[index] = _digest(f"{keys[index]}{_SEPARATOR}{seen[keys[index]]}")
        seen[keys[index]] += 1
    return tuple(names)


def named(document: Document, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings with their names, in the order given."""
    names = fingerprints(document, findings)
    return tuple(replace(finding, fingerprint=name) for finding, name in zip(findings, names, strict=True))


def normalised(text: str) -> str:
    """The text without blanks, controls and punctuation; marks that belong to a number stay."""
    plain = _THOUSANDS.sub("", text)
    kept = {match.start() for match in _NUMBER_MARK.finditer(plain)}
    return "".join(char for index, char in enumerate(plain) if index in kept or unicodedata.category(char)[0] in "LNMS")


def _key(plain: Callable[[Span], str], finding: Finding) -> str:
    slots = _SEPARATOR.join(f"{name}={value}" for name, value in sorted(finding.claim))
    return _SEPARATOR.join((finding.code, slots, plain(finding.span), plain(finding.context)))


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
