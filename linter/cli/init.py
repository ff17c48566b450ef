"""``factlint init``: the files to begin with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import click

from linter.cli.destinations import write
from linter.cli.exit_codes import FINE
from linter.cli.failures import as_usage_errors
from linter.config.commented import SCHEMA_NAME, commented
from linter.config.written import FILE_NAME, config_in, schema_text

# Where a service looks for its file; the text lies in starters/ under the name of the service.
_SERVICES = {
    "github": ".github/workflows/factlint.yml",
    "gitlab": "factlint.gitlab-ci.yml",
    "pre-commit": ".pre-commit-config.yaml",
}
_TO_FILL_IN = "←"


@dataclass(frozen=True, slots=True)
class Starter:
    """A file to write, and whether somebody has to add its text to a file that is there already."""

    path: Path
    text: str
    to_add: bool = False


@click.command("init")
@click.argument("folder", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--ci", "services", multiple=True, type=click.Choice(list(_SERVICES)), help="Its file too; repeatable.")
@click.option(
    "--lang", default="zh", show_default=True, type=click.Choice(["zh", "en"]), help="Language of the comments."
)
@as_usage_errors
def command(folder: Path, services: tuple[str, ...], lang: str) -> int:
    """Write a factlint.toml in which every key is explained, and with --ci the file of that service.

    Nothing that exists is touched.
    """
    for starter in (*_configuration(folder, lang), *(_of_service(folder, each) for each in services)):
        _leave(starter)
    return FINE


def _configuration(folder: Path, lang: str) -> Iterator[Starter]:
    """None where the folder is configured: a second file would silently take the place of the first."""
    existing = config_in(folder)
    if existing is not None:
        click.echo(f"{existing}: is the configuration here and stays as it is")
        return
    yield Starter(folder / FILE_NAME, commented(lang))
    yield Starter(folder / SCHEMA_NAME, schema_text())


def _of_service(folder: Path, service: str) -> Starter:
    text = (files("linter.cli") / "starters" / f"{service}.yml").read_text("utf-8")
    return Starter(folder / _SERVICES[service], text, to_add=True)


def _leave(starter: Starter) -> None:
    path = starter.path
    if not path.exists():
        write(starter.text, path)
        click.echo(f"{path}: written{_to_do(starter)}")
    elif path.read_bytes() == starter.text.encode() or not starter.to_add:
        click.echo(f"{path}: exists and stays as it is")
    else:
        click.echo(f"{path}: exists and stays as it is; what it would need{_to_do(starter)}:\n\n{starter.text}")


def _to_do(starter: Starter) -> str:
    return f" (what stands before each {_TO_FILL_IN} is yours to fill in)" if _TO_FILL_IN in starter.text else ""
