"""A process that does what it is told, until it does not come back."""

from __future__ import annotations

import os
import time
from threading import Timer

import pytest

from linter.companion import Companion, DiedError, LateError

HANGING = 300


def begin():
    return _do


def begin_in_vain():
    raise ValueError("no")


def die():
    os._exit(1)


def _do(order):
    if order == "hang":
        time.sleep(HANGING)
    if order == "die":
        os._exit(1)
    return order + order


@pytest.fixture
def companion():
    one = Companion(begin, 2)
    yield one
    one.stop()


@pytest.mark.parametrize(("order", "error"), [("hang", LateError), ("die", DiedError)])
def test_it_goes_on_after(companion, order, error):
    with pytest.raises(error):
        companion.do(order)
    assert companion.do("ab") == "abab"


def test_stopped_in_the_midst_it_is_waited_for_no_longer():
    companion = Companion(begin, HANGING)
    companion.start()
    Timer(0.5, companion.stop).start()
    with pytest.raises(DiedError):
        companion.do("hang")


def test_stopped_it_begins_anew_with_the_next_order(companion):
    companion.start()
    companion.stop()
    assert companion.do("ab") == "abab"


@pytest.mark.parametrize(("begins", "error"), [(begin_in_vain, ValueError), (die, DiedError)])
def test_it_says_why_it_cannot_begin(begins, error):
    with pytest.raises(error):
        Companion(begins, 1).do("ab")
