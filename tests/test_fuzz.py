"""A few inputs for each target of `python -m tests.long.fuzz`, which tries them by the hundred thousand."""

import random

import pytest

from tests.long.fuzzing import TARGETS
from tests.long.fuzzing.trying import Target, try_inputs

FEW = 30


@pytest.mark.parametrize("name", TARGETS)
def test_a_few_odd_inputs_show_no_mistake(name: str) -> None:
    number = random.SystemRandom().randrange(10**6)
    print(f"{name}: seed {number}")
    assert try_inputs(TARGETS[name], FEW, str(number)) >= FEW


def test_a_mistake_would_be_found() -> None:
    def holds(given: object) -> None:
        TARGETS["numbers"].holds(given)
        raise KeyError("as if the engine had broken")

    with pytest.raises(KeyError):
        try_inputs(Target(TARGETS["numbers"].inputs, holds), FEW, "1")
