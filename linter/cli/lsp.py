"""``factlint lsp``: the language server, on standard input and output."""

from __future__ import annotations

import os
import sys
from dataclasses import replace

import click

from linter.cli.exit_codes import FINE
from linter.cli.extras import require
from linter.cli.failures import as_usage_errors
from linter.cli.planning import advising, configs_of, day_of
from linter.desk.planning import Wishes


@click.command("lsp")
@click.option("--stdio", is_flag=True, help="Nothing else is offered; some editors say it.")
@advising
@as_usage_errors
def command(stdio: bool, wishes: Wishes) -> int:
    """Show an editor the findings of its articles as they are written (Language Server Protocol).

    The editor starts it and speaks to it on standard input and output. Needs the extra "lsp".
    """
    require("lsp", "pygls", "lsprotocol")
    from linter.lsp.handlers import make_server
    from linter.lsp.options import Options

    configs_of(wishes)  # a wrong --config is told at once
    # The server closes its output at the end; whatever else is printed must not get among its messages.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as output:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        server = make_server(Options(replace(wishes, confined=True)), day_of)
        try:
            server.start_io(sys.stdin.buffer, output)
        finally:
            server.session.end()
    return FINE
