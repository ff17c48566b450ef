"""Hands a thousand articles to the page's server at once, each with a mistake of its own, and looks at the answers.

    python benchmarks/web/many.py [--articles 1000]

The server is the real one, in a process of its own. Who is told to come again (503) comes again after a while.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import httpx2

ROOT = Path(__file__).resolve().parents[2]
_AWHILE = (0.5, 3.0)
_COMMAND = [sys.executable, "-m", "linter", "serve", "--port", "0", "--as-of", "2026-11-21", "--isolated"]


def article(number: int) -> str:
    """An article whose product is wrong in a way that no other's is."""
    base = 5000 + number
    return f"第{number}号职工的缴费基数为{base}元，个人缴纳养老保险:{base}元×8%={number + 2000}元。"


def expected(number: int) -> tuple[str, list[str]]:
    """The name and what must be found in it."""
    return f"{number}.txt", [f"{5000 + number}元×8%={number + 2000}元"]


async def asked(client: httpx2.AsyncClient, number: int, told: Counter[str]) -> tuple[str, list[str]]:
    """What is found in that article, asked until there is room."""
    name = f"{number}.txt"
    while True:
        try:
            answer = await client.post("/api/v1/check", files={"article": (name, article(number).encode())})
        except httpx2.TransportError as error:
            told[type(error).__name__] += 1
        else:
            told[str(answer.status_code)] += 1
            if answer.status_code == 200:
                (document,) = answer.json()["documents"]
                return document["path"], [each["quote"] for each in document["findings"]]
        await asyncio.sleep(random.uniform(*_AWHILE))


async def all_asked(address: str, many: int) -> tuple[list[tuple[str, list[str]]], Counter[str]]:
    """The answers to all articles, in order, and how often which status was told."""
    told: Counter[str] = Counter()
    limits = httpx2.Limits(max_connections=many, max_keepalive_connections=0)
    async with httpx2.AsyncClient(base_url=address, limits=limits, timeout=600) as client:
        return await asyncio.gather(*(asked(client, number, told) for number in range(many))), told


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=1000)
    many = parser.parse_args().articles
    with subprocess.Popen(_COMMAND, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        try:
            address = next(found[0] for line in server.stdout or () if (found := re.search(r"http://[\w.:]+", line)))
            begun = time.monotonic()
            answers, told = asyncio.run(all_asked(address, many))
            took = time.monotonic() - begun
        finally:
            server.terminate()
    wrong = sum(answer != expected(number) for number, answer in enumerate(answers))
    sys.stdout.write(
        f"{many} at once, {took:.0f} s: {len(answers)} answered, {wrong} of them wrong; told {dict(told)}\n"
    )


if __name__ == "__main__":
    main()
