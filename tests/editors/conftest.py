"""An editor that speaks to the language server over pipes, and counts positions in a way of its own."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest_asyncio
from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import LanguageClient, client_capabilities
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

DAY = "2026-11-21"
CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
PATIENCE = 60


class Editor:
    """A connection to a server. ``published`` is what came last for each text and has not been looked at."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.client = LanguageClient(converter_factory=default_converter)
        self.published: dict[str, types.PublishDiagnosticsParams] = {}
        self.publications = 0
        self.watched: list[str] = []
        self.encoding = "utf-16"
        self._stopped = False
        self._came = asyncio.Event()
        own = {
            types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: self._publish,
            types.CLIENT_REGISTER_CAPABILITY: self._register,
        }
        wrapped = {method: (lambda params, act=act: act(params)) for method, act in own.items()}
        register_lsp_features(self.client, DEFAULT_CLIENT_FEATURES | wrapped)

    async def start(
        self,
        like: str,
        encodings: Sequence[str],
        settings: Any,
        arguments: Sequence[str],
        python: str | Path = sys.executable,
    ) -> None:
        capabilities = client_capabilities(like)
        if encodings:
            capabilities.general = types.GeneralClientCapabilities(
                position_encodings=[types.PositionEncodingKind(each) for each in encodings]
            )
        await self.client.start_io(str(python), "-m", "linter", "lsp", "--stdio", "--as-of", DAY, *arguments)
        params = types.InitializeParams(
            capabilities=capabilities, root_uri=self.folder.as_uri(), initialization_options=settings
        )
        agreed = await self.client.initialize_session(params)
        encoding = agreed.capabilities.position_encoding
        self.encoding = encoding.value if isinstance(encoding, types.PositionEncodingKind) else str(encoding)

    async def stop(self) -> None:
        if self._stopped:
            return
        self._stopped = True
        await self.client.shutdown_session()
        await self.client.stop()

    def open(self, text: str, name: str = "bill.md", language: str = "markdown") -> Window:
        """A window on a text; ``name`` is a file of the folder or an address."""
        uri = name if ":" in name else (self.folder / name).as_uri()
        return Window(self, uri, text, language)

    async def arrival(self, uri: str) -> types.PublishDiagnosticsParams:
        """The next publication of a text."""
        async with asyncio.timeout(PATIENCE):
            while uri not in self.published:
                self._came.clear()
                await self._came.wait()
        return self.published.pop(uri)

    def _publish(self, params: types.PublishDiagnosticsParams) -> None:
        self.published[params.uri] = params
        self.publications += 1
        self._came.set()

    def _register(self, params: types.RegistrationParams) -> None:
        self.watched += [each.method for each in params.registrations]


class Window:
    """One open text: what is typed here is sent as incremental changes."""

    def __init__(self, editor: Editor, uri: str, text: str, language: str) -> None:
        self._editor, self._client = editor, editor.client
        self.uri, self.text, self._version = uri, text, 1
        item = types.TextDocumentItem(uri, language, self._version, text)
        self._client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def type_over(self, start: int, end: int, words: str) -> None:
        """Put words in the place of those between two offsets."""
        self._version += 1
        change = types.TextDocumentContentChangePartial(range=self.places(start, end), text=words)
        document = types.VersionedTextDocumentIdentifier(version=self._version, uri=self.uri)
        self._client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))
        self.text = self.text[:start] + words + self.text[end:]

    def apply(self, edits: Iterable[Any]) -> None:
        """Type what an edit of the server wants."""
        placed = [(*self.offsets(each.range), each.new_text) for each in edits]
        for start, end, words in sorted(placed, reverse=True):
            self.type_over(start, end, words)

    def save(self) -> None:
        self._client.text_document_did_save(types.DidSaveTextDocumentParams(self._name))

    def close(self) -> None:
        self._client.text_document_did_close(types.DidCloseTextDocumentParams(self._name))

    async def found(self) -> Sequence[types.Diagnostic]:
        """What the server publishes of the text as it is now."""
        while True:
            came = await self._editor.arrival(self.uri)
            if came.version == self._version:
                return came.diagnostics

    async def codes(self) -> list[object]:
        return [each.code for each in await self.found()]

    async def asked(self) -> Sequence[types.Diagnostic]:
        """What the server answers when it is asked."""
        report = await self._client.text_document_diagnostic_async(types.DocumentDiagnosticParams(self._name))
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        return report.items

    async def hover(self, words: str) -> str | None:
        at = self.places(self.text.index(words), self.text.index(words)).start
        told = await self._client.text_document_hover_async(types.HoverParams(self._name, at))
        if told is None:
            return None
        assert isinstance(told.contents, types.MarkupContent)
        return told.contents.value

    async def actions(self, words: str) -> dict[str, types.CodeAction]:
        start = self.text.index(words)
        places = self.places(start, start + len(words))
        wanted = types.CodeActionParams(self._name, places, types.CodeActionContext([]))
        offered = await self._client.text_document_code_action_async(wanted)
        return {each.title: each for each in offered or () if isinstance(each, types.CodeAction)}

    def words(self, places: types.Range) -> str:
        """The words at a range."""
        start, end = self.offsets(places)
        return self.text[start:end]

    def offsets(self, places: types.Range) -> tuple[int, int]:
        return self._offset(places.start), self._offset(places.end)

    def places(self, start: int, end: int) -> types.Range:
        return types.Range(self._position(start), self._position(end))

    @property
    def _name(self) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri)

    def _position(self, offset: int) -> types.Position:
        codec, width = CODECS[self._editor.encoding]
        begin = self.text.rfind("\n", 0, offset) + 1
        return types.Position(self.text.count("\n", 0, offset), len(self.text[begin:offset].encode(codec)) // width)

    def _offset(self, position: types.Position) -> int:
        codec, width = CODECS[self._editor.encoding]
        lines = self.text.split("\n")
        line = lines[position.line].encode(codec)[: position.character * width].decode(codec)
        return sum(len(each) + 1 for each in lines[: position.line]) + len(line)


Start = Callable[..., Awaitable[Editor]]


@pytest_asyncio.fixture
async def start(tmp_path: Path) -> AsyncIterator[Start]:
    """Starts a server for an editor that can do what the one named ``like`` can."""
    editors: list[Editor] = []

    async def started(
        *arguments: str,
        like: str = "neovim@0.7.0",
        encodings: Sequence[str] = (),
        settings: Any = None,
        python: str | Path = sys.executable,
    ) -> Editor:
        editors.append(Editor(tmp_path))
        await editors[-1].start(like, encodings, settings, arguments, python)
        return editors[-1]

    yield started
    async with asyncio.timeout(PATIENCE):
        for each in editors:
            await each.stop()
