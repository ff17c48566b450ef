from __future__ import annotations

import json
from pathlib import Path

import pytest

from linter import __version__
from linter.registry import load_checks
from reference.load import load_reference
from tests.cli.conftest import CommandLine


def test_version(factlint: CommandLine) -> None:
    outcome = factlint("--version")
    assert (outcome.code, outcome.out) == (0, f"factlint, version {__version__}\n")


def test_help_names_every_command(factlint: CommandLine) -> None:
    outcome = factlint("--help")
    assert outcome.code == 0
    for name in ("check", "checks", "eval", "explain", "extract", "reference"):
        assert f"\n  {name} " in outcome.out


def test_unknown_command_is_wrong_use(factlint: CommandLine) -> None:
    assert factlint("chekc").code == 2


def test_every_check_is_listed_and_explained(factlint: CommandLine) -> None:
    listed = factlint("checks").out
    for check in load_checks():
        assert f"{check.code}  {check.name}" in listed
        assert check.name in factlint("explain", check.code.lower()).out


def test_rule_is_explained_with_its_source(factlint: CommandLine) -> None:
    rule = load_reference().rules[0]
    for arguments in (["explain", rule.id], ["reference", "show", rule.id]):
        outcome = factlint(*arguments)
        assert outcome.code == 0
        assert rule.title in outcome.out
        assert all(value.source.title in outcome.out for value in rule.values)


@pytest.mark.parametrize("arguments", [["explain", "nothing-like-it"], ["reference", "show", "nothing-like-it"]])
def test_unknown_name_is_wrong_use(factlint: CommandLine, arguments: list[str]) -> None:
    outcome = factlint(*arguments)
    assert outcome.code == 2
    assert "nothing-like-it" in outcome.err


def test_rules_are_listed_with_the_value_of_the_day(factlint: CommandLine) -> None:
    rules = load_reference().rules
    outcome = factlint("reference", "list", "--as-of", "2026-01-02")
    assert len(outcome.out.splitlines()) == len(rules)
    local = factlint("reference", "list", "--region", "110000", "--as-of", "2026-01-02").out.splitlines()
    assert len(local) == sum(rule.region == "110000" for rule in rules)


def test_built_in_rules_are_valid(factlint: CommandLine) -> None:
    outcome = factlint("reference", "validate")
    assert outcome.code == 0
    assert load_reference().sha256 in outcome.out


def test_extract_shows_tokens_and_claims(factlint: CommandLine, articles: Path) -> None:
    outcome = factlint("extract", articles / "wrong.md")
    shown = json.loads(outcome.out)
    assert shown["path"].endswith("wrong.md")
    assert "51.2" in [value for token in shown["tokens"]["quantities"] for value in token["values"]]
    assert "EquationClaim" in [claim["type"] for claim in shown["claims"]]
    assert "6400元×8%=51.2元" in [claim["span"]["quote"] for claim in shown["claims"]]


def test_extract_names_the_claims_a_line_each(factlint: CommandLine, tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text("# 缴费\n\n合计600元:养老500元,医疗100元。\n", encoding="utf-8")
    outcome = factlint("extract", "--claims", article)
    assert outcome.out.splitlines() == [
        f"{article.as_posix()}:3 TotalClaim 「600元:养老500元,医疗100元」 total=600元"
        " parts=[{token: 500元, label: 养老}, {token: 100元, label: 医疗}] closed=True"
    ]


def test_extract_goes_on_after_an_unreadable_file(factlint: CommandLine, articles: Path) -> None:
    (articles / "broken.docx").write_bytes(b"not a zip")
    outcome = factlint("extract", articles)
    assert outcome.code == 3
    assert "broken.docx" in outcome.err
    assert len(outcome.out.splitlines()) == 2


def test_evaluation_prints_figures_and_what_is_wrong(factlint: CommandLine, articles: Path) -> None:
    labels = articles.parent / "labels.jsonl"
    lines = [
        {
            "file": "wrong.md",
            "findings": [
                {"quote": "6400元×8%=51.2元", "kind": "arithmetic", "confidence": "high", "why": "512"},
                {"quote": "云州基数", "kind": "reference", "confidence": "high", "why": "no such place"},
            ],
        }
    ]
    labels.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    outcome = factlint("eval", articles, "--gold", labels, "--as-of", "2026-01-02", "--show", "all")
    assert outcome.code == 0
    assert "2 articles" in outcome.out
    assert "「云州基数」 no such place" in outcome.out
    figures = json.loads(factlint("eval", articles, "--gold", labels, "--as-of", "2026-01-02", "--json").out)
    assert figures["precision"]["by_check"]["AR101 equation-wrong"]["right"] == 1
    assert figures["recall"]["high"]["all"] == {
        "labels": 2,
        "found": 1,
        "touched": 1,
        "recall": "0.5000",
        "recall_any_kind": "0.5000",
    }


def test_evaluation_without_labels_counts_everything_as_false(factlint: CommandLine, articles: Path) -> None:
    outcome = factlint("eval", articles, "--as-of", "2026-01-02", "--show", "false")
    assert "wrong.md: AR101 error [unlabelled]" in outcome.out


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "labels.jsonl:1"),
        ('{"file": "wrong.md", "quote": "x", "kind": "spelling", "confidence": "high"}', "spelling"),
        ('{"file": "wrong.md", "quote": "x", "kind": "stale", "confidence": "sure"}', "sure"),
        ('{"file": "gone.md", "findings": []}', "gone.md"),
    ],
)
def test_labels_with_a_mistake_are_wrong_use(factlint: CommandLine, articles: Path, line: str, reason: str) -> None:
    labels = articles.parent / "labels.jsonl"
    labels.write_text(line, encoding="utf-8")
    outcome = factlint("eval", articles, "--gold", labels)
    assert outcome.code == 2
    assert reason in outcome.err


def test_nearest_name_is_offered(factlint: CommandLine) -> None:
    rule = load_reference().rules[0].id
    assert f"did you mean {rule}?" in factlint("explain", rule[:-1]).err


def test_every_mistake_of_ones_own_rules_is_named(factlint: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text('{"rules": [\n{"id": "a"},\n{"id": "b"}\n]}', encoding="utf-8")
    outcome = factlint("reference", "validate", "--reference", tmp_path)
    assert outcome.code == 2
    assert "mine.json:2" in outcome.err
    assert "mine.json:3" in outcome.err
