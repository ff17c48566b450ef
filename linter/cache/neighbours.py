"""Which other files speak of the same things: what a run over a few files must know of the rest of an archive."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

import msgspec

from linter.article import Article
from linter.cache.store import Store, opened, sealed
from linter.engine import Linted
from linter.together import Remark

_SIZE = 16


class _Kept(msgspec.Struct, array_like=True, frozen=True):
    region: str | None
    published: date | None
    remarks: tuple[Remark, ...]


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(_Kept)


class Neighbours:
    """The files that were checked with a store, and on which grounds they speak.

    ``kind`` names what decides which remarks a file makes (``linter.cache.key.claims_key``). Files are kept by their
    path from the folder that holds the store's folder, so that an archive may be moved as a whole.
    """

    def __init__(self, store: Store, kind: bytes) -> None:
        self._store = store
        self._kind = kind
        self._root = os.path.abspath(store.folder.parent)
        self._inside = os.path.join(self._root, "")

    def note(self, checked: Iterable[tuple[Article, Linted]]) -> None:
        """Keep what each article said when it was checked."""
        fresh = {self._kept_as(article.path): (article, linted) for article, linted in checked}
        known: dict[object, object] = (
            dict(self._store.ask("SELECT path, state FROM files WHERE kind = ?", (self._kind,))) if fresh else {}
        )
        states = {path: _state(linted.result.document.sha256, article) for path, (article, linted) in fresh.items()}
        self._write({path: fresh[path] for path, state in states.items() if known.get(path) != state}, states)

    def forget(self, articles: Iterable[Article]) -> None:
        """Files that are gone, or cannot be read any more."""
        rows = [(self._kept_as(article.path),) for article in articles]
        if rows:
            statements = ("DELETE FROM grounds WHERE path = ?", "DELETE FROM files WHERE path = ?")
            self._store.tell(*((statement, rows) for statement in statements))

    def others(self, articles: Iterable[Article]) -> tuple[str, ...]:
        """The paths of the other files that were checked, in order."""
        own = {self._kept_as(article.path) for article in articles}
        return tuple(os.path.join(self._root, os.fsdecode(each)) for each in sorted(self._known() - own))

    def around(
        self, articles: Iterable[Article], remarks: Iterable[Remark]
    ) -> tuple[dict[str, tuple[Remark, ...]], tuple[Article, ...]]:
        """What other files say on the grounds of the remarks, by path, and those of them that changed or are gone.

        Their paths are written as those of ``articles``: from the current folder, or from the root.
        """
        paths = [article.path for article in articles]
        style = os.path.abspath if any(map(os.path.isabs, paths)) else os.path.relpath
        near: dict[str, tuple[Remark, ...]] = {}
        changed: list[Article] = []
        for kept_as in self._sharing({self._kept_as(path) for path in paths}, remarks):
            path = Path(style(os.path.join(self._root, os.fsdecode(kept_as)))).as_posix()
            state, kept = self._kept(kept_as)
            article = Article(path, region=kept.region, published=kept.published)
            if _state_now(article) == state:
                near[path] = kept.remarks
            else:
                changed.append(article)
        return near, tuple(changed)

    def _sharing(self, own: set[bytes], remarks: Iterable[Remark]) -> list[bytes]:
        """The other files that speak on one of the grounds of the remarks."""
        others = self._known() - own
        grounds = {_name(remark) for remark in remarks} if others else set()
        on_ground = "SELECT path FROM grounds WHERE ground = ?"
        return sorted({path for ground in grounds for path in self._paths(on_ground, ground)} & others)

    def _known(self) -> set[bytes]:
        return set(self._paths("SELECT path FROM files WHERE kind = ?", self._kind))

    def _paths(self, query: str, slot: bytes) -> Iterator[bytes]:
        return (row[0] for row in self._store.ask(query, (slot,)) if isinstance(row[0], bytes))

    def _kept(self, kept_as: bytes) -> tuple[object, _Kept]:
        """The state in which a file was kept, ``None`` for one that is damaged, and what was kept of it."""
        for state, content in self._store.ask("SELECT state, content FROM files WHERE path = ?", (kept_as,)):
            plain = opened(self._kind + kept_as, content)
            try:
                return state, _DECODER.decode(plain or b"")
            except msgspec.MsgspecError:
                break
        return None, _Kept(None, None, ())

    def _write(self, files: Mapping[bytes, tuple[Article, Linted]], states: Mapping[bytes, bytes]) -> None:
        if not files:
            return
        rows = ((path, states[path], self._kind, self._packed(path, *each)) for path, each in files.items())
        grounds = {(_name(remark), path) for path, (_, linted) in files.items() for remark in linted.remarks}
        self._store.tell(
            ("DELETE FROM grounds WHERE path = ?", ((path,) for path in files)),
            ("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", rows),
            ("INSERT INTO grounds VALUES (?, ?)", sorted(grounds)),
        )

    def _packed(self, kept_as: bytes, article: Article, linted: Linted) -> bytes:
        kept = _Kept(article.region, article.published, linted.remarks)
        return sealed(self._kind + kept_as, _ENCODER.encode(kept))

    def _kept_as(self, path: str) -> bytes:
        whole = os.path.abspath(path)
        if whole.startswith(self._inside):
            return os.fsencode(whole.removeprefix(self._inside).replace(os.sep, "/"))
        try:
            return os.fsencode(Path(os.path.relpath(path, self._root)).as_posix())
        except ValueError:  # on another drive
            return os.fsencode(path)


def _state_now(article: Article) -> bytes | None:
    try:
        return _state(article.digest(), article)
    except OSError:
        return None


def _state(sha256: str, article: Article) -> bytes:
    return _digest(repr((sha256, article.region, article.published)))


def _name(remark: Remark) -> bytes:
    return _digest(repr((remark.code, remark.ground)))


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_SIZE).digest()
