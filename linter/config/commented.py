"""A configuration file to begin with: every key with its meaning, none of them in force."""

from __future__ import annotations

from collections.abc import Iterator

from linter.config.keys import Key, config_keys, toml

SCHEMA_NAME = "factlint.schema.json"
_HEAD = {
    "zh": "factlint 的配置。去掉行首的「#」,该项就生效;「# 」开头的是说明。",
    "en": 'The configuration of factlint. Take the "#" off a line and it holds; lines that begin with "# " explain.',
}
_CHOICES = {"zh": "可取:", "en": "One of: "}
_DEFAULT = {"zh": "默认:", "en": "Default: "}


def commented(lang: str) -> str:
    """The text of a ``factlint.toml``, explained in a language ("zh", "en")."""
    # Editors that know TOML take the schema from this line: completion, explanations, mistakes underlined.
    head = f"#:schema ./{SCHEMA_NAME}\n# {_HEAD[lang]}\n"
    return "\n".join([head, *(_block(key, lang) for key in config_keys())])


def _block(key: Key, lang: str) -> str:
    return "\n".join(_lines(key, lang)) + "\n"


def _lines(key: Key, lang: str) -> Iterator[str]:
    yield f"# {key.meaning[lang]}"
    if key.choices:
        yield f"# {_CHOICES[lang]}{' | '.join(map(toml, key.choices))}"
    if key.default not in (None, [], {}):
        yield f"# {_DEFAULT[lang]}{toml(key.default)}"
    if not key.inner:
        yield f"#{key.name} = {toml(key.example)}"
        return
    yield f"#[[{key.name}]]"
    for inner in key.inner:
        yield from _lines(inner, lang)
