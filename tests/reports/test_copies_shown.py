from __future__ import annotations

import json

import pytest
from lxml import html as lxml_html

from reports import html, json_v1, text

TITLE = "# 基数4900元，每月【1980元】\n"
BODY = "前面一句。\n再说一遍：每月【1980元】。\n"


@pytest.fixture
def repeated_run(make_article, make_finding, make_result, make_run):
    """An article with the same finding twice and another one, and an article that repeats its second sentence."""
    slots = {"claim": (("amount", "1980"),), "evidence": ()}
    one = make_article(TITLE + BODY + "每月【98元】。", "a.md")
    two = make_article(BODY, "b.md")
    twins = [make_finding(one, at, context=one.spans[at], **slots) for at in (0, 1)]
    other = make_finding(one, 2, claim=(("amount", "98"),))
    again = make_finding(two, 0, context=two.spans[0], **slots)
    return make_run(make_result(one, *twins, other), make_result(two, again))


def test_json_keeps_every_finding_and_says_which_are_copies(repeated_run, options):
    report = json.loads(json_v1.render(repeated_run, lang="zh", options=options))
    root, copy, other = report["documents"][0]["findings"]
    assert (root["copies"], copy["copy_of"]) == ([copy["fingerprint"]], root["fingerprint"])
    assert (root["copy_of"], copy["copies"], other["copy_of"], other["copies"]) == (None, [], None, [])
    assert report["summary"]["findings"]["error"] == 4
    assert report["summary"]["distinct"] == {"error": 3, "warning": 0, "info": 0}


def test_json_leads_to_other_articles_with_the_sentence(repeated_run, options):
    first, second = json.loads(json_v1.render(repeated_run, lang="zh", options=options))["documents"]
    assert [each["also_in"] for each in first["findings"]] == [["b.md"], [], []]
    assert [each["first_in"] for each in second["findings"]] == ["a.md"]


def test_text_shows_the_root_with_the_places_of_its_copies(repeated_run, options):
    shown = text.render(repeated_run, lang="zh", options=options)
    assert "    重复  另有 1 处\n          3:8 「1980元」\n" in shown
    assert shown.count("a.md:") == 2
    assert "同样的句子还见于 1 篇：b.md" in shown
    assert "同样的句子先见于 a.md" in shown
    assert "错误 4 · 警告 0 · 提示 0\n共 4 个问题，去掉重复后 3 个。\n" in shown


def test_without_copies_nothing_is_said_of_them(full_run, options):
    assert "去掉重复" not in text.render(full_run, lang="zh", options=options)


def test_the_page_shows_one_card_and_marks_every_place(repeated_run, options):
    tree = lxml_html.document_fromstring(html.render(repeated_run, lang="zh", options=options))
    cards = tree.xpath("(//article)[1]//*[starts-with(@class, 'card ')]")
    assert len(cards) == 2
    root = cards[0].get("id")
    (copy,) = cards[0].xpath(".//*[contains(@class, 'copies')]//li")
    (link,) = copy.xpath(".//a/@href")
    assert len(tree.xpath(f"//a[contains(@class, 'mark') and @href='#{root}']")) == 2
    assert tree.xpath(f"//*[@id='{link[1:]}']")
    assert "共 4 个问题，去掉重复后 3 个" in tree.xpath("//header")[0].text_content()
    assert [cell.text for cell in tree.xpath("//nav//td[contains(@class, 'error')]")] == ["3", "1"]
