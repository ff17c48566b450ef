"""Every statement is recognised in the words of several writers, and not in what merely sounds like it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from linter.claims.context.reading import read
from linter.claims.propositions.statements import extract
from linter.readers import read_document
from linter.scan.scanner import scan
from reference.regions import RegionTable
from reference.vocabulary import load_entries

HERE = Path(__file__).parent
CASES: dict[str, dict[str, Any]] = yaml.safe_load((HERE / "paraphrases.yml").read_text(encoding="utf-8"))
TABLE = RegionTable.load()


def sentences(kind: str) -> Iterator[tuple[str, str, str]]:
    for statement, case in CASES.items():
        for text in case[kind]:
            yield statement, case.get("under", "说明"), text


def asserted(heading: str, text: str) -> set[str]:
    document = read_document(f"# {heading}\n\n{text}\n".encode(), "case.md")
    return {claim.statement for claim in extract(read(document, scan(document, TABLE), TABLE)) if claim.asserts}


@pytest.mark.parametrize(("statement", "heading", "text"), list(sentences("says")))
def test_statement_is_recognised(statement: str, heading: str, text: str) -> None:
    assert statement in asserted(heading, text)


@pytest.mark.parametrize(("statement", "heading", "text"), list(sentences("silent")))
def test_near_miss_is_not_taken_for_the_statement(statement: str, heading: str, text: str) -> None:
    assert statement not in asserted(heading, text)


def test_every_statement_has_paraphrases_and_near_misses() -> None:
    known = {entry["id"] for entry in load_entries("statements")}
    assert known == set(CASES)
    assert [name for name, case in CASES.items() if len(case["says"]) < 3 or len(case["silent"]) < 2] == []
