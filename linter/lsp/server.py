"""The language server's state, and what it sends an editor unasked."""

from __future__ import annotations

import asyncio
from urllib.parse import unquote

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from linter import __version__
from linter.desk.planning import DayOf
from linter.lsp.checked import Checked
from linter.lsp.client import pulls
from linter.lsp.diagnostics import diagnostics
from linter.lsp.options import Options, SettingsError
from linter.lsp.session import Session


class FactlintServer(LanguageServer):
    """A server of findings.

    ``base`` are the options it began with, ``session`` is what it knows of the editor now.
    """

    def __init__(self, options: Options, day_of: DayOf) -> None:
        super().__init__("factlint", __version__)
        self.base = options
        self.session = Session(options, day_of)
        self._waiting: dict[str, asyncio.Task[None]] = {}

    @property
    def encoding(self) -> str:
        """How positions are counted: what the editor likes best of what it knows."""
        return str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding))

    async def checked(self, uri: str) -> Checked | None:
        """An open text, checked as it is now."""
        text = self.workspace.text_documents.get(unquote(uri))
        return None if text is None else await self.session.checked(text, self.encoding)

    def check_soon(self, uri: str, milliseconds: int = 0) -> None:
        """Publish what is found when nothing else has happened for a while. Editors that ask need not be told."""
        self.stop_waiting(uri)
        if not pulls(self.client_capabilities):
            self._waiting[uri] = asyncio.create_task(self._publish_after(milliseconds, uri))

    def stop_waiting(self, uri: str) -> None:
        """Whatever was to be published of the text is out of date."""
        waiting = self._waiting.pop(uri, None)
        if waiting is not None:
            waiting.cancel()

    def check_all(self) -> None:
        """Something that all texts depend on is different now."""
        if pulls(self.client_capabilities):
            self.workspace_diagnostic_refresh(None)
        for text in self.workspace.text_documents.values():
            self.check_soon(text.uri)

    def configure(self, settings: object) -> None:
        """Take an editor's settings instead of earlier ones, or say what is wrong with them."""
        try:
            self.session.renew(self.base.changed(settings))
        except SettingsError as error:
            said = types.ShowMessageParams(types.MessageType.Error, f"factlint: {error}")
            self.window_show_message(said)

    async def _publish_after(self, milliseconds: int, uri: str) -> None:
        await asyncio.sleep(milliseconds / 1000)
        checked = await self.checked(uri)
        text = self.workspace.text_documents.get(unquote(uri))
        if checked is not None and text is not None and text.source == checked.text:
            found = types.PublishDiagnosticsParams(uri, diagnostics(checked), text.version)
            self.text_document_publish_diagnostics(found)
