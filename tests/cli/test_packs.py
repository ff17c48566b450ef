"""Whoever takes references takes packs: the commands, the desk of editors and of the page, the archive, the library."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from linter.article import Article
from linter.compare.difference import version
from linter.desk.desk import Desk
from linter.desk.planning import Wishes
from linter.registry import load_checks
from linter.settings import Settings, bench_of
from linter.web.rule_library import Library
from reference.load import load_reference
from tests.cli.conftest import CommandLine

PACK = Path(__file__).parents[2] / "examples" / "domain-income-tax"
AS_OF = date(2026, 11, 30)
STALE = "子女教育按每个子女每月1000元扣除。"
FALSE = "住房租金和住房贷款利息可以同时扣除。"
RULE = "income_tax.special_deduction.child_education"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["explain", RULE], "国发〔2023〕13号"),
        (["reference", "show", RULE], "right: 子女教育"),
        (["reference", "search", "赡养老人"], "income_tax.elderly_share"),
        (["reference", "list"], RULE),
        (["reference", "history", RULE, "--as-of", "2026-11-30"], "1000"),
        (["reference", "cases", "income_tax.rate_span"], "1 rules, 2 cases, 0 complaints"),
        (["reference", "validate"], "rules are valid"),
    ],
    ids=lambda each: " ".join(each[:2]) if isinstance(each, list) else "",
)
def test_commands_about_rules_know_the_pack(arguments: list[str], expected: str, factlint: CommandLine) -> None:
    outcome = factlint(*arguments, "--reference", PACK)
    assert outcome.code == 0
    assert expected in outcome.out


def test_extract_shows_what_the_pack_makes_of_an_article(factlint: CommandLine, tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text(STALE, encoding="utf-8")
    with_pack, without = (json.loads(factlint("extract", article, *more).out) for more in (("--reference", PACK), ()))
    assert [claim["quantity"] for claim in with_pack["claims"]] == ["income_tax.special_deduction"]
    assert without["claims"] == []


def test_a_broken_pack_is_a_usage_error_with_file_and_line(factlint: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / "rules").mkdir()
    (tmp_path / "vocabulary" / "terms.json").write_text("{", encoding="utf-8")
    for command in (("explain", RULE), ("reference", "search", "x"), ("check", "--no-cache", PACK / "articles")):
        outcome = factlint(*command, "--reference", tmp_path)
        assert outcome.code == 2
        assert "terms.json:1: not valid JSON" in outcome.err


def test_a_rule_is_added_where_the_rules_of_the_pack_lie(factlint: CommandLine, tmp_path: Path) -> None:
    added = tmp_path / "new.json"
    value = {"from": "2030-01-01", "to": None, "value": 6000, "state": "announced", "evidence": "reported"}
    upkeep = {"verified_on": "2026-11-30", "source": {"title": "虚构的草案", "issuer": "某机关"}}
    rule = {"id": "income_tax.x", "kind": "value", "quantity": "income_tax.elderly_share", "region": "110000"}
    words = {"title": "虚构", "title_en": "invented", "unit": "yuan", "values": [{**value, **upkeep}]}
    added.write_text(json.dumps({"rules": [{**rule, **words}]}), encoding="utf-8")
    copy = tmp_path / "pack"
    (copy / "rules").mkdir(parents=True)
    for name in ("vocabulary", "schema"):
        (copy / name).symlink_to(PACK / name)
    assert factlint("reference", "add", "--from", added, "--reference", copy, "--as-of", AS_OF.isoformat()).code == 0
    assert [file.relative_to(copy).as_posix() for file in (copy / "rules").rglob("*.json")] == [
        "rules/110000/income_tax.json"
    ]


def test_desk_of_editors_and_of_the_page() -> None:
    desk = Desk(lambda *_: AS_OF, Wishes(references=(PACK,), isolated=True))
    sheet = desk.check(STALE, "a.md")
    assert sheet.result is not None
    assert [each.code for each in sheet.result.findings] == ["ST101"]


def test_difference_of_two_versions() -> None:
    bench = bench_of(Settings(AS_OF, "audit", (PACK,)))
    found = version(Article("a.md", STALE.encode()).read(), bench)
    assert [each.code for each in found.findings] == ["ST101"]
    assert found.facts


def test_library_of_the_page_finds_rules_by_the_words_of_the_pack() -> None:
    library = Library(load_reference((PACK,)), load_checks())
    assert library.found("专项附加扣除标准", None, AS_OF, 50)["total"] == 11
    assert library.rule(RULE, AS_OF) is not None


def test_archive_examines_with_the_words_of_the_pack() -> None:
    pa = pytest.importorskip("pyarrow")
    from linter.archive.examining import examine
    from linter.archive.tables import ARTICLES

    row = dict.fromkeys(ARTICLES.names) | {"id": "a", "path": "a.md", "data": (STALE + FALSE).encode()}
    batch = pa.RecordBatch.from_pylist([row], schema=ARTICLES)
    (examined,) = examine(batch, Settings(AS_OF, "audit", (PACK,))).to_pylist()
    assert [each["code"] for each in examined["findings"]] == ["ST101", "RF203"]
    assert [each["subject"] for each in examined["claims"]] == [
        "income_tax.special_deduction",
        "income_tax.rent_and_mortgage",
    ]
