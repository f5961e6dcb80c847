"""Tries inputs nobody would think of: `python -m tests.long.fuzz TARGET SECONDS [SEED]`.

Ends with the smallest input that shows a mistake, or says how many showed none. The targets are in
`tests/long/fuzzing/`; `all` takes one after the other, each for so many seconds.
"""

import random
import sys

from tests.long.fuzzing import TARGETS
from tests.long.fuzzing.trying import try_for


def main(name: str, seconds: float, number: int) -> int:
    """Tries inputs of one target or of all; 0 when none of them showed a mistake."""
    for target in TARGETS if name == "all" else [name]:
        print(f"{target}: seed {number}, {seconds:g} seconds", flush=True)
        tried = try_for(TARGETS[target], seconds, number)
        print(f"{target}: seed {number}: {tried:,} inputs, no mistake", flush=True)
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] not in ([name] for name in (*TARGETS, "all")):
        sys.exit(f"{__doc__}\nTargets: {', '.join(TARGETS)}")
    given = float(sys.argv[2]) if len(sys.argv) > 2 else 60
    chosen = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(10**6)
    sys.exit(main(sys.argv[1], given, chosen))
