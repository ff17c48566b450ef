"""What is written of a run is read again as the same: reports, baselines, suppressions."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings

from linter.policy.baseline import compare, known_of
from linter.policy.baseline_file import read_baseline, write_baseline
from linter.policy.comment_place import place_for_comment
from linter.policy.comments import comment, suppressions_in
from linter.policy.sidecar import read_sidecar, with_entry
from linter.policy.suppressing import Terms, suppress
from linter.policy.suppression import Suppression
from linter.readers import read_document
from linter.report import RenderOptions
from reports import json_v1
from tests.properties.articles import DAY, articles, checked, findings_in

_MARKS = re.compile(r"[\s|-]+")
FEW = settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])


def words_of(visible: str) -> str:
    return _MARKS.sub("", visible)


@FEW
@given(articles())
def test_a_baseline_settles_the_run_it_was_made_of(text: str) -> None:
    result = checked(("a.md", text.encode()))
    entries = known_of(result)
    read = read_baseline(write_baseline(entries))
    assert read == entries
    compared = compare(result, read, str, lambda path: False)
    assert findings_in(compared.result) == ()
    assert compared.missing == ()
    assert len(compared.found) == len(findings_in(result))


@FEW
@given(articles())
def test_a_suppression_by_name_settles_its_finding_and_no_other(text: str) -> None:
    (result,) = checked(("a.md", text.encode())).documents
    for finding in result.findings:
        written = with_entry(
            "", finding, result.document, "a.md", reason="例题: # '\"", expires=DAY + timedelta(days=400)
        )
        (suppression,) = read_sidecar(written)
        after = suppress(result, [suppression], Terms(DAY))
        assert [settled.finding for settled in after.result.settled] == [finding]
        assert after.result.findings == tuple(each for each in result.findings if each is not finding)


@FEW
@given(articles())
def test_a_file_of_suppressions_settles_all(text: str) -> None:
    (result,) = checked(("a.md", text.encode())).documents
    written = ""
    for finding in result.findings:
        written = with_entry(written, finding, result.document, "a.md", reason="例题", owner="王敏")
    suppressions = read_sidecar(written) if written else ()
    assert suppress(result, suppressions, Terms(DAY)).result.findings == ()


@FEW
@given(articles())
def test_a_comment_before_a_finding_reaches_it(text: str) -> None:
    (result,) = checked(("a.md", text.encode())).documents
    for finding in result.findings[:3]:
        place = place_for_comment(result.document, finding)
        assert place is not None
        source = result.document.source
        words = place.text(comment(finding.code, "例题"))
        document = read_document((source[: place.offset] + words + source[place.offset :]).encode(), "a.md")
        # Between two lines of a paragraph it ends it: a table right behind, without a blank line, is one only then.
        assert words_of(document.visible) == words_of(result.document.visible)
        if document.visible != result.document.visible:
            continue
        reaching = [each for each in suppressions_in(document) if isinstance(each, Suppression)]
        again = suppress(replace(result, document=document), reaching, Terms(DAY))
        assert finding in [settled.finding for settled in again.result.settled]


@FEW
@given(articles())
def test_the_json_report_holds_the_findings(text: str) -> None:
    result = checked(("a.md", text.encode()))
    report = json.loads(json_v1.render(result, lang="zh", options=RenderOptions()))
    shown = [
        (finding["fingerprint"], finding["code"], finding["severity"], finding["message"])
        for document in report["documents"]
        for finding in document["findings"]
    ]
    findings = sorted(findings_in(result), key=lambda each: (each.span.start, each.code))
    assert shown == [(each.fingerprint, each.code, each.severity.value, each.message.zh) for each in findings]
    assert report["summary"]["findings"] == result.count()
