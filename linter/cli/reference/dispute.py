"""``factlint reference dispute``: somebody's word against a value, recorded and decided."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from linter.cli.counted import counted
from linter.cli.exit_codes import FINE
from linter.cli.failures import as_usage_errors
from linter.cli.options import as_of_option, parse_day
from linter.cli.reference.rule_folder import folder_option, refusals_as_usage_errors, write_contents
from linter.cli.rule_text import dispute_text, unknown
from reference.disputes import FILE, Disputed, closed, disputed_value, opened
from reference.load import load_reference
from reference.model import DisputeVerdict, Reference, Value
from reference.raw_rules import RawRules
from reference.shown import shown_days, shown_value

_ALWAYS = "always"
_DECIDED = [verdict.value for verdict in DisputeVerdict if verdict is not DisputeVerdict.OPEN]
_SOURCE = {"title": "source_title", "doc_no": "doc_no", "issuer": "issuer", "published": "published", "url": "url"}


def parse_start(written: str) -> str | date:
    """A day, or the word for a value that always held."""
    return written if written == _ALWAYS else parse_day(written)


@click.command("dispute")
@click.argument("rule_id", required=False)
@click.option("--value", "start", type=parse_start, metavar="FROM", help=f"The value's first day, or {_ALWAYS}.")
@click.option("--says", metavar="TEXT", help="What is wrong with the value, and what is right instead.")
@click.option("--by", metavar="NAME", help="Who says so.")
@click.option("--source-title", help="A document that proves it: its title,")
@click.option("--doc-no", help="… its number,")
@click.option("--issuer", help="… who issued it,")
@click.option("--published", metavar="DATE", help="… when,")
@click.option("--url", help="… and the issuer's own page.")
@click.option("--list", "listing", is_flag=True, help="List the disputes, the open ones first.")
@click.option("--close", is_flag=True, help="Decide an open dispute, with --verdict and --why.")
@click.option("--verdict", type=click.Choice(_DECIDED), help="upheld: the value was wrong; rejected: it is right.")
@click.option("--why", metavar="TEXT", help="What decided it.")
@folder_option(required=False)
@as_of_option
@as_usage_errors
@refusals_as_usage_errors
def command(
    rule_id: str | None,
    start: str | date | None,
    says: str | None,
    by: str | None,
    listing: bool,
    close: bool,
    verdict: str | None,
    why: str | None,
    folder: Path | None,
    as_of: date,
    **citation: str | None,
) -> int:
    """Record that somebody says a value is wrong, list such disputes, or decide one.

    While a dispute is open its value makes no error, at most a warning, and reports call it disputed. Disputes are
    written to DIR/disputes.json, also those about built-in rules.

    \b
      factlint reference dispute RULE-ID --value 2025-01-01 --says "…" --by NAME --reference DIR
      factlint reference dispute --list
      factlint reference dispute --close RULE-ID --verdict rejected --why "…" --reference DIR
    """
    reference = load_reference(() if folder is None else (folder,))
    if listing:
        return _list(reference)
    if folder is None:
        raise click.UsageError("say with --reference into which folder of rules the dispute is written")
    if rule_id is None:
        raise click.UsageError("name the rule whose value is disputed, or ask for --list")
    rules = RawRules.read(folder)
    file = rules.home / FILE
    old = rules.files.get(file, {"rules": []})
    if close:
        decided = DisputeVerdict(_given(verdict, "--verdict"))
        about = None if start is None else Disputed(rule_id, start if isinstance(start, date) else None)
        content = closed(old, rule_id, about, by, decided, _given(why, "--why"))
    else:
        value = _value(reference, rule_id, start)
        words = {"says": _given(says, "--says"), "by": _given(by, "--by"), "on": as_of.isoformat()}
        source = {key: given for key, name in _SOURCE.items() if (given := citation[name])}
        content = opened(old, Disputed(rule_id, value.period.start), words, source)
        click.echo(f"{rule_id}, {shown_days(value)}: {shown_value(value)}")
    write_contents(rules.with_content(file, content))
    click.echo(f"{'decided' if close else 'recorded'} in {file}")
    return FINE


def _list(reference: Reference) -> int:
    ordered = sorted(reference.disputes, key=lambda one: (one.verdict is not DisputeVerdict.OPEN, one.rule, one.on))
    for one in ordered:
        click.echo(f"{one.rule} since {one.start or _ALWAYS}: {dispute_text(one)}")
    still = sum(one.verdict is DisputeVerdict.OPEN for one in ordered)
    click.echo(f"{counted(len(ordered), 'dispute')}, {still} open")
    return FINE


def _value(reference: Reference, rule_id: str, start: str | date | None) -> Value:
    rule = reference.rule(rule_id)
    if rule is None:
        raise unknown(rule_id, reference)
    return disputed_value(rule, start if isinstance(start, date) else None, start == _ALWAYS)


def _given(text: str | None, option: str) -> str:
    if text is None or not text.strip():
        raise click.UsageError(f"{option} is missing")
    return text.strip()
