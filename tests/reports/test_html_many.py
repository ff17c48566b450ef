"""The HTML report on many files: charts, what to mend first, and texts that wait to be opened."""

from __future__ import annotations

import re

import pytest
from lxml import html as lxml_html

from linter.report import streamed
from linter.result import RunResult
from reports import html


@pytest.fixture
def page(options):
    return lambda run, lang="zh": lxml_html.document_fromstring(html.render(run, lang=lang, options=options))


def words(element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_charts_count_every_finding_by_kind_check_age_and_place(many_run: RunResult, page) -> None:
    charts = page(many_run).xpath("//table[@class='chart']")
    totals = {
        words(chart.xpath("./caption")[0]): [
            (words(row.xpath("./th")[0]), int(row.xpath("./td[@class='number']/text()")[0]))
            for row in chart.xpath(".//tbody/tr")
        ]
        for chart in charts
    }
    assert totals["按类型"] == [("与规定不符", 42), ("已经过时", 42), ("计算错误", 21), ("前后矛盾", 21)]
    assert len(totals["按检查"]) == 6
    assert sum(count for _, count in totals["按检查"]) == sum(many_run.count().values())
    assert "按文章年龄" not in totals, "every article is of one age: nothing to compare"
    assert totals["按地区"] == [("云州市", 105), ("未说明地区", 21)]


def test_the_pieces_of_a_bar_lie_end_to_end_on_the_scale_of_their_chart(many_run: RunResult, page) -> None:
    (chart,) = (each for each in page(many_run).xpath("//table[@class='chart']") if "按类型" in words(each))
    for row in chart.xpath(".//tbody/tr"):
        pieces = [(float(rect.get("x")), float(rect.get("width"))) for rect in row.xpath(".//rect")]
        ends = [start + length for start, length in pieces]
        assert [start for start, _ in pieces] == pytest.approx([0, *ends[:-1]], abs=0.02)
        assert ends[-1] == pytest.approx(100 * int(row.xpath("./td[@class='number']/text()")[0]) / 42, abs=0.02)


def test_one_wrong_statement_of_many_articles_is_one_thing_to_mend(many_run: RunResult, page) -> None:
    roots = page(many_run).xpath("//li[starts-with(@class, 'root ')]")
    assert len(roots) == 6
    ranks = [root.get("class").split()[1] for root in roots]
    assert ranks == sorted(ranks, key=["error", "warning", "info"].index)
    assert all("21 篇，21 处" in words(root) for root in roots)
    assert [len(root.xpath(".//a")) for root in roots] == [5] * 6


def test_a_single_article_has_neither_charts_nor_a_list_of_what_to_mend(make_crowd, page) -> None:
    tree = page(make_crowd(1))
    assert tree.xpath("//*[@class='charts']|//*[@class='roots']|//noscript|//*[@class='lines']") == []


def test_files_stand_worst_first_and_those_without_findings_apart(many_run: RunResult, page) -> None:
    tree = page(many_run)
    tables = tree.xpath("//nav//table")
    assert [len(table.xpath("./tbody/tr")) for table in tables] == [21, 2]
    assert len(tree.xpath("//article")) == 21
    assert all(link[1:] in tree.xpath("//article/@id") for link in tree.xpath("//nav//a/@href"))


def test_the_worst_article_comes_first(make_crowd, make_article, make_finding, make_result, make_run, page) -> None:
    def of(path: str, places: int):
        article = make_article("".join(f"第{n}段每月【{n}元】。\n" for n in range(places)), path)
        return make_result(article, *(make_finding(article, n) for n in range(places)))

    tree = page(make_run(of("a.md", 1), of("b.md", 3), of("c.md", 2)))
    assert [words(name) for name in tree.xpath("//article//h2")] == ["b.md", "c.md", "a.md"]


def test_every_finding_has_a_line_with_a_link_to_its_card(many_run: RunResult, page) -> None:
    tree = page(many_run)
    cards = set(tree.xpath("//section[starts-with(@class, 'card ')]/@id"))
    assert set(tree.xpath("//li[starts-with(@class, 'line ')]/@data-card")) == cards
    assert {link[1:] for link in tree.xpath("//li[starts-with(@class, 'line ')]/a/@href")} == cards


def test_no_name_stands_twice(many_run: RunResult, page) -> None:
    names = page(many_run).xpath("//@id")
    assert len(names) == len(set(names))


def test_names_of_places_do_not_depend_on_what_else_is_on_the_page(make_crowd, make_run, page) -> None:
    three = make_crowd(3)
    alone = set(page(make_run(three.documents[2])).xpath("//article//@id"))
    assert alone <= set(page(three).xpath("//@id"))


def test_the_page_comes_article_by_article(make_crowd, options) -> None:
    pieces = streamed(html, make_crowd(30), lang="zh", options=options)
    assert max(len(piece) for piece in pieces) < 120_000


def test_hostile_words_do_not_leave_the_noscript(hostile_run, make_crowd, make_run, options) -> None:
    text = html.render(make_run(*hostile_run.documents, *make_crowd(21).documents), lang="zh", options=options)
    boxes = re.findall(r"<noscript>(.*?)</noscript>", text, re.S)
    assert len(boxes) == text.count("</noscript") == 22
    assert all("<script" not in box and "<img" not in box for box in boxes)


def test_few_articles_are_not_listed_twice_but_for_what_they_share(make_crowd, full_run, page) -> None:
    assert page(full_run).xpath("//*[@class='roots']") == []
    assert len(page(make_crowd(2)).xpath("//li[starts-with(@class, 'root ')]")) == 6
