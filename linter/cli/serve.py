"""``factlint serve``: the page for editors, on this machine."""

from __future__ import annotations

import socket
import webbrowser
from dataclasses import replace
from functools import partial
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.cli.exit_codes import FINE
from linter.cli.extras import require
from linter.cli.failures import as_usage_errors
from linter.cli.planning import configured, day_of, plan_for
from linter.cli.policy_options import policed
from linter.desk.desk import Desk
from linter.desk.planning import Plan, Wishes
from linter.desk.settling import Policies
from reference.load import load_reference
from reference.model import Reference

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from linter.web.archive.desk import ArchiveDesk

_HOST, _PORT = "127.0.0.1", 8765
_SECONDS, _QUERY_SECONDS = 10.0, 60.0
# Whoever opens the page is about to publish.
_PROFILE = "publish"
_HERE = (Path("."),)


@click.command("serve")
@click.option("--host", default=_HOST, show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=_PORT, show_default=True, help="0: any that is free.")
@click.option("--allow-host", "names", multiple=True, help="Another name the page may be asked for by; repeatable.")
@click.option(
    "--time-limit",
    type=click.FloatRange(0, min_open=True),
    default=_SECONDS,
    show_default=True,
    help="Seconds a check may take.",
)
@click.option(
    "--store",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Show this archive too: a folder written by scan.",
)
@click.option(
    "--query-time-limit",
    type=click.FloatRange(0, min_open=True),
    default=_QUERY_SECONDS,
    show_default=True,
    help="Seconds a question to the archive may take.",
)
@click.option("--open", "opens", is_flag=True, help="Open the page in the browser.")
@configured
@policed
@as_usage_errors
def command(
    host: str,
    port: int,
    names: tuple[str, ...],
    time_limit: float,
    store: Path | None,
    query_time_limit: float,
    opens: bool,
    wishes: Wishes,
    policies: Policies,
    baseline_ref: str | None,
) -> int:
    """Serve a page that checks an article while it is written, and the same as an HTTP interface.

    It listens on this machine alone and asks nobody else anything. Without --profile, and without one in the
    configuration, the profile is "publish". Stop it with Ctrl+C. Needs the extra "web".
    """
    require("web", "starlette", "uvicorn", "python_multipart")
    if baseline_ref is not None:
        raise click.UsageError("--baseline-ref is for the files of a repository: use --baseline")
    shown = _bracketed(host)
    plan = plan_for(wishes, _HERE)
    reference = load_reference(plan.settings.references)
    archive = None if store is None else _archive(store, query_time_limit, reference)
    app = _app(wishes, policies, plan, reference, (shown, *names), time_limit, archive)
    listener = _listener(host, port)
    address = f"http://{shown}:{listener.getsockname()[1]}/"
    click.echo(f"factlint: {address} (Ctrl+C stops it)")
    if not ip_address(listener.getsockname()[0]).is_loopback:
        click.echo("factlint: others on the network can reach this page and use it", err=True)
    if opens:
        webbrowser.open(address)
    _serve(app, listener)
    return FINE


def _archive(folder: Path, seconds: float, reference: Reference) -> ArchiveDesk:
    require("archive", "duckdb", "pyarrow")
    from linter.web.archive.desk import ArchiveDesk
    from linter.web.archive.shelf import Shelf

    return ArchiveDesk(Shelf(folder, seconds), reference.rules)


def _app(
    wishes: Wishes,
    policies: Policies,
    plan: Plan,
    reference: Reference,
    names: tuple[str, ...],
    time_limit: float,
    archive: ArchiveDesk | None,
) -> Starlette:
    from linter.registry import load_checks
    from linter.web.app import Door, make_app
    from linter.web.guard import LOOPBACK
    from linter.web.rule_library import Library
    from linter.web.worker import Worker

    if wishes.profile is None and plan.config.profile is None:
        wishes = replace(wishes, profile=_PROFILE)
    library = Library(reference, load_checks())
    worker = Worker(partial(Desk, day_of, wishes, policies), time_limit)
    today = partial(day_of, wishes.as_of or plan.config.as_of, _HERE[0])
    door = Door(LOOPBACK | {name.lower() for name in names})
    return make_app(worker, library, today, lang=plan.lang, door=door, archive=archive)


def _serve(app: Starlette, listener: socket.socket) -> None:
    from linter.web.serving import server_of

    server_of(app).run(sockets=[listener])


def _listener(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise click.UsageError(f"cannot listen on {host}, port {port}: {error.strerror or error}") from error


def _bracketed(host: str) -> str:
    """The host as addresses and Host headers write it."""
    return f"[{host}]" if ":" in host else host
