"""What programs are answered about an archive, in which shape, and what is refused."""

from __future__ import annotations

import pytest

from linter.archive.database import connect
from linter.archive.store import Store
from linter.web.archive.answers import ASKED, PAGE
from linter.web.openapi import openapi
from tests.web.archive.conftest import MANY
from tests.web.test_interface import conforms, refusal

API = "/api/v1/archive"


@pytest.fixture(scope="module")
def database(store):
    with connect(Store.open(store)) as opened:
        yield opened


def all_rows(client, question, **conditions):
    """All pages of an answer, one after the other."""
    rows, page = [], 1
    while True:
        answer = client.get(f"{API}/{question}", params={**conditions, "page": page}).json()
        rows += answer["rows"]
        if not answer["more"]:
            return rows
        assert len(answer["rows"]) == PAGE
        page += 1


def test_the_archive_says_what_it_is(client, store):
    about = conforms(client.get(API).json(), "Archive")
    manifest = Store.open(store).manifest
    assert about["rows"] == {name: manifest.rows(name) for name in about["rows"]}
    assert about["sites"][0] == "many.example.com"
    assert {"id": "pension.rate", "zh": "职工养老保险费率", "en": "pension contribution rate"} in about["subjects"]


def test_every_question_that_is_described_is_answered(client):
    (described,) = (
        each["schema"]["enum"]
        for each in openapi()["paths"][f"{API}/{{question}}"]["get"]["parameters"]
        if each.get("name") == "question"
    )
    assert set(described) == set(ASKED)
    for name in described:
        answer = conforms(client.get(f"{API}/{name}").json(), "ArchiveAnswer")
        assert all(len(row) == len(answer["shown"]["heads"]) for row in (answer["shown"] or {"rows": []})["rows"])


def test_pages_are_the_whole_without_a_gap_or_a_repetition(client, database):
    rows = all_rows(client, "findings")
    expected = database.execute("SELECT document, fingerprint FROM findings").fetchall()
    assert len(rows) > MANY
    assert sorted((row["document"], row["fingerprint"]) for row in rows) == sorted(expected)
    ranks = [("error", "warning", "info").index(row["severity"]) for row in rows]
    assert ranks == sorted(ranks)


CONDITIONS = {
    "site": ("many.example.com", "d.site = 'many.example.com'"),
    "family": ("arithmetic", "f.family = 'arithmetic'"),
    "code": ("RF204", "f.code = 'RF204'"),
    "severity": ("warning", "f.severity = 'warning'"),
    "subject": ("pension", "f.subject LIKE 'pension.%'"),
    "from": ("2025-06", "d.published >= DATE '2025-06-01'"),
    "to": ("2018-06", "d.published <= DATE '2018-06-30'"),
    "text": ("热线12333", "contains(f.sentence, '热线12333')"),
    "region": ("成都", "d.region = '510100'"),
}


@pytest.mark.parametrize("name", CONDITIONS)
def test_a_condition_leaves_what_it_says(client, database, name):
    value, condition = CONDITIONS[name]
    text = (
        f"SELECT count(*), count(DISTINCT document) FROM findings f JOIN documents d USING (document) WHERE {condition}"
    )
    ((findings, articles),) = database.execute(text).fetchall()
    answer = client.get(f"{API}/findings", params={name: value}).json()
    assert answer["total"] == {"findings": findings, "articles": articles}
    assert findings > 0
    assert len(all_rows(client, "findings", **{name: value})) == findings


def test_conditions_narrow_each_other_in_the_overview_too(client):
    both = {"site": "many.example.com", "code": "ST101", "to": "2025-12-31"}
    overview = conforms(client.get(f"{API}/overview", params=both).json(), "ArchiveOverview")
    assert overview["totals"]["documents"] == MANY
    assert [group["name"] for group in overview["sites"]] == ["many.example.com"]
    nothing = client.get(f"{API}/overview", params={**both, "from": "2026-01"}).json()
    assert nothing["counts"] == {"error": 0, "warning": 0, "info": 0}


@pytest.mark.parametrize("subject", ["pension.rate", "职工养老保险费率", "pension contribution rate", "养老 单位 费率"])
def test_a_subject_is_told_by_its_id_its_name_or_words(client, subject):
    rows = client.get(f"{API}/variance", params={"subject": subject}).json()["rows"]
    assert {row["subject"] for row in rows} == {"pension.rate"}
    assert {row["value"] for row in rows} >= {"20%", "16%"}


def test_contradictions_have_both_sides(client):
    rows = client.get(f"{API}/contradictions").json()["rows"]
    assert rows
    assert all(row["usual_sentence"] and row["odd_sentence"] and row["usual"] != row["odd"] for row in rows)


def test_what_could_not_be_read_is_told(client):
    (problem,) = client.get(f"{API}/problems").json()["rows"]
    assert problem["kind"] == "unreadable"


def test_the_times_are_drawn(client):
    drawn = client.get(f"{API}/ages.svg", params={"lang": "en"})
    assert drawn.headers["content-type"] == "image/svg+xml"
    assert drawn.text.startswith("<svg xmlns=")
    assert "findings" in drawn.text


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/nothing", 404, "no-question"),
        ("/findings?page=0", 422, "bad-value"),
        ("/findings?page=201", 422, "bad-value"),
        ("/findings?page=²", 422, "bad-value"),
        ("/findings?page=٣", 422, "bad-value"),
        ("/findings?lang=fr", 422, "bad-value"),
        ("/findings?severity=fatal", 422, "bad-value"),
        ("/coverage?by=document", 422, "bad-value"),
        ("/findings?region=无此地方", 422, "no-place"),
        ("/findings?subject=无此事项无此事项", 422, "no-subject"),
        ("/findings?from=2025-13", 422, "no-day"),
        ("/findings?to=2025-02-30", 422, "no-day"),
        ("/findings?from=20250101", 422, "no-day"),
        (f"/findings?text={'养' * 201}", 422, "bad-value"),
    ],
)
def test_what_cannot_be_understood_is_refused(client, path, status, code):
    assert refusal(client.get(API + path), status) == code


@pytest.mark.parametrize("name", ["site", "text", "code", "family", "subject"])
def test_a_value_is_a_value_and_no_sql(client, name):
    answer = client.get(f"{API}/findings", params={name: "' OR 1=1 --"})
    assert answer.json()["total"] == {"findings": 0, "articles": 0}


def test_other_hosts_are_refused_here_as_everywhere(client):
    assert refusal(client.get(API, headers={"host": "evil.example"}), 421) == "foreign-host"


def test_the_page_is_there(client):
    assert 'href="/archive" aria-current="page"' in client.get("/archive").text
