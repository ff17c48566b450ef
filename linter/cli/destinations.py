"""Where each report goes: ``--format html --output a.html --format text`` writes one file and the terminal."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from linter.cli.standard_output import write_bytes

_MISSING = "text"


@dataclass(frozen=True, slots=True)
class Destination:
    """A report's format and its file; ``None`` is standard output."""

    format: str
    output: Path | None = None


class PairingCommand(click.Command):
    """A command with ``--format`` and ``--output``, each output belonging to the format written before it.

    The pairs are put into ``ctx.obj``: Click itself forgets the order in which two options were mixed.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse as usual, after noting the order of the two options."""
        _, _, order = self.make_parser(ctx).parse_args(list(args))
        names = [parameter.name for parameter in order if parameter.name in ("formats", "outputs")]
        rest = super().parse_args(ctx, args)
        if not ctx.resilient_parsing:
            ctx.obj = pair(names, ctx.params.pop("formats"), ctx.params.pop("outputs"))
        return rest


def pair(order: Iterable[str], formats: Iterable[str], outputs: Iterable[Path]) -> tuple[Destination, ...]:
    """The destinations, given both lists and the order in which their members were written.

    Without any format the report is text. Raises ``click.UsageError`` for an output too many, two reports for the
    terminal, or two for one file.
    """
    each_format, each_output = iter(formats), iter(outputs)
    pairs: list[Destination] = []
    for name in order:
        if name == "formats":
            pairs.append(Destination(next(each_format)))
        elif pairs and pairs[-1].output is not None:
            raise click.UsageError(f"--output {next(each_output)} has no --format of its own before it")
        else:
            last = pairs.pop().format if pairs else _MISSING
            pairs.append(Destination(last, next(each_output)))
    pairs = pairs or [Destination(_MISSING)]
    _require_distinct([each.output for each in pairs])
    return tuple(pairs)


def _require_distinct(outputs: list[Path | None]) -> None:
    for output in outputs:
        if outputs.count(output) > 1:
            where = "standard output" if output is None else str(output)
            raise click.UsageError(f"two reports would be written to {where}: give each --format its own --output")


def write(text: str, output: Path | None) -> None:
    """Write a text in UTF-8: to standard output, or to a file that appears whole or not at all."""
    write_pieces((text,), output)


def write_pieces(pieces: Iterable[str], output: Path | None) -> None:
    """Write a text that comes in pieces, as ``write`` does; what fails half-way leaves the old file as it was."""
    write_encoded(encoded(pieces), output)


def encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    """The text as it is written."""
    return (piece.encode("utf-8", "backslashreplace") for piece in pieces)


def write_encoded(pieces: Iterable[bytes], output: Path | None) -> None:
    """As ``write_pieces``, for bytes."""
    if output is None:
        write_bytes(pieces)
    else:
        write_file(pieces, output)


def write_file(pieces: Iterable[bytes], output: Path) -> None:
    """Write a file that appears whole or not at all. Raises ``click.UsageError``."""
    try:
        _replace(Path(os.path.realpath(output)), pieces)
    except OSError as error:
        raise click.UsageError(f"cannot write {output}: {error.strerror or error}") from error


def _replace(target: Path, pieces: Iterable[bytes]) -> None:
    if target.exists() and not stat.S_ISREG(target.stat().st_mode):
        with target.open("wb") as device:  # a device or a pipe: nothing to replace
            device.writelines(pieces)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
        os.chmod(name, target.stat().st_mode if target.exists() else 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
