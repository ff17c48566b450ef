"""The HTTP interface: what it answers, in which shape, and what it refuses."""

from __future__ import annotations

import io
import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from linter import lint_text
from linter.document import Document, ReadContent
from linter.text import SourceMap
from linter.web.encoding import encoded
from linter.web.openapi import openapi
from tests.web.conftest import AS_OF, EXAMPLES

RATE = "单位养老保险按20%缴纳。"
WORD = (EXAMPLES / "staff-questions.docx").read_bytes()


def send(client, work, data, name="a.txt", **fields):
    body = data.encode() if isinstance(data, str) else data
    return client.post(f"/api/v1/{work}", files={"article": (name, body)}, data=fields)


def schema_of(name):
    """The schema of a component, with what it refers to."""
    components = openapi()["components"]
    return {"$ref": f"#/components/schemas/{name}", "components": components}


def conforms(answer, name):
    Draft202012Validator(schema_of(name)).validate(answer)
    return answer


def test_the_description_is_openapi():
    validate(openapi())


def test_every_address_is_described_and_every_described_one_exists(app):
    paths = {route.path.replace("{id}", "{id}") for route in app.routes if route.path.startswith("/api/")}
    assert paths == set(openapi()["paths"])


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", sorted(EXAMPLES.iterdir()), ids=lambda path: path.name)
def test_a_check_is_a_report_of_the_same_findings(client, path, lang):
    answer = conforms(send(client, "check", path.read_bytes(), path.name, lang=lang).json(), "Report")
    expected = lint_text(path.read_bytes(), as_of=AS_OF, path=path.name, profile="publish")
    (document,) = answer["documents"]
    assert [each["fingerprint"] for each in document["findings"]] == [each.fingerprint for each in expected.findings]
    assert [each["message"] for each in document["findings"]] == [
        each.message.in_language(lang) for each in expected.findings
    ]
    assert answer["as_of"] == AS_OF.isoformat()


def test_place_and_day_are_for_texts_that_name_none(client):
    given = {"region": "成都", "published": "2018-05-01"}
    (section,) = send(client, "check", RATE, **given).json()["documents"][0]["sections"]
    assert (section["region"], section["published"], section["published_from"]) == ("510100", "2018-05-01", "given")


def test_spans_count_in_the_text(client):
    text = f"😀𠮷\r\n{RATE}"
    (finding,) = send(client, "check", text).json()["documents"][0]["findings"]
    answer = send(client, "text", text)
    assert answer.text == text
    assert answer.text[finding["span"]["start"] : finding["span"]["end"]] == "20%"


def test_what_cannot_be_read_is_a_problem_of_the_report(client):
    answer = conforms(send(client, "check", b"%PDF-1.7 \x00").json(), "Report")
    assert answer["documents"] == []
    assert "PDF" in answer["problems"][0]["reason"]


# --- corrected ---------------------------------------------------------------------------------------------------


def test_corrected_takes_all_suggestions_or_those_named(client):
    text = f"{RATE}\n\n参加新农合的村民请注意。"
    assert "20%" not in send(client, "corrected", text).text
    findings = send(client, "check", text).json()["documents"][0]["findings"]
    one = next(each["fingerprint"] for each in findings if each["quote"] == "20%")
    answer = send(client, "corrected", text, accept=one)
    assert answer.text == text.replace("20%", "16%")
    assert "a.corrected.txt" in answer.headers["content-disposition"]
    assert send(client, "corrected", text, accept="none").text == text


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "big5", "utf-16", "utf-32"])
def test_corrected_keeps_the_encoding(client, codec):
    text = f"單位養老保險的規定說明。{RATE}" if codec == "big5" else f"关于费率的说明。{RATE}"
    text = text.replace("单位养老保险", "單位養老保險").replace("缴纳", "繳納") if codec == "big5" else text
    data = send(client, "corrected", text.encode(codec), accept="none").content
    assert data == text.encode(codec)


def test_corrected_makes_changes_first(client):
    changes = json.dumps([{"start": 2, "end": 6, "with": "基本养老保险"}])
    assert send(client, "corrected", RATE, changes=changes).text == "单位基本养老保险按16%缴纳。"


def test_a_word_file_comes_back_as_one(client):
    text = send(client, "text", WORD, "a.docx").text
    at = text.index("103元")
    changes = json.dumps([{"start": at, "end": at + 3, "with": "130"}])
    data = send(client, "corrected", WORD, "a.docx", changes=changes).content
    again = send(client, "text", data, "a.docx").text
    assert again == text.replace("103元", "130元").replace("20年", "15年")
    assert send(client, "check", data, "a.docx").json()["documents"][0]["findings"] == []


def test_a_change_that_a_word_file_has_no_room_for_is_refused(client):
    text = send(client, "text", WORD, "a.docx").text
    changes = json.dumps([{"start": text.index("\n") - 1, "end": text.index("\n") + 2, "with": ""}])
    assert refusal(send(client, "corrected", WORD, "a.docx", changes=changes), 422) == "no-room"


@pytest.mark.parametrize("work", ["corrected", "annotated"])
def test_a_word_file_that_cannot_be_written_is_refused(client, work):
    made = io.BytesIO()
    with ZipFile(io.BytesIO(WORD)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(b"<w:document", b"<!DOCTYPE d []><w:document", 1))
    assert refusal(send(client, work, made.getvalue(), "a.docx"), 422) == "unreadable"


def test_only_word_files_are_annotated(client):
    data = send(client, "annotated", WORD, "a.docx").content
    assert data.startswith(b"PK")
    assert data != WORD
    assert send(client, "text", data, "a.docx").text == send(client, "text", WORD, "a.docx").text
    assert refusal(send(client, "annotated", RATE), 415) == "no-word-file"


# --- the reference -----------------------------------------------------------------------------------------------


def test_rules_by_words(client):
    found = conforms(client.get("/api/v1/rules", params={"q": "养老 单位 费率", "region": "深圳"}).json(), "Found")
    assert found["total"] == len(found["rules"]) > 0
    assert {each["place"] for each in found["rules"]} == {"深圳"}
    assert client.get("/api/v1/rules", params={"limit": "3"}).json()["rules"][2]


def test_every_rule_has_its_page(client, app):
    for each in client.get("/api/v1/rules", params={"limit": "500"}).json()["rules"][::25]:
        conforms(client.get(f"/api/v1/rules/{each['id']}").json(), "Rule")
        drawn = client.get(f"/api/v1/rules/{each['id']}/timeline.svg", params={"lang": "en", "width": "400"})
        assert drawn.headers["content-type"] == "image/svg+xml"
        assert drawn.text.startswith("<svg xmlns=")


def test_checks_and_places(client):
    for name, path in (("Check", "checks"), ("Place", "places")):
        answer = client.get(f"/api/v1/{path}").json()
        assert answer
        for each in answer:
            conforms(each, name)


# --- refused -----------------------------------------------------------------------------------------------------


def refusal(answer, status):
    assert answer.status_code == status
    error = conforms(answer.json(), "Error")["error"]
    assert error["zh"] != error["en"]
    return error["code"]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"region": "无此地方"}, "no-place"),
        ({"published": "2026-02-30"}, "no-day"),
        ({"published": "20260201"}, "no-day"),
        ({"lang": "fr"}, "bad-value"),
        ({"changes": "{"}, "bad-value"),
        ({"changes": "[1]"}, "bad-value"),
        ({"changes": "[" * 200_000}, "bad-value"),
        ({"changes": '[{"start": 0, "end": 1, "with": ' + '{"a":' * 100_000}, "bad-value"),
        ({"changes": '[{"start": 0, "end": 1' + "0" * 5000 + ', "with": ""}]'}, "bad-value"),
        ({"changes": r'[{"start": 0, "end": 1, "with": "\ud83d"}]'}, "bad-value"),
        ({"region": "成" * 201}, "bad-value"),
        ({"published": "2" * 201}, "bad-value"),
        ({"changes": '[{"start": 0, "end": 99999, "with": ""}]'}, "bad-value"),
        ({"changes": '[{"start": 3, "end": 1, "with": ""}]'}, "bad-value"),
        ({"changes": '[{"start": 0, "end": 3, "with": ""}, {"start": 2, "end": 4, "with": ""}]'}, "bad-value"),
    ],
)
def test_a_field_that_cannot_be_understood(client, fields, code):
    assert refusal(send(client, "check", RATE, **fields), 422) == code


def test_no_article_and_no_form(client):
    assert refusal(client.post("/api/v1/check", files={"other": ("a", b"x")}), 422) == "no-article"
    assert refusal(client.post("/api/v1/check", content=RATE.encode()), 415) == "no-form"
    headers = {"content-type": "multipart/form-data"}
    assert refusal(client.post("/api/v1/check", content=b"--x", headers=headers), 422) == "bad-form"


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/v1/rules/nothing", 404, "no-rule"),
        ("/api/v1/rules/nothing/timeline.svg", 404, "no-rule"),
        ("/api/v1/rules/national.retirement.rules_1978_in_force/timeline.svg?key=%22%3E", 422, "bad-value"),
        ("/api/v1/rules/national.retirement.rules_1978_in_force/timeline.svg?lang=fr", 422, "bad-value"),
        ("/api/v1/rules?limit=0", 422, "bad-value"),
        ("/api/v1/rules?limit=²", 422, "bad-value"),
        ("/api/v1/rules?limit=٣", 422, "bad-value"),
        ("/api/v1/rules?region=无此地方", 422, "no-place"),
        (f"/api/v1/rules?q={'养' * 201}", 422, "bad-value"),
        ("/api/v1/nothing", 404, "not-found"),
        ("/static/../words.json", 404, "not-found"),
        ("/words/fr.json", 404, "not-found"),
        ("/api/v1/check", 405, "not-allowed"),
    ],
)
def test_an_address_that_leads_nowhere(client, path, status, code):
    assert refusal(client.get(path), status) == code


@pytest.mark.parametrize("charset", ["punycode", "undefined", "zip", "no-such"])
def test_an_encoding_of_the_form_that_is_none_of_text(client, charset):
    head = 'Content-Disposition: form-data; name="article"; filename="文章.txt"'
    body = f"--x\r\n{head}\r\n\r\n{RATE}\r\n--x--\r\n".encode()
    headers = {"content-type": f"multipart/form-data; boundary=x; charset={charset}"}
    assert client.post("/api/v1/check", content=body, headers=headers).status_code in (200, 422)


def test_the_methods_that_are_known_are_told(client):
    answer = client.delete("/api/v1/check")
    assert refusal(answer, 405) == "not-allowed"
    assert answer.headers["allow"] == "POST"


def test_a_letter_that_an_encoding_lacks_is_named(client):
    data = "关于缴费的说明，请各位参保职工注意查看。".encode("gb18030")
    assert send(client, "text", data).text.startswith("关于")
    document = Document("a", "text", "big5", "", None, ReadContent("", "", "", SourceMap(), ()))
    with pytest.raises(Exception, match="big5"):
        encoded("😀", document, b"")


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\\\..\\\\secret.txt", "secret.txt"),
        ("C:\\\\secret.txt", "secret.txt"),
        ("..", "article"),
        ("/", "article"),
        ("%2e%2e%2fa.txt", "%2e%2e%2fa.txt"),
    ],
)
def test_no_name_leads_out_of_the_folder(client, name, path):
    (document,) = send(client, "check", RATE, name=name).json()["documents"]
    assert document["path"] == path


def test_a_file_name_is_no_path(client):
    answer = send(client, "check", RATE, name="../../etc/a\u202e.txt").json()
    assert answer["documents"][0]["path"] == "a<U+202E>.txt"
    assert Path(answer["documents"][0]["path"]).name == answer["documents"][0]["path"]
