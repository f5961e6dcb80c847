"""Trying inputs until one of them shows a mistake, or the time is over."""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

SLOWEST = 20.0
"""Seconds of a processor's time after which an input counts as one that never ends."""
_AT_ONCE = 2000
"""Inputs of a round: hypothesis makes each round's from a seed of its own."""


@dataclass(frozen=True)
class Target:
    """A part of the engine that takes what others wrote."""

    inputs: SearchStrategy[Any]
    holds: Callable[[Any], None]
    """Fails for an input that shows a mistake."""


def try_inputs(target: Target, count: int, number: str, slowest: float = 0.0) -> int:
    """How many inputs of `target` were tried: about `count`, made from the seed `number`.

    Stops at the first mistake with the smallest input that shows it. With `slowest`, an input that
    takes so many seconds of the processor is one.
    """
    tried = 0

    @seed(number)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(target.inputs)
    def try_one(value: Any) -> None:
        nonlocal tried
        tried += 1
        with _no_longer_than(slowest):
            target.holds(value)

    try_one()
    return tried


def try_for(target: Target, seconds: float, number: int) -> int:
    """How many inputs of `target` were tried in `seconds`, made from the seed `number`."""
    begun, tried, around = time.monotonic(), 0, 0
    while time.monotonic() - begun < seconds:
        left = seconds - (time.monotonic() - begun)
        spent = seconds - left
        # The last round is no longer than what is left of the time.
        count = min(_AT_ONCE, int(tried / spent * left) + 1) if tried else 50
        tried += try_inputs(target, count, f"{number}-{around}", SLOWEST)
        around += 1
    return tried


@contextmanager
def _no_longer_than(seconds: float) -> Iterator[None]:
    """Ends what takes longer, of this process's time and not of the clock's, by a `TimeoutError`."""
    if not seconds:
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _too_long(number: int, frame: object) -> None:
    raise TimeoutError(f"no answer after {SLOWEST:g} seconds of the processor")
