"""The command ``factlint``: finds the subcommand, turns every failure into its exit code."""

from __future__ import annotations

import errno
import gc
import io
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

import click

from linter import __version__
from linter.cli.ending import EndedError, hear_requests_to_end
from linter.cli.exit_codes import FINE, INTERRUPTED, PROBLEM, USAGE
from linter.cli.import_path import leave_current_folder
from linter.cli.lazy_group import LazyGroup
from linter.cli.standard_output import leave_the_pipe, speak_utf8
from linter.shadowing import ShadowedError, refuse_shadowed

_COMMANDS = {
    "annotate": "linter.cli.annotate",
    "archive": "linter.cli.archive",
    "baseline": "linter.cli.baseline",
    "check": "linter.cli.check",
    "checks": "linter.cli.checks",
    "config-schema": "linter.cli.config_schema",
    "diff": "linter.cli.diff",
    "docs": "linter.cli.docs",
    "eval": "linter.cli.evaluate",
    "explain": "linter.cli.explain",
    "extract": "linter.cli.extract",
    "forecast": "linter.cli.forecast",
    "impact": "linter.cli.impact",
    "init": "linter.cli.init",
    "lsp": "linter.cli.lsp",
    "new-check": "linter.cli.new_check",
    "new-rule": "linter.cli.new_rule",
    "reference": "linter.cli.reference",
    "scan": "linter.cli.scan",
    "serve": "linter.cli.serve",
    "suppress": "linter.cli.suppress",
}
_COLLECT_EVERY = 1_000_000
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@click.group(
    cls=LazyGroup,
    modules=_COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="factlint")
def factlint() -> None:
    """Checks Chinese articles about social and medical insurance for wrong, contradictory and outdated statements."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code."""
    # Start-up makes hundreds of thousands of objects that live to the end; the collector need not count them again
    # and again.
    gc.set_threshold(_COLLECT_EVERY)
    leave_current_folder()
    speak_utf8()
    hear_requests_to_end()
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    try:
        refuse_shadowed()
        code = factlint.main(arguments, prog_name="factlint", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        return _told(error)
    except (click.Abort, KeyboardInterrupt) as error:
        cause = error.__cause__ or error  # Click makes an Abort of every interrupt
        return cause.code if isinstance(cause, EndedError) else INTERRUPTED
    except BrokenPipeError:
        leave_the_pipe()
        return FINE
    except OSError as error:
        if error.errno not in _FULL:
            return _crashed()
        leave_the_pipe()
        click.echo(f"factlint: cannot write the output: {error.strerror}", err=True)
        return USAGE
    except ShadowedError as error:
        click.echo(f"factlint: {error}", err=True)
        return USAGE
    except Exception:
        return _crashed()
    return code if isinstance(code, int) else FINE


def _told(error: click.ClickException) -> int:
    from linter.control_characters import without_controls  # starting up loads nothing that it may not need

    told = io.StringIO()
    error.show(told)
    click.echo("\n".join(map(without_controls, told.getvalue().splitlines())), err=True)
    return error.exit_code


def _crashed() -> int:
    traceback.print_exc()
    return PROBLEM  # Python would leave with 1, which means findings
