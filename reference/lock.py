"""A lock: the digest of every rule at one time, so that a change of the rules is seen where a project is checked."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from reference.format_version import Format
from reference.json_in import read_json
from reference.model import Reference, Rule

FORMAT = Format(
    key="lock_version",
    version="1",
    zh="规定锁文件",
    en="The lock of the rules",
    remedy_zh="请用 factlint reference lock 重新生成",
    remedy_en="Write it anew: factlint reference lock",
)
_SHOWN = 16


@dataclass(frozen=True, slots=True)
class Drift:
    """The ids of the rules that came, went, or changed since a lock was written, each sorted."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def rule_digest(rule: Rule) -> str:
    """A short digest of everything the rule says: another value, period, grade or source gives another one."""
    text = json.dumps(asdict(rule), ensure_ascii=False, sort_keys=True, default=_plain)
    return hashlib.sha256(text.encode()).hexdigest()[:_SHOWN]


def lock_text(reference: Reference) -> str:
    """The lock as JSON, one rule a line in order of id."""
    rules = {rule.id: rule_digest(rule) for rule in sorted(reference.rules, key=lambda rule: rule.id)}
    content = {FORMAT.key: int(FORMAT.version), "sha256": reference.sha256, "rules": rules}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def drift(lock: str, reference: Reference) -> Drift:
    """What changed since. Raises ValueError for a text that is no lock."""
    locked = _rules(read_json(lock))
    today = {rule.id: rule_digest(rule) for rule in reference.rules}
    both = locked.keys() & today.keys()
    return Drift(
        tuple(sorted(today.keys() - locked.keys())),
        tuple(sorted(locked.keys() - today.keys())),
        tuple(sorted(rule for rule in both if locked[rule] != today[rule])),
    )


def _rules(content: Any) -> Mapping[str, str]:
    locked = FORMAT.current(content)
    rules = locked.get("rules") if isinstance(locked, dict) else None
    if not isinstance(rules, dict):
        raise ValueError("the lock has no 'rules'")
    return rules


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else str(value)
