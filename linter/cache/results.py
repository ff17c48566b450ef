"""The outcomes of earlier runs, asked for by the article's bytes."""

from __future__ import annotations

from linter.article import Article
from linter.bench import Bench
from linter.cache.codec import UnusableError, decode
from linter.cache.key import bench_key, result_key
from linter.cache.store import Store
from linter.engine import Linted


class Results:
    """What ``store`` holds for this bench. An article that is not in a file of its own is neither kept nor found."""

    def __init__(self, store: Store, bench: Bench) -> None:
        self._store = store
        self._bench = bench
        self._judged_by = bench_key(bench)

    def find(self, article: Article) -> Linted | None:
        """The outcome of the article as its file is now."""
        if article.data is not None:
            return None
        try:
            sha256 = article.digest()
        except OSError:
            return None
        packed = self._store.get(self._name(article, sha256))
        try:
            return None if packed is None else decode(packed, article.path, self._bench.reference)
        except UnusableError:
            return None

    def keep(self, article: Article, sha256: str, packed: bytes) -> None:
        """Keep the encoded outcome of the article, which was read with that digest."""
        if article.data is None:
            self._store.put(self._name(article, sha256), packed)

    def _name(self, article: Article, sha256: str) -> bytes:
        return result_key(self._judged_by, sha256, article.path, article.region, article.published)
