"""The command ``factlint``: finds the subcommand, turns every failure into its exit code."""

from __future__ import annotations

import gc
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

import click

from linter import __version__
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
    "eval": "linter.cli.evaluate",
    "explain": "linter.cli.explain",
    "extract": "linter.cli.extract",
    "forecast": "linter.cli.forecast",
    "impact": "linter.cli.impact",
    "init": "linter.cli.init",
    "lsp": "linter.cli.lsp",
    "reference": "linter.cli.reference",
    "scan": "linter.cli.scan",
    "serve": "linter.cli.serve",
    "suppress": "linter.cli.suppress",
}
_COLLECT_EVERY = 1_000_000


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
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    try:
        refuse_shadowed()
        code = factlint.main(arguments, prog_name="factlint", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        leave_the_pipe()
        return FINE
    except ShadowedError as error:
        click.echo(f"factlint: {error}", err=True)
        return USAGE
    except Exception:
        # Python would leave with 1, which means findings.
        traceback.print_exc()
        return PROBLEM
    return code if isinstance(code, int) else FINE
