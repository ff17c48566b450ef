"""A real editor's messages, and what the server answers."""

from __future__ import annotations

import asyncio
import json
import sys
from asyncio.subprocess import PIPE
from pathlib import Path

import pytest
import yaml
from lsprotocol import types

pytestmark = pytest.mark.asyncio

WRONG = "😀𠮷基数6400元。\n\n𠮷😀养老保险:6400元×8%=51.2元。\n"
STALE = "企业养老保险缴费比例是20%。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
async def test_ranges_are_exact_in_every_encoding(start, encoding):
    editor = await start(encodings=[encoding])
    window = editor.open(WRONG)
    (finding,) = await window.found()
    assert editor.encoding == encoding
    assert window.words(finding.range) == "6400元×8%=51.2元"
    assert {window.words(each.location.range) for each in finding.related_information} == {"6400元×8%", "51.2元"}
    assert (finding.code, finding.source, finding.severity) == ("AR101", "factlint", types.DiagnosticSeverity.Error)
    assert "512" in finding.message


async def test_changes_are_put_where_they_were_typed(start):
    """Also behind characters of four bytes, form feeds and line separators of pasted text."""
    editor = await start()
    window = editor.open("甲\u2028乙\x0c丙😀\r\n" + WRONG)
    assert await window.codes() == ["AR101"]
    at = window.text.index("51.2")
    window.type_over(at, at + 4, "512")
    assert await window.codes() == []
    window.type_over(len(window.text), len(window.text), STALE)
    window.type_over(0, 3, "")
    (finding,) = await window.found()
    assert window.words(finding.range) == "20%"


async def test_a_pause_in_typing_is_waited_for(start):
    editor = await start(settings={"delay": 400})
    window = editor.open(WRONG)
    await window.found()
    before = editor.publications
    for letter in "现在还在写":
        window.type_over(0, 0, letter)
    await window.found()
    assert editor.publications == before + 1


async def test_what_stands_behind_a_finding_is_shown_under_the_cursor(start):
    editor = await start()
    window = editor.open(WRONG + "\n" + STALE)
    told = await window.hover("20%")
    assert told is not None
    assert all(words in told for words in ("ST101", "国办发〔2019〕13号", "推导", "16%"))
    assert await window.hover("基数") is None


async def test_a_suggestion_is_applied_where_it_belongs(start):
    editor = await start()
    window = editor.open("😀𠮷" + STALE)
    (action,) = [each for title, each in (await window.actions("20%")).items() if title == "改为「16%」"]
    assert action.kind == types.CodeActionKind.QuickFix
    assert action.is_preferred
    window.apply(action.edit.changes[window.uri])
    assert window.text == "😀𠮷" + STALE.replace("20%", "16%")
    assert await window.codes() == []


async def test_a_suppression_is_written_above_its_finding(start):
    editor = await start(settings={"reasons": ["例题", "引用 --> 原文"]})
    window = editor.open(WRONG)
    offered = await window.actions("51.2元")
    assert list(offered) == ["压制 AR101:例题", "压制 AR101:引用 --> 原文"]
    window.apply(offered["压制 AR101:引用 --> 原文"].edit.changes[window.uri])
    assert await window.codes() == []


async def test_a_format_without_comments_is_suppressed_in_the_file_beside_it(start, tmp_path):
    editor = await start(settings={"reasons": ["例题"]})
    window = editor.open(WRONG, "bill.txt")
    assert await window.codes() == ["AR101"]
    made, written = (await window.actions("51.2元"))["压制 AR101:例题"].edit.document_changes
    assert made.uri == written.text_document.uri == (Path.cwd() / "factlint-suppressions.yml").as_uri()
    entries = yaml.safe_load(written.edits[0].new_text)["suppressions"]
    assert [(each["code"], each["reason"]) for each in entries] == [("AR101", "例题")]


async def test_an_entry_is_added_to_the_file_of_suppressions_that_is_there(start, tmp_path):
    (tmp_path / "factlint.toml").write_text("", "utf-8")
    sidecar = tmp_path / "factlint-suppressions.yml"
    sidecar.write_text("version: 1\n# 编辑部\nsuppressions: []\n", "utf-8")
    editor = await start(like="visual-studio-code")
    window = editor.open(WRONG, "bill.txt")
    assert await window.codes() == ["AR101"]
    (action,) = (await window.actions("51.2元")).values()
    (edit,) = action.edit.changes[sidecar.as_uri()]
    beside = editor.open(sidecar.read_text("utf-8"), sidecar.name, "yaml")
    beside.apply([edit])
    assert beside.text.startswith("version: 1\n# 编辑部\nsuppressions:\n  - fingerprint:")
    sidecar.write_text(beside.text, "utf-8")
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([]))
    assert await window.codes() == []


async def test_the_configuration_holds_as_soon_as_it_changes(start, tmp_path):
    editor = await start(like="visual-studio-code")
    window = editor.open(WRONG)
    assert await window.codes() == ["AR101"]
    assert editor.watched == [types.WORKSPACE_DID_CHANGE_WATCHED_FILES]
    config = tmp_path / "factlint.toml"
    config.write_text('ignore = ["AR101"]\n', "utf-8")
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([]))
    assert await window.codes() == []
    config.write_text('severity = { AR = "info" }\nprofile = "audit"\n', "utf-8")
    window.save()
    assert [each.severity for each in await window.found()] == [types.DiagnosticSeverity.Information]
    config.write_text('profile = "nobody"\n', "utf-8")
    window.save()
    (told,) = await window.found()
    assert "factlint.toml" in told.message
    assert window.words(told.range) == ""


async def test_settings_of_the_editor_hold_at_once(start):
    editor = await start(settings={"lang": "en", "docsUrl": "https://docs.example.org/checks"})
    window = editor.open(WRONG)
    (finding,) = await window.found()
    assert finding.message.startswith("The ")
    assert finding.code_description.href == "https://docs.example.org/checks#ar101-equation-wrong"
    settings = {"factlint": {"lang": "zh", "asOf": "2018-01-01"}}
    editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings))
    (finding,) = await window.found()
    assert finding.message.startswith("算式")
    window.type_over(0, len(window.text), STALE)
    assert await window.codes() == []
    editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams({"factlint": {}}))
    (finding,) = await window.found()
    assert (finding.code, finding.message.startswith("The ")) == ("ST101", True), finding.message


async def test_wrong_settings_are_told_and_change_nothing(start):
    editor = await start(settings={"profile": "nobody", "lang": "en"})
    window = editor.open(WRONG)
    (finding,) = await window.found()
    assert finding.message.startswith("算式")
    assert ["profile" in each.message for each in editor.client.messages] == [True]


async def test_a_day_that_cannot_be_told_stands_at_the_top(start):
    editor = await start(settings={"asOf": "commit"})
    window = editor.open(WRONG)
    (told,) = await window.found()
    assert "git" in told.message
    assert window.words(told.range) == ""


async def test_an_editor_that_asks_is_answered_and_not_told_unasked(start, tmp_path):
    editor = await start(like="neovim@0.11.0")
    window = editor.open(WRONG)
    assert editor.encoding == "utf-8"
    (finding,) = await window.asked()
    assert window.words(finding.range) == "6400元×8%=51.2元"
    at = window.text.index("51.2")
    window.type_over(at, at + 4, "512")
    assert await window.asked() == ()
    window.close()
    assert await window.hover("基数") is None
    assert editor.publications == 0


async def test_a_closed_text_has_no_findings(start):
    editor = await start()
    window = editor.open(WRONG)
    await window.found()
    window.close()
    assert (await editor.arrival(window.uri)).diagnostics == ()


async def test_texts_are_read_by_their_name_or_else_their_language(start):
    editor = await start()
    for name, language in (("untitled:Untitled-1", "markdown"), ("草稿 一.html", "html")):
        window = editor.open("<!-- 注 -->\n" + WRONG, name, language)
        assert await window.codes() == ["AR101"]
        assert await window.hover("注") is None


async def test_odd_texts(start):
    editor = await start()
    for name, text in (("empty.md", ""), ("blank.md", "\n \n"), ("marked.md", "\ufeff" + WRONG)):
        window = editor.open(text, name)
        assert [window.words(each.range) for each in await window.found()] == ["6400元×8%=51.2元"] * ("元" in text)


async def test_nothing_but_messages_goes_out():
    """Whatever else is printed would break the connection."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "linter", "lsp"), stdin=PIPE, stdout=PIPE, stderr=PIPE
    )
    body = json.dumps({"jsonrpc": "2.0", "method": "exit"}).encode()
    out, err = await process.communicate(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
    assert out == b""
    assert b"Traceback" not in err
