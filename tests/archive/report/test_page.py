"""The page of an archive as text: whole, inert, the same every time, and of bounded size."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from lxml import html as lxml_html

from linter.archive.report.model import Counts, Group, Overview, PageRow, ProblemRow
from linter.cli.main import factlint
from linter.control_characters import is_control
from linter.messages import Message
from reference.shown import shown_place
from reports.archive import html
from reports.archive.places import place_view

Page = Callable[..., Any]


def rendered(overview: Overview, lang: str = "zh") -> str:
    return "".join(html.stream(overview, lang=lang, names=shown_place))


@pytest.fixture
def page(found: Overview) -> Page:
    return lambda overview=found, lang="zh": lxml_html.document_fromstring(rendered(overview, lang))


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


def test_equal_archives_give_equal_bytes(found: Overview) -> None:
    assert rendered(found) == rendered(found)
    assert rendered(found).endswith("\n")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_head_says_what_was_read_and_with_what(found: Overview, page: Page, lang: str) -> None:
    head = words(page(lang=lang).xpath("//header")[0])
    for part in (found.as_of.isoformat(), found.profile, found.reference_sha256[:12], found.version):
        assert part in head
    assert ("已完成" if lang == "zh" else "complete") in head
    assert ("5 篇" if lang == "zh" else "5 articles") in head


def test_a_scan_that_is_not_complete_says_so(found: Overview, page: Page) -> None:
    tree = page(replace(found, complete=False))
    assert "没有完成" in words(tree.xpath("//header")[0])
    assert "factlint scan" in words(tree.xpath("//body/p[@class='not-proof']")[0])


def test_a_root_says_what_to_write_and_where_it_stood_first(page: Page) -> None:
    root = words(page().xpath("//li[starts-with(@class, 'root ')]")[0])
    assert "单位养老保险按20%缴纳。" in root
    assert "20%→16%" in root
    assert "3 篇" in root
    assert "最早见于 2018-06-01 成都缴费指南" in root


def test_only_web_addresses_are_linked(found: Overview, page: Page) -> None:
    links = {each.get("href") for each in page().xpath("//a") if not each.get("href").startswith("#")}
    assert links == {each.url for each in found.pages if (each.url or "").startswith("https:")}


def test_nothing_is_loaded_and_nothing_runs(found: Overview, page: Page) -> None:
    tree = page()
    assert tree.xpath("//script|//link|//img|//iframe|//object|//embed|//form|//base|//*[@src]|//*[@style]") == []
    assert not re.search(r"url\(|@import|https?:", tree.xpath("//style")[0].text)
    assert "<img" not in rendered(found)
    assert [char for char in rendered(found) if is_control(char) and char != "\n"] == []


def test_what_an_archive_says_stays_words(found: Overview) -> None:
    bad = "</style><script>alert(1)</script>\u202e\x1b[31m"
    page = PageRow(bad, bad, f"https://{bad}", bad, bad, None, Counts(1, 0, 0))
    said = replace(found.roots[0].found[0], code=bad, name=bad, message=Message(bad, bad), quote=bad, suggestion=bad)
    root = replace(found.roots[0], sentence=bad, first=page, found=(said,))
    groups = (Group(bad, 1, Counts(1, 0, 0)),)
    problem = ProblemRow(bad, bad, Message(bad, bad))
    text = rendered(
        replace(
            found,
            roots=(root,),
            pages=(page,),
            sites=groups,
            families=groups,
            checks=groups,
            problems=(problem,),
            problem_kinds=((bad, 1),),
            profile=bad,
            version=bad,
        )
    )
    assert "<script" not in text
    assert text.count("</style") == 1
    assert [char for char in text if is_control(char) and char != "\n"] == []


def test_every_inner_link_has_its_place_and_every_place_one_name(page: Page) -> None:
    tree = page()
    names = tree.xpath("//@id")
    assert len(names) == len(set(names))
    targets = {each[1:] for each in tree.xpath("//a/@href") if each.startswith("#")}
    assert targets | set(" ".join(tree.xpath("//@aria-labelledby")).split()) <= set(names)


def test_the_columns_and_the_table_below_them_count_the_same(found: Overview, page: Page) -> None:
    (ages,) = page().xpath("//*[@class='ages']")
    cells = [int(each.text) for row in ages.xpath(".//tbody/tr") for each in row.xpath("./td")[1:]]
    dated = sum(group.counts.total for group in found.months if group.name)
    assert sum(cells) == dated < found.counts.total
    assert "另有 1 篇看不出日期" in words(ages)


def test_without_findings_the_page_does_not_say_that_all_is_right(found: Overview, page: Page) -> None:
    none = Counts(0, 0, 0)
    clear = replace(
        found, counts=none, with_findings=0, roots=(), pages=(), families=(), checks=(), sites=(), regions=()
    )
    text = words(page(replace(clear, months=(Group(None, 5, none),))))
    assert "不等于内容正确" in text
    assert "问题出在哪里" not in text


def test_the_longest_archive_makes_a_page_of_bounded_size(found: Overview) -> None:
    text = "很长的一句话，" * 100_000
    long = PageRow(text, text, f"https://{text}", text, text, None, Counts(10**9, 10**9, 10**9))
    said = replace(found.roots[0].found[0], message=Message(text, text), quote=text, suggestion=None, expected=text)
    root = replace(found.roots[0], sentence=text + text, first=long, found=(said,) * 3)
    groups = tuple(Group(f"{n}{text}", 10**9, Counts(10**9, 10**9, 10**9)) for n in range(15))
    most = replace(
        found,
        roots=(root,) * 10,
        pages=(long,) * 50,
        sites=groups,
        checks=groups,
        problems=(ProblemRow(text, "died", Message(text, text)),) * 50,
    )
    assert len(rendered(most)) < 300_000


@pytest.mark.parametrize(
    ("url", "linked"), [("https://a.example/x", True), ("javascript:alert(1)", False), (None, False)]
)
def test_an_address_is_a_link_when_it_is_one_of_the_web(url: str | None, linked: bool) -> None:
    assert bool(place_view(PageRow("d", "p.md", url, None, "", None, Counts(0, 0, 0))).url) is linked


def test_the_command_writes_the_page(folder: Path, found: Overview, tmp_path: Path) -> None:
    output = tmp_path / "report.html"
    result = CliRunner().invoke(factlint, ["archive", "report", str(folder), "-o", str(output), "--lang", "en"])
    assert result.exit_code == 0, result.output
    assert output.read_text(encoding="utf-8") == rendered(found, "en")


def test_a_folder_that_is_no_store_is_said_to_be_none(tmp_path: Path) -> None:
    result = CliRunner().invoke(factlint, ["archive", "report", str(tmp_path)])
    assert result.exit_code == 2
    assert "is no store" in result.output
