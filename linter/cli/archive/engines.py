"""The engines of a scan."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.cli.archive.spark_session import spark_session
from linter.settings import Settings

if TYPE_CHECKING:
    from linter.archive.guard import Limits
    from linter.archive.sources.corpus import Corpus
    from linter.archive.store import Manifest


def scan_here(
    corpus: Corpus,
    folder: Path,
    settings: Settings,
    limits: Limits,
    jobs: int | None,
) -> Manifest:
    """Scan with processes of this machine."""
    from linter.archive.embedded import examined
    from linter.archive.scanning import scan
    from linter.cli.archive.scan_progress import scan_progress

    engine = partial(examined, settings=settings, limits=limits, jobs=jobs or os.cpu_count() or 1)
    drawing = corpus.draw()
    with scan_progress(corpus.outlook(), drawing) as progress:
        manifest = scan(drawing, folder, settings, engine, progress)
    if drawing.undated:
        click.echo(f"{drawing.undated} documents have a date that cannot be read", err=True)
    return manifest


def scan_on_spark(
    corpus: Corpus,
    folder: Path,
    settings: Settings,
    limits: Limits,
    master: str | None,
) -> Manifest:
    """Scan with the workers of a Spark cluster."""
    given = (*corpus.paths, folder, *settings.references)
    # The folder of a command need not exist on other machines.
    home = os.sep if all(path.is_absolute() for path in given) else os.getcwd()
    with spark_session(master) as spark:
        from linter.archive.spark.scanning import scan
        from linter.cli.archive.scan_progress import scan_progress

        with scan_progress(corpus.outlook()) as progress:
            return scan(spark, corpus, folder, settings, limits, home, progress)
