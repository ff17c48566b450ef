"""The engines of a scan."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli.archive.spark_session import spark_session
from linter.run import Settings

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
    progress: Callable[[int], None],
) -> Manifest:
    """Scan with processes of this machine."""
    from linter.archive.embedded import examined
    from linter.archive.scanning import scan

    engine = partial(examined, settings=settings, limits=limits, jobs=jobs or os.cpu_count() or 1)
    return scan(corpus.draw(), folder, settings, engine, progress)


def scan_on_spark(
    corpus: Corpus,
    folder: Path,
    settings: Settings,
    limits: Limits,
    master: str | None,
    progress: Callable[[int], None],
) -> Manifest:
    """Scan with the workers of a Spark cluster."""
    with spark_session(master) as spark:
        from linter.archive.spark.scanning import scan

        return scan(spark, corpus, folder, settings, limits, os.getcwd(), progress)
