"""The Spark session of a command."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from linter.cli.exit_codes import PROBLEM
from linter.cli.extras import require

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


class SparkFailure(click.ClickException):
    """Spark gave up, after the retries it is configured for."""

    exit_code = PROBLEM


@contextmanager
def spark_session(master: str | None) -> Iterator[SparkSession]:
    """A session that ends with the command; without ``master`` where spark-submit says, else on this machine.

    Raises ``click.UsageError`` when Spark or Java is missing, and ``SparkFailure`` for what Spark raises meanwhile.
    """
    require("spark", "pyspark", "pandas")
    if not (shutil.which("java") or "JAVA_HOME" in os.environ):
        raise click.UsageError("Spark needs Java: install a Java runtime (17 or newer), or set JAVA_HOME")
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    # The workers run the same Python as this command, unless they are told otherwise.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("factlint").config("spark.ui.showConsoleProgress", "false")
    try:
        session = (builder.master(master) if master else builder).getOrCreate()
        try:
            yield session
        finally:
            session.stop()
    except PySparkException as error:
        raise SparkFailure(f"Spark: {error}") from error
