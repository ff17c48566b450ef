"""What comes in from the editor, and what is done about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from lsprotocol import types

from linter.desk.planning import DayOf
from linter.lsp.actions import actions
from linter.lsp.client import creates_files, pulls, watches_files
from linter.lsp.diagnostics import diagnostics
from linter.lsp.hover import hover
from linter.lsp.options import Options
from linter.lsp.server import FactlintServer
from linter.lsp.synced_text import SyncedText

_SETTINGS = "factlint"
_KIND = types.CodeActionKind.QuickFix
# What a check depends on besides the text.
_WATCHED = ("**/*.toml", "**/factlint-suppressions.yml", "**/factlint-baseline.json")


def make_server(options: Options, day_of: DayOf) -> FactlintServer:
    """A server, ready to be started. ``day_of`` says which day counts as now."""
    server = FactlintServer(options, day_of)
    for method, handler in _HANDLERS.items():
        server.feature(method)(handler)
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([_KIND]))(_code_actions)
    return server


def _initialize(ls: FactlintServer, params: types.InitializeParams) -> None:
    ls.configure(params.initialization_options)
    ls.base = ls.session.options


def _initialized(ls: FactlintServer, _params: types.InitializedParams) -> None:
    if watches_files(ls.client_capabilities):
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        watched = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(each) for each in _WATCHED])
        ls.client_register_capability(types.RegistrationParams([types.Registration(method, method, watched)]))


def _opened(ls: FactlintServer, params: types.DidOpenTextDocumentParams) -> None:
    item = params.text_document
    ls.workspace.text_documents[unquote(item.uri)] = SyncedText.opened(item, ls.encoding)
    ls.check_soon(item.uri)


def _changed(ls: FactlintServer, params: types.DidChangeTextDocumentParams) -> None:
    ls.check_soon(params.text_document.uri, ls.session.options.delay)


def _saved(ls: FactlintServer, params: types.DidSaveTextDocumentParams) -> None:
    """Not every editor watches files: whoever saves sees the configuration as it is now."""
    ls.session.renew()
    ls.check_soon(params.text_document.uri)


def _closed(ls: FactlintServer, params: types.DidCloseTextDocumentParams) -> None:
    uri = params.text_document.uri
    ls.stop_waiting(uri)
    ls.session.forget(uri)
    if not pulls(ls.client_capabilities):
        ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))


def _files_changed(ls: FactlintServer, _params: types.DidChangeWatchedFilesParams) -> None:
    ls.session.renew()
    ls.check_all()


def _settings_changed(ls: FactlintServer, params: types.DidChangeConfigurationParams) -> None:
    ls.configure(params.settings.get(_SETTINGS) if isinstance(params.settings, dict) else None)
    ls.check_all()


async def _hover(ls: FactlintServer, params: types.HoverParams) -> types.Hover | None:
    checked = await ls.checked(params.text_document.uri)
    return None if checked is None else hover(checked, params.position)


async def _diagnostics(
    ls: FactlintServer, params: types.DocumentDiagnosticParams
) -> types.RelatedFullDocumentDiagnosticReport:
    checked = await ls.checked(params.text_document.uri)
    return types.RelatedFullDocumentDiagnosticReport([] if checked is None else diagnostics(checked))


async def _code_actions(ls: FactlintServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    checked = await ls.checked(params.text_document.uri)
    wanted = params.context.only or [_KIND]
    if checked is None or checked.sheet is None or not any(_KIND.value.startswith(each) for each in wanted):
        return []
    reasons = ls.session.options.reasons_in(checked.sheet.plan.lang)
    return list(actions(checked, params.range, reasons, creates=creates_files(ls.client_capabilities)))


_HANDLERS: dict[str, Callable[..., Any]] = {
    types.INITIALIZE: _initialize,
    types.INITIALIZED: _initialized,
    types.TEXT_DOCUMENT_DID_OPEN: _opened,
    types.TEXT_DOCUMENT_DID_CHANGE: _changed,
    types.TEXT_DOCUMENT_DID_SAVE: _saved,
    types.TEXT_DOCUMENT_DID_CLOSE: _closed,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: _files_changed,
    types.WORKSPACE_DID_CHANGE_CONFIGURATION: _settings_changed,
    types.TEXT_DOCUMENT_HOVER: _hover,
    types.TEXT_DOCUMENT_DIAGNOSTIC: _diagnostics,
}
