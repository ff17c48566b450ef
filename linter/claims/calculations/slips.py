"""The slips of the hand: a number that is another one with two neighbouring digits changed round."""

from __future__ import annotations

from decimal import Decimal

_DIGITS_ENOUGH = 3


def transposed(written: Decimal, right: Decimal) -> bool:
    """True when two neighbouring digits of ``right`` changed places in ``written``: 28951.20 for 28915.20."""
    places = max(_places(written), _places(right))
    first, second = (f"{number:.{places}f}".replace(".", "") for number in (written, right))
    if len(first) != len(second) or len(first.strip("0")) < _DIGITS_ENOUGH - 1 or len(first) < _DIGITS_ENOUGH:
        return False
    apart = [at for at, (one, other) in enumerate(zip(first, second, strict=True)) if one != other]
    if len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    at = apart[0]
    return first[at] == second[at + 1] and first[at + 1] == second[at]


def exchanged(written: Decimal, right: Decimal) -> bool:
    """True when any two digits of ``right`` changed places in ``written``: 5718.5 for 5817.5."""
    places = max(_places(written), _places(right))
    first, second = (f"{number:.{places}f}".replace(".", "") for number in (written, right))
    if len(first) != len(second) or min(significant(written), significant(right)) <= _DIGITS_ENOUGH:
        return False
    apart = [(one, other) for one, other in zip(first, second, strict=True) if one != other]
    return len(apart) == len(("one", "other")) and apart[0] == apart[1][::-1]


def one_digit_off(written: Decimal, right: Decimal) -> bool:
    """True when just one digit of ``right`` is another in ``written``: 1884.71 for 1844.71."""
    return digit_off(written, right, _DIGITS_ENOUGH)


def digit_off(written: Decimal, right: Decimal, fewest: int) -> bool:
    """True when just one digit differs of two numbers that have at least so many before their closing zeros."""
    places = max(_places(written), _places(right))
    first, second = (f"{number:.{places}f}".replace(".", "") for number in (written, right))
    if len(first) != len(second) or min(significant(written), significant(right)) < fewest:
        return False
    return sum(one != other for one, other in zip(first, second, strict=True)) == 1


def carried(written: Decimal, right: Decimal, fewest: int) -> bool:
    """True when a carry was forgotten or made twice: 4040 for 3940, one of a place more or less, not of the last."""
    off = abs(written - right)
    if not off or significant(off) != 1 or min(significant(written), significant(right)) < fewest:
        return False
    places = max(_places(written), _places(right))
    return f"{off:.{places}f}".replace(".", "").strip("0") == "1" and off >= 10 * Decimal(10) ** -places


def significant(number: Decimal) -> int:
    """How many digits a number has up to its last one that is not zero: 5 for 28915.00, 4 for 784.5."""
    text = format(number.normalize(), "f")
    digits = text.replace(".", "").lstrip("0")
    return len(digits) if "." in text else len(digits.rstrip("0"))


def _places(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0
