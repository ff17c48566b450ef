from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.conftest import CommandLine

AS_OF = ("--as-of", "2026-01-02")
CASES = yaml.safe_load((Path(__file__).parent / "suppressions.yml").read_text("utf-8"))


def checked(factlint: CommandLine, *arguments: str | Path) -> tuple[int, list[dict[str, Any]]]:
    outcome = factlint("check", *arguments, "--format", "json", *AS_OF)
    documents = json.loads(outcome.out)["documents"]
    return outcome.code, [finding for document in documents for finding in document["findings"]]


@pytest.mark.parametrize("name", CASES)
def test_comments(factlint: CommandLine, tmp_path: Path, name: str) -> None:
    case = CASES[name]
    article = tmp_path / case.get("file", "a.md")
    article.write_text(case["text"], encoding="utf-8")
    (tmp_path / "factlint.toml").write_text(case.get("config", ""), encoding="utf-8")
    _, findings = checked(factlint, article)
    assert sorted(finding["code"] for finding in findings) == sorted(case["finds"])


@pytest.fixture
def suppressed(factlint: CommandLine, articles: Path) -> Path:
    """The articles, with the error of one of them suppressed in the file beside them."""
    (articles / "factlint.toml").write_text("", encoding="utf-8")
    _, [finding] = checked(factlint, articles)
    done = factlint("suppress", finding["fingerprint"], articles, "--reason", "例题照录", "--owner", "王敏", *AS_OF)
    assert done.code == 0, done.err
    return articles


def test_a_fingerprint_can_be_suppressed_beside_the_articles(factlint: CommandLine, suppressed: Path) -> None:
    assert checked(factlint, suppressed) == (0, [])
    assert factlint("check", suppressed, "--no-suppress", *AS_OF).code == 1
    [entry] = yaml.safe_load((suppressed / "factlint-suppressions.yml").read_text("utf-8"))["suppressions"]
    assert (entry["path"], entry["code"], entry["owner"]) == ("wrong.md", "AR101", "王敏")


def test_a_second_suppression_is_appended(factlint: CommandLine, suppressed: Path) -> None:
    file = suppressed / "factlint-suppressions.yml"
    file.write_text("# ours\n" + file.read_text("utf-8"), encoding="utf-8")
    (suppressed / "right.md").write_text("云州基数6400元。\n\n医疗保险:6400元×2%=12.8元。\n", encoding="utf-8")
    _, [finding] = checked(factlint, suppressed)
    assert factlint("suppress", finding["fingerprint"], suppressed, "--reason", "同上", *AS_OF).code == 0
    assert file.read_text("utf-8").startswith("# ours\n")
    assert checked(factlint, suppressed) == (0, [])


def test_a_suppression_without_its_finding_is_reported_where_it_is_written(
    factlint: CommandLine, suppressed: Path
) -> None:
    (suppressed / "wrong.md").write_text("云州。\n", encoding="utf-8")
    outcome = factlint("check", suppressed, "--format", "json", *AS_OF)
    [document] = [each for each in json.loads(outcome.out)["documents"] if each["findings"]]
    assert Path(document["path"]).name == "factlint-suppressions.yml"
    assert [(each["code"], each["span"]["line"]) for each in document["findings"]] == [("SP101", 3)]
    assert checked(factlint, suppressed / "right.md") == (0, [])


def test_a_suppression_for_an_article_that_is_gone_is_reported(factlint: CommandLine, suppressed: Path) -> None:
    (suppressed / "wrong.md").unlink()
    _, findings = checked(factlint, suppressed)
    assert [each["code"] for each in findings] == ["SP107"]


def test_a_changed_rule_opens_the_finding_again(factlint: CommandLine, tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text("---\ndate: 2025-03-01\n---\n\n单位养老保险按20%缴纳。\n", encoding="utf-8")
    (tmp_path / "factlint.toml").write_text("", encoding="utf-8")
    _, [finding] = checked(factlint, article)
    factlint("suppress", finding["fingerprint"], article, "--reason", "引文", *AS_OF)
    assert checked(factlint, article) == (0, [])
    file = tmp_path / "factlint-suppressions.yml"
    [entry] = yaml.safe_load(file.read_text("utf-8"))["suppressions"]
    file.write_text(file.read_text("utf-8").replace(entry["rests-on"], "00000000"), encoding="utf-8")
    _, findings = checked(factlint, article)
    assert sorted(each["code"] for each in findings) == sorted([finding["code"], "SP106"])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a\n",
        "version: 1\nsuppressions:\n  - reason: x\n",
        "version: 1\nsuppressions:\n  - {fingerprint: 0123456789abcdef, expires: 2026-02-30}\n",
        "version: 1\nsuppressions: [\n",
    ],
)
def test_a_broken_file_is_a_usage_error(factlint: CommandLine, articles: Path, text: str) -> None:
    (articles / "factlint.toml").write_text("", encoding="utf-8")
    (articles / "factlint-suppressions.yml").write_text(text, encoding="utf-8")
    outcome = factlint("check", articles, *AS_OF)
    assert outcome.code == 2
    assert "factlint-suppressions.yml" in outcome.err


def test_an_unknown_fingerprint_cannot_be_suppressed(factlint: CommandLine, articles: Path) -> None:
    assert factlint("suppress", "0" * 16, articles, "--reason", "x", *AS_OF).code == 2


def test_what_does_not_count_is_told_in_every_report(factlint: CommandLine, suppressed: Path) -> None:
    loaded = json.loads(factlint("check", suppressed, "--format", "json", *AS_OF).out)
    assert loaded["summary"]["settled"] == {"suppression": 1}
    [settled] = [each for document in loaded["documents"] for each in document["settled"]]
    assert (settled["by"], settled["reason"], settled["owner"]) == ("suppression", "例题照录", "王敏")
    [result] = json.loads(factlint("check", suppressed, "--format", "sarif", *AS_OF).out)["runs"][0]["results"]
    assert result["suppressions"][0]["justification"] == "例题照录"
    for name in ("text", "html", "markdown"):
        assert "已压制 1 个" in factlint("check", suppressed, "--format", name, *AS_OF).out


def test_notices_can_be_explained(factlint: CommandLine) -> None:
    assert "unused-suppression" in factlint("explain", "sp101").out
