"""Long histories of random edits: `python -m tests.long.edits 500 [SEED]`."""

import random
import shutil
import sys
import tempfile
from pathlib import Path

from tests.conftest import SMALL
from tests.memory.histories import run_history


def main(steps: int, seed: int) -> None:
    """Run one history; ends with an error at the first build that is not as a clean one."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "site"
        shutil.copytree(SMALL, root)
        went = run_history(root, steps, seed)
    told = ", ".join(f"{count} {how}" for how, count in went.items())
    print(f"seed {seed}: {steps} steps, same bytes as clean builds ({told})")


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:3]]
    main(*given, *(500, random.randrange(10**6))[len(given) :])
