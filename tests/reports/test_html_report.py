from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from importlib.resources import files
from string import Formatter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from linter.control_characters import is_control, label
from linter.document import Published, Section, SectionKind
from linter.finding import Evidence, Suggestion
from linter.result import Coverage
from linter.text import Span
from reports import html
from reports.wording import ui_text

BLANK = re.compile("[ \t\n\xa0\u3000]")
COLORS = re.compile(r"--([a-z-]+): (#[0-9a-f]{3,6})\b")


@pytest.fixture(scope="session")
def page(options):
    def of(run, lang="zh"):
        return lxml_html.document_fromstring(html.render(run, lang=lang, options=options))

    return of


def visible(element):
    return re.sub(r"\s+", " ", element.text_content()).strip()


def article_text(tree):
    """The texts and cells of the articles, without the numbers of the findings and the carets of empty spans."""
    for added in tree.xpath("//sup|//*[@class='sheet']//span[@aria-hidden]"):
        added.drop_tree()
    shown = "contains(concat(' ', @class, ' '), ' text ') or self::td or self::th"
    return [leaf.text_content() for leaf in tree.xpath(f"//*[@class='sheet']//*[{shown}]")]


def test_two_renderings_are_equal_to_the_byte(full_run, options):
    once, again = (html.render(full_run, lang="zh", options=options) for _ in range(2))
    assert once == again


def test_nothing_on_the_page_makes_a_request(full_run, page):
    tree = page(full_run)
    assert tree.xpath("//link|//img|//iframe|//object|//embed|//form|//base|//*[@src]|//*[@style]") == []
    style, script = tree.xpath("//style")[0].text, tree.xpath("//script")[0].text
    assert not re.search(r"url\(|@import|https?:", style)
    assert not re.search(r"fetch|XMLHttp|https?:|import\(", script)
    # What the page itself holds in a <noscript> is the only text that becomes mark-up.
    assert re.findall(r"innerHTML.*", script) == ["innerHTML = packed.textContent;"]
    links = {link.get("href") for link in tree.xpath("//a")}
    assert {href for href in links if not href.startswith("#")} == {"https://www.example.gov.cn/notice/2019-13.html"}


def test_every_inner_link_has_its_place_and_every_place_one_name(full_run, page):
    tree = page(full_run)
    names = tree.xpath("//@id")
    assert len(names) == len(set(names))
    assert {href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")} <= set(names)


def test_a_card_shows_verdicts_proof_rule_source_cause_and_suggestion(full_run, page):
    tree = page(full_run)
    wrong_rate = next(card for card in tree.xpath("//*[@class='card error']") if "RF101" in visible(card))
    text = visible(wrong_rate)
    for part in (
        "错误 与规定不符",
        "把握高",
        "发布时 错误",
        "现在 错误",
        "可能的原因 沿用了2016年以前的费率。",
        "《关于调整费率的通知（2019-05-01）》 · 云发〔2019〕13号 · 云州市人民政府 · 2019-04-01 官方文件",
        "2016-05-01 至 2019-04-30 19%",
        "全国",
    ):
        assert part in text.replace("发布时错误", "发布时 错误").replace("现在错误", "现在 错误"), part
    assert [visible(each) for each in wrong_rate.xpath(".//del|.//ins")] == ["20%", "16%"]
    product = next(card for card in tree.xpath("//*[@class='card error']") if "AR101" in visible(card))
    assert [visible(step) for step in product.xpath(".//*[@class='proof']//li")][:2] == [
        "20 ÷ 100 = 0.20",
        "4900 × 0.20 = 980.00",
    ]


def test_a_card_is_named_by_its_fingerprint_and_linked_with_its_mark(full_run, page):
    tree = page(full_run)
    for card in tree.xpath("//*[starts-with(@class, 'card ')]"):
        name = card.get("id")
        assert re.fullmatch("f-[0-9a-f]{16}", name)
        assert tree.xpath(
            f"//*[contains(@class, 'sheet')]//a[contains(@class, 'mark') and contains(@data-cards, '{name}')]"
        )
        assert tree.xpath(f"//sup/a[@href='#{name}']")


def test_equal_files_still_get_names_of_their_own(make_article, make_finding, make_result, make_run, page):
    twins = [make_article("每月【3元】。", path) for path in ("a.md", "b.md")]
    tree = page(make_run(*(make_result(twin, make_finding(twin)) for twin in twins)))
    one, two = tree.xpath("//*[starts-with(@class, 'card ')]/@id")
    assert two == f"{one}-2"


def test_the_article_is_shown_whole_with_marks_in_the_right_place(full_run, page):
    tree = page(full_run)
    marks = {
        card.xpath(".//*[@class='quoted']")[0].text: card.get("id")
        for card in tree.xpath("//*[starts-with(@class, 'card ')]")
    }
    for quote, name in marks.items():
        pieces = tree.xpath(f"//a[contains(@class, 'mark') and contains(@data-cards, '{name}')]")
        assert quote in "".join(piece.text_content() for piece in pieces)
    shown = "".join(article_text(tree))
    expected = "".join(entry.document.visible for entry in full_run.documents)
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", expected)


def test_the_narrower_of_two_nested_findings_is_linked_and_both_are_numbered(full_run, page):
    tree = page(full_run)
    (inner,) = (mark for mark in tree.xpath("//a[contains(@class, 'mark')]") if mark.text_content() == "20%")
    assert "error" in inner.get("class")
    assert inner.xpath(".//*[contains(@class, 'under-1') and contains(@class, 'warning')]")
    assert len(inner.get("data-cards").split()) == 3


def test_teasers_are_folded_unless_they_hold_findings(full_run, page):
    folds = page(full_run).xpath("//details[contains(@class, 'teaser')]")
    assert [
        (fold.get("open") is not None, bool(fold.xpath(".//*[starts-with(@class, 'card ')]"))) for fold in folds
    ] == [
        (True, True),
        (False, False),
        (False, False),
    ]


@pytest.mark.parametrize(("length", "folded"), [(20, False), (2000, True)])
def test_a_long_text_without_findings_is_folded(make_article, make_result, make_run, page, length, folded):
    tree = page(make_run(make_result(make_article("字" * length))))
    assert bool(tree.xpath("//details[contains(@class, 'fold')]")) is folded


def test_a_finding_outside_the_shown_text_keeps_its_card(make_article, make_finding, make_result, make_run, page):
    of = make_article("每月3元。\n\n【\n】另一段。")
    tree = page(make_run(make_result(of, make_finding(of))))
    assert tree.xpath("//*[@class='elsewhere']//*[starts-with(@class, 'card ')]")


def test_a_missing_word_is_marked_by_a_caret(make_article, make_finding, make_result, make_run, page):
    of = make_article("每月【】3元。")
    tree = page(make_run(make_result(of, make_finding(of, suggestion=Suggestion(of.spans[0], "约")))))
    assert tree.xpath("//a[contains(@class, 'mark')]/span[text()='‸']")


def test_problems_are_listed(full_run, page):
    (problems,) = page(full_run).xpath("//*[@class='problems']")
    assert "articles/z.doc 不是能读的文字" in visible(problems)


def test_nothing_found_is_never_shown_as_correct(make_article, make_result, make_run, empty_run, page):
    quiet = make_result(make_article("每月3元。"), coverage=Coverage(1, 1, 0, 1, (("no-rule", 1),)))
    header = visible(page(make_run(quiet)).xpath("//header")[0])
    assert "1 个数字，0 个已核对，1 个无法核对：参考库没有对应规定 1" in header
    assert "没有发现问题，不等于内容正确" in header
    assert "没有读到任何文章" in visible(page(empty_run).xpath("//header")[0])


def test_a_hostile_article_stays_text(hostile_run, options, page):
    raw = html.render(hostile_run, lang="zh", options=options)
    tree = page(hostile_run)
    assert len(tree.xpath("//script")) == len(tree.xpath("//style")) == 1
    assert tree.xpath("//img|//b[text()='bad']|//*[@onerror]|//i") == []
    assert not any(href.startswith("javascript") for href in tree.xpath("//a/@href"))
    assert not [char for char in raw if is_control(char) and char != "\n"]
    controls = tree.xpath("//*[@class='sheet']//*[@class='control']")
    assert [(each.text, each.get("title")) for each in controls][:2] == [
        ("U+202E", "RIGHT-TO-LEFT OVERRIDE"),
        ("U+202C", "POP DIRECTIONAL FORMATTING"),
    ]
    assert "<script>alert(1)</script>" in visible(tree.xpath("//*[@class='sheet']")[0])


@pytest.mark.parametrize(("lang", "tag"), [("zh", "zh-CN"), ("en", "en")])
def test_the_page_names_its_language_and_keeps_the_article_chinese(full_run, page, lang, tag):
    tree = page(full_run, lang)
    assert tree.get("lang") == tag
    assert {sheet.get("lang") for sheet in tree.xpath("//*[@class='sheet']")} == {"zh-CN"}
    assert {aside.get("lang") for aside in tree.xpath("//aside")} == {tag}


def test_controls_have_names_and_the_page_has_a_way_past_them(full_run, page):
    tree = page(full_run)
    assert tree.xpath("//body/a[1]/@href") == ["#articles"]
    for field in tree.xpath("//select|//input"):
        assert visible(field.getparent())
    for button in tree.xpath("//button"):
        assert visible(button)


ANY_TEXT = st.text(
    st.one_of(
        st.sampled_from("<>&\"'#\u202e\x00\x1b\n\u2028\ufeff;：元3"),
        st.characters(exclude_categories=["Cs", "Cn"], exclude_characters="【】\r"),
    ),
    max_size=60,
)


@given(ANY_TEXT, st.data())
@settings(max_examples=40)
def test_any_text_comes_through_whole_and_inert(make_article, make_finding, make_result, make_run, page, text, data):
    plain = make_article(text)
    visible_text = plain.document.visible
    ends = st.integers(0, len(visible_text))
    spans = data.draw(st.lists(st.tuples(ends, ends).map(sorted), max_size=3))
    of = replace(plain, spans=tuple(Span(*pair) for pair in spans))
    evidence = (Evidence("base", Span(0, len(visible_text))),)
    findings = (make_finding(of, number, evidence=evidence) for number in range(len(spans)))
    tree = page(make_run(make_result(of, *findings)))
    assert len(tree.xpath("//*[starts-with(@class, 'card ')]|//li[starts-with(@id, 'f-')]")) == len(spans)
    assert len(tree.xpath("//script")) == 1
    expected = "".join(label(char) if is_control(char) and char not in "\t\n" else char for char in visible_text)
    assert BLANK.sub("", "".join(article_text(tree))) == BLANK.sub("", expected)


def test_text_outside_blocks_and_sections_is_shown(make_article, make_result, make_run, page):
    of = make_article("第一段。\n第二段。\n第三段。")
    only = of.document.sections[0].blocks[1]
    section = Section(only.span, SectionKind.ARTICLE, None, Published(date(2025, 1, 1), "url"), (only,))
    tree = page(make_run(make_result(replace(of, document=replace(of.document, sections=(section,))))))
    assert article_text(tree) == ["第一段。", "第二段。", "第三段。"]


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_colours_keep_the_contrast_of_wcag_aa(scheme):
    style = files("reports").joinpath("templates/style.css").read_text(encoding="utf-8")
    palettes = [dict(COLORS.findall(block)) for block in re.findall(r":root \{([^}]*)\}", style)]
    tones = dict(zip(("light", "dark", "print"), palettes, strict=True))[scheme]
    severe = ("error", "warning", "info", "good")
    pairs = [(ink, paper) for ink in ("ink", "soft", "accent", *severe) for paper in ("paper", "sheet")]
    pairs += [(ink, f"{tone}-tint") for tone in severe for ink in (tone, "ink")] + [("soft", "good-tint")]
    assert [(one, two) for one, two in pairs if contrast(tones[one], tones[two]) < 4.5] == []


def contrast(one, two):
    bright, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(color):
    digits = color[1:] if len(color) == 7 else "".join(digit * 2 for digit in color[1:])
    channels = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_word_has_both_languages_and_the_same_slots():
    for key, forms in ui_text().items():
        assert {"zh", "en"} <= set(forms) <= {"zh", "en", "en_one"}, key
        slots = {lang: {name for _, name, _, _ in Formatter().parse(text) if name} for lang, text in forms.items()}
        assert len({frozenset(found) for found in slots.values()}) == 1, key


def test_every_word_is_used():
    package = files("reports")
    sources = "".join(
        path.read_text(encoding="utf-8") for path in sorted(package.rglob("*")) if path.suffix in (".py", ".j2")
    )
    open_groups = {
        "severity",
        "confidence",
        "family",
        "verdict",
        "evidence",
        "state",
        "role",
        "reason",
        "published_from",
        "text",
        "proof",
        "outcome",
        "kin",
        "settled",
        "age",
        "trouble",
    }
    unused = [
        key
        for key in ui_text()
        if key.split(".")[0] not in open_groups and f'"{key}"' not in sources and f"'{key}'" not in sources
    ]
    assert unused == []


def test_the_words_are_json_without_doubled_keys():
    def once(pairs):
        assert len(dict(pairs)) == len(pairs)
        return dict(pairs)

    json.loads(files("reports").joinpath("ui_text.json").read_text(encoding="utf-8"), object_pairs_hook=once)
