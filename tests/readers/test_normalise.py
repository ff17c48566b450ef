"""Normalisation is one character for one character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.normalise import normalise


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("１６％（含）２０００～３０００元，；：！？", "16%(含)2000~3000元,;:!?"),
        ("ＡＢＣ．ｘ＋ｙ＝ｚ｜￥", "ABC.x+y=z|¥"),
        ("﹙﹪﹐﹣﹚", "(%,-)"),
        ("8–16%−1‐2‑3", "8-16%-1-2-3"),
        ("甲——乙―丙─丁", "甲——乙—丙—丁"),
        ("60～70〜80∼90", "60~70~80~90"),
        ("5✕6✖7╳8×9", "5×6×7×8×9"),
        ("1\u00a02\u30003\u20024\u202f5", "1 2 3 4 5"),
        ("「甲」『乙』﹝2024﹞", "“甲”‘乙’〔2024〕"),
        ("二○二五年 ○ 三〇", "二〇二五年 ○ 三〇"),
        ("𝟏𝟔%", "16%"),
        ("⽉⼈\uf90a", "月人金"),
        ("養老保險單位繳費後於徵收臺灣", "养老保险单位缴费后于征收台湾"),
        ("医保个人帐户,個人帳戶", "医保个人账户,个人账户"),
        ("显著乾隆瞭望覆盖", "显著乾隆瞭望覆盖"),
        ("。、《》“”‘’【】〔〕…①½㎡℃\t\n", "。、《》“”‘’【】〔〕…①½㎡℃\t\n"),
    ],
)
def test_variants_get_their_one_form(written: str, normal: str) -> None:
    assert normalise(written) == normal


@given(st.text())
def test_every_character_keeps_its_place(text: str) -> None:
    normal = normalise(text)
    assert len(normal) == len(text)
    assert normal.count("\n") == text.count("\n")
    assert normal.count("\t") == text.count("\t")


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x1FFFF, exclude_categories=["Cs"])))
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
