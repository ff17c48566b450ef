from __future__ import annotations

import json
from pathlib import Path

import pytest

from linter.evaluation.labels import Label, LabelError, Labels, Quote, read_labels


def read(folder: Path, *lines: object) -> dict[str, Labels]:
    path = folder / "labels.jsonl"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    return read_labels(path)


def test_lines_of_one_label_each_gather_by_file(tmp_path: Path) -> None:
    one = {"file": "a.txt", "start": 3, "end": 5, "quote": "甲乙", "kind": "stale", "confidence": "high", "why": "旧"}
    labels = read(tmp_path, one, {**one, "kind": "arithmetic", "confidence": "medium"})
    quote = Quote("甲乙", offsets=(3, 5))
    assert labels == {
        "a.txt": Labels(
            (Label((quote,), ("staleness",), "high", "旧"), Label((quote,), ("arithmetic",), "medium", "旧"))
        )
    }


def test_line_of_one_article_holds_everything(tmp_path: Path) -> None:
    finding = {
        "quote": "甲",
        "occurrence": 2,
        "kind": "contradiction",
        "confidence": "high",
        "explanation": "因",
        "also": ["乙"],
        "pair": ["丙"],
        "alt_quotes": [{"quote": "丁", "occurrence": 1}],
        "alt_kinds": ["reference"],
        "accept_kinds": ["contradiction", "stale"],
    }
    article = {"file": "b.md", "findings": [finding], "traps": [{"quote": "戊"}], "neutral": [{"quote": "己"}]}
    assert read(tmp_path, article)["b.md"] == Labels(
        errors=(
            Label(
                (Quote("甲", 2), Quote("乙"), Quote("丙"), Quote("丁", 1)),
                ("contradiction", "reference", "staleness"),
                "high",
                "因",
            ),
        ),
        traps=(Quote("戊"),),
        neutral=(Quote("己"),),
    )


def test_article_without_errors_is_labelled_too(tmp_path: Path) -> None:
    assert read(tmp_path, {"file": "c.md", "findings": []}) == {"c.md": Labels()}


@pytest.mark.parametrize(
    "line",
    [
        {"findings": []},
        {"file": "a", "quote": "x", "kind": "stale"},
        {"file": "a", "quote": "x", "kind": "taste", "confidence": "high"},
        {"file": "a", "quote": "x", "kind": "stale", "confidence": "low"},
        ["a"],
    ],
)
def test_mistake_is_reported_with_its_line(tmp_path: Path, line: object) -> None:
    with pytest.raises(LabelError, match=r"labels\.jsonl:2"):
        read(tmp_path, {"file": "ok", "findings": []}, line)


def test_blank_lines_hold_no_labels(tmp_path: Path) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_text('\n{"file": "a.txt"}\n  \n', encoding="utf-8")
    with pytest.raises(LabelError, match=r"labels\.jsonl:2"):
        read_labels(path)
    path.write_text("\n  \n", encoding="utf-8")
    assert read_labels(path) == {}
