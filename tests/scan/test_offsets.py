"""Spans hold exactly what was read: cut out and read again they give the same token, whatever stands around them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from linter.scan.figures import scan_figures, scan_quantities
from linter.scan.tokens import Token
from tests.scan.describing import tokens_of

WORDS = [
    "缴费",
    "基数为",
    "个人",
    ",单位",
    "。",
    "、",
    "约",
    "每月",
    "以上",
    "不超过",
    "起",
    "(",
    ")",
    "第",
    "=",
    "×",
    "-",
    "至",
    "\n",
    " ",
]
FIGURES = [
    "20900元",
    "8%",
    "3.5万元",
    "1,036,420元",
    "15年",
    "两年零六个月",
    "60岁4个月",
    "三万五",
    "九成",
    "300元/月",
    "7人",
    "31个统筹区",
    "0.5",
    "2025年7月1日",
    "12月25日",
    "2024-09-01",
    "今年7月",
    "二〇二五年",
    "12333",
    "010-88001234",
    "国办发〔2024〕38号",
    "《社会保险法》第十五条",
    "60%-70%",
    "百分之八点五",
    "半年",
    "30个工作日",
    "三四百元",
]
NOISE = "0123456789.,%元年月日个万亿千百十一二三五两半至到-—~约第不满以上内起前后()/×= 、。\n岁成倍天次人档类社"

texts = st.lists(st.sampled_from(WORDS + FIGURES), max_size=12).map("".join) | st.text(NOISE, max_size=40)
quantities = st.sampled_from([figure for figure in FIGURES if scan_quantities(figure)])


def spans_of(text: str) -> list[Token]:
    return tokens_of(scan_figures(text))


@given(texts)
def test_tokens_stand_in_order_and_share_no_character(text: str) -> None:
    tokens = [token for token in spans_of(text) if token.span.cut(text)[:1] != "《"]
    for before, after in pairwise(tokens):
        assert before.span.end <= after.span.start
    assert all(0 <= token.span.start < token.span.end <= len(text) for token in tokens)


@given(texts)
def test_every_kind_stands_in_text_order(text: str) -> None:
    figures = scan_figures(text)
    for kind in (figures.quantities, figures.dates, figures.phones, figures.doc_numbers, figures.law_articles):
        starts = [token.span.start for token in kind]
        assert starts == sorted(starts)


@given(texts)
def test_an_interval_reaches_the_numbers_written(text: str) -> None:
    for token in scan_quantities(text):
        ends = (min(token.values), max(token.values))
        assert token.interval.low is None or token.interval.low <= ends[0]
        assert token.interval.high is None or ends[1] <= token.interval.high


@given(st.sampled_from(["缴费", "按", "。", "\n", ","]), quantities, st.sampled_from(["。", ",", "的", "\n", ")"]))
def test_a_quantity_cut_out_reads_the_same(before: str, figure: str, after: str) -> None:
    text = before + figure + after
    (token,) = scan_quantities(text)
    (again,) = scan_quantities(token.span.cut(text))
    assert token.span.cut(text) == figure
    assert (token.values, token.unit, token.step, token.per) == (again.values, again.unit, again.step, again.per)


def test_endless_digits_are_no_number() -> None:
    assert spans_of("1" * 100_000) == []
    assert spans_of("一" * 100_000) == []
