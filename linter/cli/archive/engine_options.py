"""Options that say what works: this machine, or a cluster."""

from __future__ import annotations

import click

engine_option = click.option(
    "--engine",
    type=click.Choice(["embedded", "spark"]),
    default="embedded",
    show_default=True,
    help="This machine, or Apache Spark.",
)
master_option = click.option(
    "--master", metavar="URL", help="The Spark cluster: spark://HOST:7077, yarn, …  [as spark-submit says]"
)
