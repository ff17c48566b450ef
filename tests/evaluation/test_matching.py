from __future__ import annotations

from dataclasses import replace

import pytest

from linter.document import Document
from linter.evaluation.labels import Label, Labels, Quote
from linter.evaluation.matching import JudgedDocument, Standing, compare
from linter.evaluation.places import Places
from linter.evaluation.scores import Precision, Recall, score
from linter.finding import Confidence, Evidence, Finding, Message, Severity
from linter.readers import read_document
from linter.result import Coverage, DocumentResult
from linter.text import Span

SOURCE = "# 标题\n\n单位按**20**%缴纳,个人 8% 缴纳。\n\n合计750元。后文又说合计760元。\n"


@pytest.fixture(scope="module")
def document() -> Document:
    return read_document(SOURCE.encode(), "a.md")


def finding(document: Document, words: str, family: str = "arithmetic", *sides: str) -> Finding:
    return Finding(
        code="ZA101",
        name="some-kind",
        family=family,
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        message=Message("说", "says"),
        span=at(document, words),
        context=at(document, words),
        evidence=tuple(Evidence("other-claim", at(document, side)) for side in sides),
    )


def at(document: Document, words: str) -> Span:
    start = document.visible.index(words)
    return Span(start, start + len(words))


def label(words: str, *families: str, confidence: str = "high") -> Label:
    return Label((Quote(words),), families or ("arithmetic",), confidence, "因")


def judged(document: Document, labels: Labels, *findings: Finding) -> JudgedDocument:
    return compare("a.md", DocumentResult(document, (), Coverage(), findings), labels)


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        (Quote("按20%缴纳"), ["按**20**%缴纳"]),
        (Quote("个人8%缴纳"), ["个人 8% 缴纳"]),
        (Quote("个人 ８％ 缴 纳"), ["个人 8% 缴纳"]),
        (Quote("合计", occurrence=2), ["合计"]),
        (Quote("合计"), ["合计", "合计"]),
        (Quote("没有"), []),
        (Quote("合计", occurrence=3), []),
        (Quote("按**20**%"), ["按**20**%"]),
        (Quote("whatever", offsets=(2, 4)), ["标题"]),
    ],
)
def test_quote_is_found_in_the_source(document: Document, quote: Quote, source: list[str]) -> None:
    assert [span.cut(document.source) for span in Places(document).find(quote)] == source


@pytest.mark.parametrize(
    ("family", "labels", "standing"),
    [
        ("arithmetic", Labels((label("750元"),)), Standing.RIGHT),
        ("arithmetic", Labels((label("750元", confidence="medium"),)), Standing.RIGHT),
        ("reference", Labels((label("750元"),)), Standing.OTHER_KIND),
        ("reference", Labels((label("750元", "arithmetic", "reference"),)), Standing.RIGHT),
        ("arithmetic", Labels(neutral=(Quote("合计750元"),), traps=(Quote("合计750元"),)), Standing.NEUTRAL),
        ("arithmetic", Labels(traps=(Quote("合计750元"),)), Standing.TRAP),
        ("arithmetic", Labels((label("750元"),), traps=(Quote("750元"),)), Standing.RIGHT),
        ("arithmetic", Labels((label("760元"),)), Standing.UNLABELLED),
        ("arithmetic", Labels(), Standing.UNLABELLED),
    ],
)
def test_labels_decide_the_standing_of_a_finding(
    document: Document, family: str, labels: Labels, standing: Standing
) -> None:
    (each,) = judged(document, labels, finding(document, "750元", family)).findings
    assert each.standing is standing


@pytest.mark.parametrize(("family", "found"), [("contradiction", True), ("arithmetic", False)])
def test_both_sides_of_a_contradiction_count(document: Document, family: str, found: bool) -> None:
    labels = Labels((label("760元", family),))
    assert judged(document, labels, finding(document, "750元", family, "760元")).labels[0].found == found


def test_label_is_found_by_its_kind_and_touched_by_any(document: Document) -> None:
    labels = Labels((label("750元"), label("760元"), label("没有")))
    result = judged(document, labels, finding(document, "750元", "reference"), finding(document, "760元"))
    assert [(each.found, each.touched, each.located) for each in result.labels] == [
        (False, True, True),
        (True, True, True),
        (False, False, False),
    ]


def test_informations_are_not_counted(document: Document) -> None:
    information = replace(finding(document, "750元"), severity=Severity.INFO)
    result = judged(document, Labels((label("750元"),)), information)
    assert result.findings == ()
    assert not result.labels[0].touched


def test_scores_leave_neutral_findings_out(document: Document) -> None:
    labels = Labels(
        errors=(label("750元"), label("760元", "reference"), label("标题", confidence="medium")),
        traps=(Quote("个人8%"),),
        neutral=(Quote("20%"),),
    )
    findings = [finding(document, words) for words in ("750元", "760元", "8%", "20%", "后文")]
    scores = score([judged(document, labels, *findings)])
    assert scores.by_family == dict.fromkeys(("arithmetic", "all"), Precision(4, 1, 2, 1))
    assert scores.by_check["ZA101 some-kind"] == Precision(4, 1, 2, 1)
    assert scores.recall_high == {"arithmetic": Recall(1, 1, 1), "reference": Recall(1, 0, 1), "all": Recall(2, 1, 2)}
    assert scores.recall_medium["all"] == Recall(1, 0, 0)


def test_shares_without_anything_are_unknown() -> None:
    scores = score([])
    assert scores.by_family["all"].share is None
    assert scores.recall_high["all"].share is None
