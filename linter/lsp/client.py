"""What an editor can do, as far as the server acts upon it."""

from __future__ import annotations

from lsprotocol import types


def pulls(client: types.ClientCapabilities) -> bool:
    """True when the editor asks for diagnostics itself."""
    return client.text_document is not None and client.text_document.diagnostic is not None


def watches_files(client: types.ClientCapabilities) -> bool:
    """True when the editor watches files on request."""
    watching = client.workspace and client.workspace.did_change_watched_files
    return bool(watching and watching.dynamic_registration)


def creates_files(client: types.ClientCapabilities) -> bool:
    """True when an edit may create a file."""
    edits = client.workspace and client.workspace.workspace_edit
    made = edits and edits.resource_operations
    return types.ResourceOperationKind.Create in (made or ())
