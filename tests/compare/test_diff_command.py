"""``factlint diff`` as users run it: formats, exit codes, standard input, commits of git."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html as lxml_html

from linter.control_characters import is_control
from tests.cli.conftest import CommandLine, factlint

__all__ = ["factlint"]

OLD = "# 云州社保\n\n2024年,职工养老保险单位缴费比例为20%。办理需要5个工作日。\n"
NEW = "# 云州社保\n\n办理需要5个工作日。\n\n2024年,职工养老保险单位缴费比例为16%。医保服务热线12393。\n"
DAY = ("--as-of", "2026-11-21")


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    paths = tmp_path / "old.md", tmp_path / "new.md"
    for path, text in zip(paths, (OLD, NEW), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_text_says_what_changed_where_and_which_findings_go(factlint: CommandLine, files: tuple[Path, Path]) -> None:
    outcome = factlint("diff", *files, *DAY)
    assert outcome.code == 1
    assert "~ 改  职工养老保险费率(单位)  20% → 16%" in outcome.out
    assert f"{files[0]}:3:20  2024年,职工养老保险单位缴费比例为【20%】。" in outcome.out
    assert "+ 增  医保服务热线  12393" in outcome.out
    assert "事实:改 1,增 1,删 0。检查:新发现 0,不再发现 1。" in outcome.out
    assert "工作日" not in outcome.out


def test_english(factlint: CommandLine, files: tuple[Path, Path]) -> None:
    outcome = factlint("diff", *files, *DAY, "--lang", "en")
    assert "(employer)  20% → 16%" in outcome.out
    assert "Facts: 1 changed, 1 added, 0 removed. Findings: 0 appear, 1 disappear." in outcome.out


def test_json_holds_all_of_it(factlint: CommandLine, files: tuple[Path, Path]) -> None:
    report = json.loads(factlint("diff", *files, *DAY, "--format", "json").out)
    assert report["summary"] == {"changed": 1, "added": 1, "removed": 0, "appeared": 0, "disappeared": 1}
    changed, added = report["changes"]
    assert (changed["about"], changed["differs"][0]["slot"]) == ("pension.rate", "value")
    assert (changed["old"]["quote"], changed["new"]["quote"]) == ("20%", "16%")
    assert (changed["old"]["line"], changed["new"]["line"]) == (3, 5)
    assert added["old"] is None
    assert [finding["code"] for finding in report["findings"]["disappeared"]] == ["ST102"]


def test_the_same_facts_are_no_difference(factlint: CommandLine, files: tuple[Path, Path]) -> None:
    outcome = factlint("diff", files[0], files[0], *DAY)
    assert outcome.code == 0
    assert "所述事实没有不同。" in outcome.out


def test_a_page_that_loads_nothing_and_keeps_hostile_words_words(
    factlint: CommandLine, files: tuple[Path, Path], tmp_path: Path
) -> None:
    hostile = '医保服务热线12333<img src=x onerror=alert(1)>\u202e,"><script>alert(2)</script>。'
    files[0].write_text(hostile, encoding="utf-8")
    files[0].rename(tmp_path / "old.txt")
    assert (
        factlint("diff", tmp_path / "old.txt", files[1], *DAY, "--format", "html", "-o", tmp_path / "d.html").code == 1
    )
    text = (tmp_path / "d.html").read_text(encoding="utf-8")
    tree = lxml_html.document_fromstring(text)
    assert tree.xpath("//script|//img|//link|//*[@src]|//*[@style]|//*[@onerror]") == []
    assert "<script>alert(2)</script>" in tree.text_content()
    assert [char for char in text if is_control(char) and char != "\n"] == []
    assert [(mark.tag, mark.text) for mark in tree.xpath("//p[@class='values']/del|//p[@class='values']/ins")][:2] == [
        ("del", "12333"),
        ("ins", "12393"),
    ]


def test_an_unreadable_version_is_a_problem(factlint: CommandLine, files: tuple[Path, Path]) -> None:
    files[0].write_bytes(b"\x00\x01\x02")
    outcome = factlint("diff", *files, *DAY)
    assert outcome.code == 3
    assert str(files[0]) in outcome.err


@pytest.mark.parametrize("names", [("-", "-"), ("no-such-file.md", "-"), ("no-such-commit:a.md", "-")])
def test_wrong_usage(factlint: CommandLine, names: tuple[str, str]) -> None:
    assert factlint("diff", *names, *DAY).code == 2


def test_standard_input_and_a_commit(files: tuple[Path, Path]) -> None:
    folder = files[0].parent
    author = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    for arguments in (("init", "-q"), ("add", "old.md"), (*author, "commit", "-qm", "first")):
        subprocess.run(["git", *arguments], cwd=folder, check=True)
    files[0].write_text("甲", encoding="utf-8")
    command = [sys.executable, "-P", "-m", "linter", "diff", "HEAD:old.md", "-", *DAY]
    done = subprocess.run(command, cwd=folder, input=NEW.encode(), capture_output=True, check=False)
    assert done.returncode == 1, done.stderr.decode()
    assert "20% → 16%" in done.stdout.decode()
