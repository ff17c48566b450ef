"""Many articles at once, each with a mistake of its own: everybody gets the answer to their own, or is told to wait."""

from __future__ import annotations

import asyncio
from collections import Counter

import httpx2
import pytest

from linter.registry import load_checks
from linter.web.app import Door, make_app
from linter.web.rule_library import Library
from reference.load import load_reference
from tests.web.conftest import AS_OF
from tests.web.serving import served

MANY, AT_ONCE = 40, 40
SEATS = 8
_AWHILE = 0.3


@pytest.fixture(scope="module")
def port(worker):
    app = make_app(worker, Library(load_reference(), load_checks()), lambda: AS_OF, door=Door(seats=SEATS))
    with served(app) as listening:
        yield listening


def article(number):
    """An article whose sum is wrong in a way that no other's is."""
    base = 5000 + number
    return f"第{number}号职工的缴费基数为{base}元，个人缴纳养老保险:{base}元×8%={number + 1}元。"


async def asked(client, number, told):
    """What is found in the article of that number, asked until there is room."""
    while True:
        answer = await client.post("/api/v1/check", files={"article": (f"{number}.txt", article(number).encode())})
        told[answer.status_code] += 1
        if answer.status_code == 200:
            (document,) = answer.json()["documents"]
            return document["path"], [each["quote"] for each in document["findings"]]
        assert answer.status_code == 503
        await asyncio.sleep(_AWHILE)


async def all_asked(address, many, at_once):
    """The answers to all articles, and how often which status was told."""
    told = Counter()
    # A connection that waits for its next request may be closed in the moment it comes.
    limits = httpx2.Limits(max_connections=at_once, max_keepalive_connections=0)
    async with httpx2.AsyncClient(base_url=address, limits=limits, timeout=600) as client:
        return await asyncio.gather(*(asked(client, number, told) for number in range(many))), told


def expected(number):
    base = 5000 + number
    return f"{number}.txt", [f"{base}元×8%={number + 1}元"]


def test_no_answer_is_lost_and_none_is_another_ones(port):
    answers, told = asyncio.run(all_asked(f"http://127.0.0.1:{port}", MANY, AT_ONCE))
    assert answers == [expected(number) for number in range(MANY)]
    # Few may wait at this door: others were told to come again.
    assert set(told) == {200, 503}
