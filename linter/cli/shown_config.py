"""``factlint check --show-config``: what holds for a file, and where it was written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from linter.cli.exit_codes import FINE
from linter.config.model import Config


def show_config(config: Config) -> int:
    """Print a configuration as JSON, keys as in the file."""
    click.echo(json.dumps(_plain(config), ensure_ascii=False, indent=2))
    return FINE


def _plain(value: object) -> Any:
    if is_dataclass(value):
        return {each.name.replace("_", "-"): _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {str(name): _plain(each) for name, each in value.items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return str(value) if isinstance(value, date | Path) else value
