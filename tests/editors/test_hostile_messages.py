"""Messages that are broken, impossible or far too many, and folders of strangers: the server goes on."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE
from itertools import product

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcMethodNotFound

from linter.lsp.session import _LONGEST
from tests.editors.test_language_server import WRONG

pytestmark = pytest.mark.asyncio

BROKEN = {
    "no JSON": b"nonsense",
    "brackets without end": b"[" * 200_000,
    "a list": b"[1, 2]",
    "a number": b"5",
    "nothing": b"null",
    "no UTF-8": b'{"jsonrpc": "\xff"}',
    "an empty object": b"{}",
    "a notification nobody knows": b'{"jsonrpc": "2.0", "method": "x/y", "params": {}}',
    "an answer to nothing": b'{"jsonrpc": "2.0", "id": 77, "result": {}}',
    "no text in a text": b'{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": 5}}',
    "no parameters": b'{"jsonrpc": "2.0", "id": 9, "method": "textDocument/hover"}',
    "a line below zero": b'{"jsonrpc": "2.0", "id": 8, "method": "textDocument/hover", "params": '
    b'{"textDocument": {"uri": "file:///a.md"}, "position": {"line": -1, "character": 0}}}',
    "a change of what is not open": b'{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": '
    b'{"textDocument": {"uri": "file:///a.md", "version": 1}, "contentChanges": [{"text": "x"}]}}',
    "a head that says nothing": None,
}


def framed(body):
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


async def test_broken_messages_are_passed_over(start):
    editor = await start()
    pipe = editor.client._server.stdin
    for body in BROKEN.values():
        pipe.write(b"X-Nothing: 1\r\n\r\nContent-Length: none\r\n\r\n" if body is None else framed(body))
    window = editor.open(WRONG)
    assert await window.codes() == ["AR101"]
    asked = types.DefinitionParams(types.TextDocumentIdentifier(window.uri), types.Position(0, 0))
    with pytest.raises(JsonRpcMethodNotFound):
        await editor.client.text_document_definition_async(asked)


@pytest.mark.parametrize("size", [b"1", b"99999999999999999999999"])
async def test_a_length_that_is_a_lie_ends_in_silence_and_not_in_nonsense(size):
    """Where messages begin cannot be known any more: the editor starts the server anew."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "linter", "lsp"), stdin=PIPE, stdout=PIPE, stderr=PIPE
    )
    asked = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "shutdown"}).encode()
    out, _ = await process.communicate(b"Content-Length: " + size + b"\r\n\r\n" + asked)
    assert b"result" not in out


def at(*numbers):
    first, last = types.Position(*numbers[:2]), types.Position(*numbers[2:])
    return types.Range(first, last)


FAR = 2_147_483_647
ODD = {
    "behind the text": at(99, 99, 999, 999),
    "as far as can be": at(FAR, FAR, FAR, FAR),
    "behind its line": at(0, 999, 0, 9999),
    "backwards": at(2, 0, 0, 0),
    "inside a character": at(0, 1, 0, 1),
    "from inside one to inside another": at(0, 1, 0, 3),
}


async def test_a_change_at_an_odd_place_leaves_a_text_that_can_be_checked(start):
    editor = await start()
    for number, (where, words) in enumerate(product(ODD.values(), ("", "字", "\ud83d", "\udc00\ud83d"))):
        window = editor.open(WRONG, f"{number}.md")
        await window.found()
        name = types.VersionedTextDocumentIdentifier(version=2, uri=window.uri)
        change = types.TextDocumentContentChangePartial(range=where, text=words)
        window._version = 2
        editor.client.text_document_did_change(types.DidChangeTextDocumentParams(name, [change]))
        assert set(await window.codes()) <= {"AR101"}
        identifier = types.TextDocumentIdentifier(window.uri)
        await editor.client.text_document_hover_async(types.HoverParams(identifier, where.start))
        wanted = types.CodeActionParams(identifier, where, types.CodeActionContext([]))
        await editor.client.text_document_code_action_async(wanted)


async def test_of_thousands_of_changes_the_last_counts(start):
    editor = await start(settings={"delay": 0})
    window = editor.open(WRONG)
    for number in range(2000):
        window.type_over(0, number % 2, "字" if number % 2 == 0 else "")
    offset = window.text.index("51.2")
    window.type_over(offset, offset + 4, "512")
    assert await window.codes() == []
    window.type_over(offset, offset + 3, "5.12")
    (finding,) = await window.found()
    assert window.words(finding.range) == "6400元×8%=5.12元"


async def test_a_text_that_is_too_long_or_closed_meanwhile_keeps_nobody_waiting(start):
    editor = await start()
    (told,) = await editor.open("字" * (_LONGEST + 1), "long.md").found()
    assert str(_LONGEST) in told.message
    closed = editor.open(WRONG * 50, "closed.md")
    closed.close()
    assert (await editor.arrival(closed.uri)).diagnostics == ()
    assert await editor.open(WRONG).codes() == ["AR101"]


ADDRESSES = (
    "nonsense:",
    "file:///a%00b.md",
    "file:///etc/passwd",
    "file://elsewhere/share/a.md",
    "http://evil.example/a.md",
    "file:///tmp/../etc/a.md",
    "file:///%ff.md",
    "untitled:%00",
)


async def test_an_address_is_only_a_name(start):
    """What is checked is what the editor sends, wherever it says that it stands."""
    editor = await start()
    for address in ADDRESSES:
        assert await editor.open(WRONG, address).codes() == ["AR101"]
    # What nobody foresaw, a name that no system takes, stands at the top.
    (told,) = await editor.open(WRONG, f"file:///{'a' * 5000}.md").found()
    assert "没有核对完" in told.message
    assert await editor.open(WRONG).codes() == ["AR101"]


# --- folders of strangers ------------------------------------------------------------------------------------------


async def test_rules_outside_of_the_folder_are_not_read_unless_allowed(start, tmp_path):
    outside, folder = tmp_path / "rules", tmp_path / "articles"
    outside.mkdir()
    folder.mkdir()
    (folder / "linked").symlink_to(outside)
    config = folder / "factlint.toml"
    editor = await start()
    window = editor.open(WRONG, "articles/bill.md")
    assert await window.codes() == ["AR101"]
    for rules in ("../rules", "linked", str(outside)):
        config.write_text(f'reference = ["{rules}"]\n', "utf-8")
        window.save()
        (told,) = await window.found()
        assert "outside of its folder" in told.message
    allowed = await start("--config", str(config))
    assert await allowed.open(WRONG, "articles/bill.md").codes() == ["AR101"]


async def test_no_module_of_the_folder_is_run(tmp_path):
    mark = tmp_path / "ran"
    for name in ("yaml", "pickle", "multiprocessing", "checks", "sitecustomize"):
        (tmp_path / f"{name}.py").write_text(f"open({str(mark)!r}, 'w')\n", "utf-8")
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-c", f"import sys; sys.path.insert(0, {os.getcwd()!r}); import linter.cli.main as m; "
          "m.main(['lsp'])"),
        stdin=PIPE, stdout=PIPE, stderr=PIPE, cwd=tmp_path, env=environment,
    )  # fmt: skip
    await process.communicate(framed(b'{"jsonrpc": "2.0", "method": "exit"}'))
    assert not mark.exists()
