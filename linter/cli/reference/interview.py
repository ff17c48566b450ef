"""Asking for a rule or a value, one thing at a time; an answer that will not do is explained and asked for again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import click

from linter.cli.reference.usual_days import is_documented, usual_announcement, usual_end, usual_start
from linter.cli.rule_text import unknown
from reference.additions import Raw, runs_into, with_values
from reference.draft import checked, drafted, entry_of, usual_id, usual_kind
from reference.fields import RuleError
from reference.model import Grade, Reference, State
from reference.raw_rules import RawRules
from reference.registry import load_registry
from reference.written import FIELDS, Field, payload

_DOCUMENTED = "documented"


@dataclass(frozen=True, slots=True)
class Answers:
    """A rule with one new value, whether the value before it is to be closed, and the answers by column."""

    rule: dict[str, Any]
    close: bool
    words: Mapping[str, str]


@dataclass
class Interview:
    """The answers so far, by column; ``earlier`` are those of an attempt before, offered again."""

    rules: RawRules
    today: date
    earlier: Mapping[str, str]
    words: dict[str, str] = field(default_factory=dict)

    def ask(self, column: str, question: str, default: str = "", may_be_empty: bool = True) -> None:
        """Ask until the answer will do. An empty answer takes the default."""
        default = self.earlier.get(column) or default
        hint = " (may stay empty)" if may_be_empty and not default else ""
        self.words[column] = click.prompt(
            question + hint,
            default=default,
            show_default=bool(default),
            value_proc=self.accepting(lambda words: checked(column, words), column),
        )

    def ask_payload(self, kind: str, one: Field) -> None:
        """Ask for a field of what the value says."""
        default = self.earlier.get(one.name, "")
        hint = "" if one.required or default else " (may stay empty)"
        self.words[one.name] = click.prompt(
            f"{one.name}: {one.hint}{hint}",
            default=default,
            show_default=bool(default),
            value_proc=self.accepting(lambda words: _alone(kind, one, words), one.name),
        )

    def accepting(self, check: Callable[[Mapping[str, str]], object], column: str) -> Callable[[str], str]:
        """A reader of answers that says what is wrong with one, so that it is asked for again."""

        def accept(answer: str) -> str:
            try:
                check({**self.words, column: answer})
            except RuleError as error:
                raise click.UsageError(f"{error.message}. {error.advice}".rstrip(". ")) from error
            return answer.strip()

        return accept


def interview(
    rule_id: str | None, rules: RawRules, reference: Reference, today: date, earlier: Mapping[str, str]
) -> Answers:
    """Ask for a value of the rule, or of a new one; ``earlier`` answers are offered again."""
    asked = Interview(rules, today, earlier)
    known = None if earlier.get("quantity") else _known(rule_id, rules, reference)
    if known is None:
        _ask_about_the_rule(asked)
    click.echo(f"\nThe value of {known['id'] if known else asked.words['id']}:")
    close = _ask_when(asked, known)
    kind = known["kind"] if known else asked.words.get("kind") or usual_kind(asked.words)
    for one in FIELDS[kind]:
        asked.ask_payload(kind, one)
    _ask_how_it_is_known(asked)
    return Answers(drafted(asked.words, known), close, asked.words)


def _known(rule_id: str | None, rules: RawRules, reference: Reference) -> Raw | None:
    if rule_id is None:
        rule_id = click.prompt(
            "Id of the rule that gets a new value; empty for a new rule",
            default="",
            show_default=False,
            value_proc=lambda answer: _existing(answer.strip(), rules, reference),
        )
    return rules.known(_existing(rule_id, rules, reference)) if rule_id else None


def _existing(rule_id: str, rules: RawRules, reference: Reference) -> str:
    if rule_id and rules.known(rule_id) is None:
        raise unknown(rule_id, reference, rules.ids())
    return rule_id


def _ask_about_the_rule(asked: Interview) -> None:
    asked.ask("quantity", "Quantity: what it governs", may_be_empty=False)
    entry = entry_of(asked.words)
    asked.ask("region", "Place, by code or name", "全国")
    if entry.facets:
        click.echo("\n".join(_facets(entry.facets)))
        asked.ask("where", "Narrowed by facets: name=value, with bars")
    asked.ask("kind", "Kind", usual_kind(asked.words))
    asked.ask("id", "Id", usual_id(asked.words))
    asked.ask("title", "Title in Chinese", may_be_empty=False)
    asked.ask("title_en", "Title in English", may_be_empty=False)
    if entry.unit == "yuan":
        asked.ask("per", "Paid per month, year, day or time")


def _facets(names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        yield f"  {name}: {', '.join(load_registry().facets.get(name, ()))}"


def _ask_when(asked: Interview, known: Raw | None) -> bool:
    """The days of the value; they are asked for again while they overlap another value."""
    while True:
        asked.words |= {"to": "", "known_until": ""}
        asked.ask("from", "First day, or always", usual_start(known, asked.today))
        usual = usual_end(known, asked.words["from"])
        end = click.prompt(
            f"Last day; open when none is known; {_DOCUMENTED} when only the documents end",
            default=(_DOCUMENTED if is_documented(known) else usual) or "open",
            value_proc=asked.accepting(lambda words: words["to"] == _DOCUMENTED or checked("to", words), "to"),
        )
        if end == _DOCUMENTED:
            asked.ask("known_until", "Documented to which day", usual, may_be_empty=False)
        else:
            asked.words["to"] = end
        try:
            return known is not None and _makes_room(known, _days(asked.words))
        except RuleError as error:
            click.echo(f"Error: {error.message}. {error.advice}.")


def _days(words: Mapping[str, str]) -> dict[str, Any]:
    documented = checked("known_until", words)
    end = {"known_until": documented} if documented else {"to": checked("to", words)}
    return {"from": checked("from", words), **end}


def _makes_room(known: Raw, days: Raw) -> bool:
    """Whether the earlier value is to be closed. Raises RuleError when the new one still overlaps."""
    earlier = runs_into(known, days)
    close = earlier is not None and click.confirm(
        f"The value since {earlier['from'] or 'always'} runs up to it or into it: end it the day before?", default=True
    )
    with_values(known, [days], close)
    return close


def _alone(kind: str, one: Field, words: Mapping[str, str]) -> object:
    """Check one field as if it were the only one."""
    try:
        return payload(kind, words)
    except RuleError as error:
        if error.path == (one.name,):
            raise
    return None


def _ask_how_it_is_known(asked: Interview) -> None:
    asked.ask("state", f"State: {', '.join(State)}", State.IN_FORCE.value)
    click.echo("Evidence: official (the document's own words were seen), corroborated (two independent reports),")
    click.echo("reported (one), derived (arithmetic on a sourced value), unverified (recollection or a weak page)")
    asked.ask("evidence", "Grade", Grade.REPORTED.value)
    asked.ask("source_title", "Title of the document it comes from", may_be_empty=False)
    asked.ask("doc_no", "Its number")
    asked.ask("issuer", "Who issued it")
    asked.ask("published", "When: 2025, 2025-01 or 2025-01-31")
    asked.ask("url", "The issuer's own page")
    asked.ask("announced", "Day it became public, where that was after the first day", usual_announcement(asked.words))
    asked.ask("verified_on", "Day somebody looked at the source", asked.today.isoformat())
    asked.ask("review_by", "Day by which to look again, where the cycle of such figures will not do")
    asked.ask("note", "Note")
